package org.throughcare.participant.plan.web;

import java.util.List;
import org.throughcare.participant.plan.Assistance;
import org.throughcare.platform.aggregate.Stored;

/** Obligations and sanctions as staff see them. */
record AssistanceView(
        String participant, List<Assistance.Obligation> obligations, List<Assistance.Sanction> sanctions) {

    static AssistanceView of(Stored<Assistance> stored) {
        Assistance assistance = stored.state();
        return new AssistanceView(assistance.participant(), assistance.obligations(), assistance.sanctions());
    }
}
