package org.throughcare.participant.enrolment;

import java.time.ZoneId;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.store.Aggregates;

/** An enrolment belongs to the site that its participant belongs to (N15). */
public final class MovingWithTheParticipant {

    private final Aggregates<Enrolment> enrolments;

    public MovingWithTheParticipant(Aggregates<Enrolment> enrolments) {
        this.enrolments = enrolments;
    }

    /** @param cause the state of the participant's record that says so */
    public void move(String participant, String site, ZoneId zone, String cause) {
        enrolments.change(Command.effectOf("enrolment-move", cause, participant), participant, e -> e.move(site, zone));
    }
}
