package org.throughcare.participant.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/** The probation or parole officer goes on record, or supervision ends (L14). */
public final class RecordingSupervision {

    private final Aggregates<Participant> participants;

    public RecordingSupervision(Aggregates<Participant> participants) {
        this.participants = participants;
    }

    /** @param by null when there is no supervision */
    public Result<Participant> record(Command command, UUID participant, @Nullable Supervision by) {
        return participants.change(command, participant.toString(), p -> p.supervise(by));
    }
}
