package org.throughcare.participant.identity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/** Who someone is turns out to be written differently. New numbers are claimed first. */
public final class CorrectingAnIdentity {

    public record Asked(
            UUID participant,
            PersonName name,
            String language,
            IdentityCipher.OpenIdentity open,
            List<PriorityGround> priority) {}

    private final Aggregates<Participant> participants;
    private final ClaimingNumbers numbers;
    private final IdentityCipher cipher;

    public CorrectingAnIdentity(Aggregates<Participant> participants, ClaimingNumbers numbers, IdentityCipher cipher) {
        this.participants = participants;
        this.numbers = numbers;
        this.cipher = cipher;
    }

    public Result<Participant> correct(Command command, Asked asked) {
        @Nullable
        Stored<Participant> found =
                participants.find(asked.participant().toString()).orElse(null);
        if (found == null) {
            return new Result.Missing<>();
        }
        for (Identifier each : asked.open().identifiers()) {
            Refusal fault = each.fault();
            if (fault != null) {
                return new Result.Refused<>(fault);
            }
        }
        // what is stale already claims nothing
        Long expected = command.expectedRevision();
        Refusal taken = expected != null && expected != found.revision()
                ? null
                : numbers.claimAll(asked.participant(), asked.open().identifiers());
        if (taken != null) {
            return new Result.Refused<>(taken);
        }
        SealedIdentity sealed = cipher.seal(asked.participant(), asked.open());
        Participant.Identity identity =
                new Participant.Identity(asked.name(), asked.language(), sealed, asked.priority());
        return participants.change(command, asked.participant().toString(), p -> p.correct(identity));
    }
}
