package org.throughcare.participant.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/**
 * Who might be the same person (H8): those who hold one of the numbers, and those whose name sounds alike, among whom dates
 * of birth are compared in memory. An alias counts for the record it was merged into: who was once known by another name is
 * found by that name.
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

    /**
     * Someone on record who might be the one.
     *
     * @param score from 1 to 100
     * @param likely whether a person has to say that they are not the same before both are on record
     * @param reasons what speaks for it and against it, in words
     */
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
    private final Aliases aliases;

    public CheckingForDuplicates(
            Aggregates<Participant> participants,
            Aggregates<IdentifierClaim> claims,
            IdentityCipher cipher,
            Aliases aliases) {
        this.participants = participants;
        this.claims = claims;
        this.cipher = cipher;
        this.aliases = aliases;
    }

    /** Best first; those not worth a look are left out. */
    public List<Candidate> check(Asked asked) {
        Map<UUID, List<Identifier.Kind>> shared = shared(asked.open().identifiers());
        Map<UUID, Participant> all = new LinkedHashMap<>();
        shared.keySet().forEach(id -> find(id).ifPresent(holder -> all.put(id, holder)));
        soundAlike(asked.name()).forEach(each -> all.putIfAbsent(each.id(), each));
        Set<UUID> same = asked.except() == null ? Set.of() : Set.copyOf(aliases.allOf(asked.except()));
        Map<UUID, Candidate> best = new LinkedHashMap<>();
        for (Participant each : all.values()) {
            if (!same.contains(each.id()) && !each.id().equals(asked.except())) {
                candidate(asked, each, shared.getOrDefault(each.id(), List.of()))
                        .ifPresent(found ->
                                best.merge(found.participant(), found, (a, b) -> a.score() >= b.score() ? a : b));
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingInt(Candidate::score).reversed().thenComparing(Candidate::caseNumber))
                .limit(SHOWN)
                .toList();
    }

    /** For someone on record: those whom the intake found to be others are left out. */
    public List<Candidate> of(Participant participant) {
        return check(new Asked(participant.name(), cipher.open(participant), participant.id())).stream()
                .filter(each -> !participant.intake().notTheSameAs().contains(each.participant()))
                .toList();
    }

    /** For somebody with several records: whoever might be the person by any of them, once, as by the one that fits best (H8). */
    public List<Candidate> of(List<Participant> records) {
        Map<UUID, Candidate> best = new LinkedHashMap<>();
        records.stream()
                .flatMap(each -> of(each).stream())
                .forEach(found -> best.merge(found.participant(), found, (a, b) -> a.score() >= b.score() ? a : b));
        return best.values().stream()
                .sorted(Comparator.comparingInt(Candidate::score).reversed().thenComparing(Candidate::caseNumber))
                .limit(SHOWN)
                .toList();
    }

    /** Which kinds of number each holder has in common. */
    private Map<UUID, List<Identifier.Kind>> shared(Collection<Identifier> identifiers) {
        Map<UUID, List<Identifier.Kind>> shared = new LinkedHashMap<>();
        for (Identifier each : identifiers) {
            claims.find(cipher.claimOn(each).toString())
                    .flatMap(claim -> find(claim.state().participant())
                            .filter(holder -> ClaimingNumbers.holds(holder, claim.state())))
                    .ifPresent(holder -> shared.computeIfAbsent(holder.id(), id -> new ArrayList<>())
                            .add(each.kind()));
        }
        return shared;
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

    private Optional<Candidate> candidate(Asked asked, Participant other, List<Identifier.Kind> shared) {
        @Nullable LocalDate born = cipher.dateOfBirth(other);
        Resemblance alike = Resemblance.of(asked.name(), asked.open().dateOfBirth(), other.name(), born, shared);
        if (!alike.worthALook()) {
            return Optional.empty();
        }
        Participant stands = find(aliases.survivorOf(other.id())).orElse(other);
        List<String> reasons = new ArrayList<>(alike.reasons());
        if (!stands.id().equals(other.id())) {
            reasons.add("is also on record as " + full(other.name()) + ", " + other.caseNumber());
        }
        return Optional.of(new Candidate(
                stands.id(),
                stands.caseNumber(),
                full(stands.name()),
                stands.site(),
                alike.score(),
                alike.likely(),
                reasons));
    }

    private static String full(PersonName name) {
        return name.given() + " " + name.family();
    }
}
