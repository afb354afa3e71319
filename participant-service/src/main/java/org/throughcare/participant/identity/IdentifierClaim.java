package org.throughcare.participant.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Refusal;

/**
 * That one number belongs to one participant (H8). Its id follows from the number's blind index, so two people cannot claim
 * the same one.
 *
 * <p>Life: claimed before the participant is written; kept as long as the participant has the number. A claim whose
 * participant never came to be, because the intake broke off, can be taken over once it is old enough.
 */
public record IdentifierClaim(UUID id, String kind, UUID participant, Instant claimedAt) {

    static final Duration INTAKE_TAKES_LESS_THAN = Duration.ofMinutes(15);

    /** What can happen to a claim. */
    public sealed interface ClaimEvent extends Happened {

        record IdentifierClaimed(UUID participant) implements ClaimEvent {}

        record IdentifierTakenOver(UUID from, UUID to) implements ClaimEvent {}
    }

    /** @param blind the blind index of a number, or a number that is no secret */
    static UUID idOf(String kind, String blind) {
        return Command.derived("identifier-claim", kind, blind);
    }

    static Decision<IdentifierClaim> claim(UUID id, String kind, UUID participant, Instant now) {
        return Decision.accept(
                new IdentifierClaim(id, kind, participant, now), new ClaimEvent.IdentifierClaimed(participant));
    }

    /** @param holderExists whether the participant who holds it came to be */
    Decision<IdentifierClaim> claimAgain(UUID by, boolean holderExists, Instant now) {
        if (participant.equals(by)) {
            return Decision.unchanged();
        }
        if (holderExists || now.isBefore(claimedAt.plus(INTAKE_TAKES_LESS_THAN))) {
            return Decision.refuse(Refusal.conflict("H8", "Another participant has this number."));
        }
        return Decision.accept(
                new IdentifierClaim(id, kind, by, now), new ClaimEvent.IdentifierTakenOver(participant, by));
    }
}
