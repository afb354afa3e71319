package org.throughcare.participant.identity;

import java.time.Duration;
import java.util.Collection;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/**
 * People whose names sound alike are taken in one after the other (H8): otherwise two intakes of one person at the same moment
 * look for duplicates before either is on record, and neither finds the other. A turn ends when its intake is on record or
 * gives it up; one that broke off ends by itself.
 */
public final class TakingTurns {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PACE = Duration.ofMillis(20);
    private static final String KIND = "intake-turn";

    private final Aggregates<IdentifierClaim> claims;
    private final Aggregates<Participant> participants;
    private final BusinessClock clock;

    public TakingTurns(Aggregates<IdentifierClaim> claims, Aggregates<Participant> participants, BusinessClock clock) {
        this.claims = claims;
        this.participants = participants;
        this.clock = clock;
    }

    /**
     * Takes the turn for each sound, always in the same order, waiting a little for others.
     *
     * @return why it is not this one's turn, or null when it is
     */
    @Nullable
    Refusal take(UUID participant, SortedSet<String> sounds) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (String sound : sounds) {
            Result<IdentifierClaim> result = take(participant, sound);
            while (result instanceof Result.Refused<IdentifierClaim> && System.nanoTime() < until) {
                LockSupport.parkNanos(PACE.toNanos());
                result = take(participant, sound);
            }
            if (result instanceof Result.Refused<IdentifierClaim> refused) {
                giveUp(participant, sounds.headSet(sound));
                return refused.refusal();
            }
        }
        return null;
    }

    void giveUp(UUID participant, Collection<String> sounds) {
        for (String sound : sounds) {
            claims.change(once(), id(sound).toString(), turn -> turn.giveUp(participant));
        }
    }

    private Result<IdentifierClaim> take(UUID participant, String sound) {
        UUID id = id(sound);
        return claims.createOrChange(
                once(),
                id.toString(),
                held -> held.map(turn -> turn.takeTurn(participant, isOver(turn), clock.now()))
                        .orElseGet(() -> IdentifierClaim.claim(id, KIND, participant, clock.now())));
    }

    private boolean isOver(IdentifierClaim turn) {
        return participants.find(turn.participant().toString()).isPresent();
    }

    private static UUID id(String sound) {
        return IdentifierClaim.idOf(KIND, sound);
    }

    private static Command once() {
        return Command.withId(UUID.randomUUID().toString());
    }
}
