package org.throughcare.referral.referral;

import java.util.Optional;
import java.util.UUID;
import org.throughcare.referral.known.KnownCase;
import org.throughcare.referral.known.People;

/** Who is responsible for the person now: the primary provider (C6), or who asked while no case is known. */
public final class CaseManagers {

    private final People people;

    public CaseManagers(People people) {
        this.people = people;
    }

    public Optional<UUID> of(Referral referral) {
        return people.caseOf(referral.asked().participant())
                .flatMap(CaseManagers::primary)
                .or(() -> Optional.of(referral.asked().requestedBy()));
    }

    private static Optional<UUID> primary(KnownCase known) {
        return Optional.ofNullable(known.primary()).map(UUID::fromString);
    }
}
