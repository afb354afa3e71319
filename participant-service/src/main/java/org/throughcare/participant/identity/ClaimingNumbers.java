package org.throughcare.participant.identity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** Claims numbers for a participant before the record is written; a repeat claims nothing twice. */
public final class ClaimingNumbers {

    private static final String CASE_NUMBER = "case-number";
    private static final int ATTEMPTS = 50;

    private final Aggregates<IdentifierClaim> claims;
    private final Aggregates<Participant> participants;
    private final IdentityCipher cipher;
    private final BusinessClock clock;

    public ClaimingNumbers(
            Aggregates<IdentifierClaim> claims,
            Aggregates<Participant> participants,
            IdentityCipher cipher,
            BusinessClock clock) {
        this.claims = claims;
        this.participants = participants;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** @return why one of them cannot be claimed, or null when all are */
    @Nullable
    Refusal claimAll(UUID participant, List<Identifier> identifiers) {
        for (Identifier each : identifiers) {
            Result<IdentifierClaim> result = claim(each.kind().name(), cipher.claimOn(each), participant);
            if (result instanceof Result.Refused<IdentifierClaim> refused) {
                return refused.refusal();
            }
            if (!held(result, participant)) {
                return Refusal.conflict("H8", "Another participant has this number.");
            }
        }
        return null;
    }

    /** The participant's case number: the first of its candidates that nobody else has. */
    CaseNumber caseNumber(UUID participant) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            CaseNumber number = CaseNumber.candidate(participant, attempt);
            UUID claim = IdentifierClaim.idOf(CASE_NUMBER, number.value());
            if (held(claim(CASE_NUMBER, claim, participant), participant)) {
                return number;
            }
        }
        throw new IllegalStateException("no case number is free");
    }

    /** A repeat is answered as the first time, so only the claim itself says whose it is now. */
    private static boolean held(Result<IdentifierClaim> result, UUID participant) {
        return result.now()
                .filter(claim -> claim.state().participant().equals(participant))
                .isPresent();
    }

    /** A command of its own each time: the claim itself says whether anything is left to do. */
    private Result<IdentifierClaim> claim(String kind, UUID id, UUID participant) {
        return claims.createOrChange(
                Command.withId(UUID.randomUUID().toString()),
                id.toString(),
                held -> held.map(claim -> claim.claimAgain(participant, has(claim), clock.now()))
                        .orElseGet(() -> IdentifierClaim.claim(id, kind, participant, clock.now())));
    }

    private boolean has(IdentifierClaim claim) {
        return participants
                .find(claim.participant().toString())
                .filter(holder -> holds(holder.state(), claim))
                .isPresent();
    }

    /** Whether this participant is the one whom the claim is kept for. */
    static boolean holds(Participant holder, IdentifierClaim claim) {
        return IdentifierClaim.idOf(CASE_NUMBER, holder.caseNumber()).equals(claim.id())
                || holder.sealed().identifiers().stream()
                        .anyMatch(each -> each.id().equals(claim.id()));
    }
}
