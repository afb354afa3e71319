package org.throughcare.participant.identity;

import java.util.UUID;
import org.throughcare.participant.contact.ContactPlan;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/** Through whom a participant is reached is written down, or written anew (L9). */
public final class ChangingTheContactPlan {

    private final Aggregates<Participant> participants;

    public ChangingTheContactPlan(Aggregates<Participant> participants) {
        this.participants = participants;
    }

    public Result<Participant> change(Command command, UUID participant, ContactPlan plan) {
        return participants.change(command, participant.toString(), p -> p.reachBy(plan));
    }
}
