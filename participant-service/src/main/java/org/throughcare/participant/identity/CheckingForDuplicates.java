package org.throughcare.participant.identity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/**
 * Who might be the same person (H8): those who hold one of the numbers, and those whose name sounds alike, among whom dates
 * of birth are compared in memory.
 */
public final class CheckingForDuplicates {

    private static final int PAIRS = 500;
    private static final int FAMILIES = 200;
    private static final int SHOWN = 20;

    /** @param except the record being written, if it exists */
    public record Asked(
            PersonName name,
            IdentityCipher.OpenIdentity open,
            @Nullable UUID except) {}

    /** Someone on record who might be the one. */
    public record Candidate(
            UUID participant,
            String caseNumber,
            String name,
            UUID site,
            int score,
            boolean likely,
            List<String> reasons) {}

    private final Aggregates<Participant> participants;
    private final Aggregates<IdentifierClaim> claims;
    private final IdentityCipher cipher;

    public CheckingForDuplicates(
            Aggregates<Participant> participants, Aggregates<IdentifierClaim> claims, IdentityCipher cipher) {
        this.participants = participants;
        this.claims = claims;
        this.cipher = cipher;
    }

    /** Best first; those not worth a look are left out. */
    public List<Candidate> check(Asked asked) {
        Map<UUID, Participant> holders = holders(asked.open().identifiers());
        Map<UUID, Participant> all = new LinkedHashMap<>(holders);
        soundAlike(asked.name()).forEach(each -> all.putIfAbsent(each.id(), each));
        return all.values().stream()
                .filter(each -> !each.id().equals(asked.except()) && each.mergedInto() == null)
                .map(each -> candidate(asked, each, holders.containsKey(each.id())))
                .filter(each -> each.score() > 0)
                .sorted(Comparator.comparingInt(Candidate::score).reversed().thenComparing(Candidate::caseNumber))
                .limit(SHOWN)
                .toList();
    }

    private Map<UUID, Participant> holders(Collection<Identifier> identifiers) {
        Map<UUID, Participant> holders = new LinkedHashMap<>();
        for (Identifier each : identifiers) {
            claims.find(cipher.claimOn(each).toString())
                    .flatMap(claim -> find(claim.state().participant())
                            .filter(holder -> ClaimingNumbers.holds(holder, claim.state())))
                    .map(holder -> holder.mergedInto() == null
                            ? holder
                            : find(holder.mergedInto()).orElse(holder))
                    .ifPresent(holder -> holders.put(holder.id(), holder));
        }
        return holders;
    }

    private Optional<Participant> find(UUID participant) {
        return participants.find(participant.toString()).map(Stored::state);
    }

    private List<Participant> soundAlike(PersonName name) {
        Map<UUID, Participant> found = new LinkedHashMap<>();
        lookUp(PhoneticKeys.pairs(name), PAIRS, found);
        lookUp(new TreeSet<>(PhoneticKeys.codes(name.family())), FAMILIES, found);
        return List.copyOf(found.values());
    }

    private void lookUp(SortedSet<String> keys, int limit, Map<UUID, Participant> into) {
        for (String key : keys) {
            for (Stored<Participant> each : participants.where("nameKeys", key, limit)) {
                into.putIfAbsent(each.state().id(), each.state());
            }
        }
    }

    private Candidate candidate(Asked asked, Participant other, boolean sharedNumber) {
        @Nullable LocalDate born = cipher.dateOfBirth(other);
        Resemblance alike = Resemblance.of(asked.name(), asked.open().dateOfBirth(), other.name(), born, sharedNumber);
        return new Candidate(
                other.id(),
                other.caseNumber(),
                other.name().given() + " " + other.name().family(),
                other.site(),
                alike.worthALook() ? alike.score() : 0,
                alike.likely(),
                alike.reasons());
    }
}
