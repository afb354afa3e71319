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
 * participant never came to be, because the intake broke off, or does not have the number any more, because it was corrected,
 * can be taken over once it is old enough. A turn is a claim on how a name sounds: whoever has it looks for duplicates alone.
 */
public record IdentifierClaim(UUID id, String kind, UUID participant, Instant claimedAt) {

    static final Duration INTAKE_TAKES_LESS_THAN = Duration.ofMinutes(15);
    static final Duration TURN_TAKES_LESS_THAN = Duration.ofSeconds(30);

    /** What can happen to a claim. */
    public sealed interface ClaimEvent extends Happened {

        record IdentifierClaimed(UUID participant) implements ClaimEvent {}

        record IdentifierTakenOver(UUID from, UUID to) implements ClaimEvent {}

        record TurnGivenUp() implements ClaimEvent {}
    }

    /** @param blind the blind index of a number, or a number that is no secret */
    static UUID idOf(String kind, String blind) {
        return Command.derived("identifier-claim", kind, blind);
    }

    static Decision<IdentifierClaim> claim(UUID id, String kind, UUID participant, Instant now) {
        return Decision.accept(
                new IdentifierClaim(id, kind, participant, now), new ClaimEvent.IdentifierClaimed(participant));
    }

    /**
     * @param holderHasIt whether the participant who holds it came to be, and still has the number
     */
    Decision<IdentifierClaim> claimAgain(UUID by, boolean holderHasIt, Instant now) {
        if (participant.equals(by)) {
            // a claim that is about to be written upon must not be old enough to be taken over meanwhile
            return holderHasIt || now.isBefore(claimedAt.plus(INTAKE_TAKES_LESS_THAN.dividedBy(3)))
                    ? Decision.unchanged()
                    : claim(id, kind, by, now);
        }
        if (holderHasIt || now.isBefore(claimedAt.plus(INTAKE_TAKES_LESS_THAN))) {
            return Decision.refuse(Refusal.conflict("H8", "Another participant has this number."));
        }
        return takenOver(by, now);
    }

    /**
     * The turn to take in somebody whose name sounds like this.
     *
     * @param over whether the holder's intake is on record, so that a look for duplicates finds it
     */
    Decision<IdentifierClaim> takeTurn(UUID by, boolean over, Instant now) {
        if (participant.equals(by)) {
            return claim(id, kind, by, now);
        }
        return over || !now.isBefore(claimedAt.plus(TURN_TAKES_LESS_THAN))
                ? takenOver(by, now)
                : Decision.refuse(Refusal.conflict(
                        "H8",
                        "Someone whose name sounds alike is being taken in at this moment; send this again shortly.",
                        Refusal.REPEAT));
    }

    /** An intake that was refused gives its turn up. */
    Decision<IdentifierClaim> giveUp(UUID by) {
        return participant.equals(by)
                ? Decision.accept(
                        new IdentifierClaim(id, kind, participant, Instant.EPOCH), new ClaimEvent.TurnGivenUp())
                : Decision.unchanged();
    }

    private Decision<IdentifierClaim> takenOver(UUID by, Instant now) {
        return Decision.accept(
                new IdentifierClaim(id, kind, by, now), new ClaimEvent.IdentifierTakenOver(participant, by));
    }
}
