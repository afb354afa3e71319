package org.throughcare.participant.custody;

import java.util.UUID;
import org.throughcare.participant.identity.Participant;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.store.Aggregates;

/** The custody record follows its participant to another site (N15). */
public final class MovingCustody {

    private final Aggregates<Custody> custodies;
    private final Aggregates<Participant> participants;

    public MovingCustody(Aggregates<Custody> custodies, Aggregates<Participant> participants) {
        this.custodies = custodies;
        this.participants = participants;
    }

    public void follow(UUID participant) {
        participants.find(participant.toString()).ifPresent(found -> {
            String cause = participant + ":" + found.revision();
            custodies.change(
                    Command.effectOf("custody-follows-participant", cause, participant.toString()),
                    participant.toString(),
                    custody ->
                            custody.moveTo(found.state().site(), found.state().zone()));
        });
    }
}
