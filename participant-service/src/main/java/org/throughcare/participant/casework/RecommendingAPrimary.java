package org.throughcare.participant.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.identity.Participant;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/**
 * Who could answer for a participant next (C6): whoever did before, if they are at work, cleared where that is needed, and
 * have room; else whoever carries least. Those against whom something speaks come last, with what it is.
 */
public final class RecommendingAPrimary {

    /**
     * @param fits nothing speaks against them
     * @param reasons what speaks for and against them, in words
     */
    public record Recommendation(UUID staff, String name, boolean fits, List<String> reasons) {}

    private final Aggregates<Case> cases;
    private final Aggregates<Participant> participants;
    private final Workforce workforce;
    private final BusinessClock clock;

    public RecommendingAPrimary(
            Aggregates<Case> cases, Aggregates<Participant> participants, Workforce workforce, BusinessClock clock) {
        this.cases = cases;
        this.participants = participants;
        this.workforce = workforce;
        this.clock = clock;
    }

    /** Best first; empty when there is no such participant. */
    public Optional<List<Recommendation>> recommend(UUID participant) {
        @Nullable
        Case of = cases.find(participant.toString()).map(Stored::state).orElse(null);
        if (of == null) {
            return participants
                    .find(participant.toString())
                    .map(Stored::state)
                    .map(known -> rank(
                            workforce.need(participant, known.site()),
                            workforce.caseManagersAt(known.site()),
                            Map.of(),
                            clock.today(known.zone())));
        }
        Map<UUID, LocalDate> before = before(of);
        List<Candidate> candidates = Stream.concat(
                        workforce.candidates(List.copyOf(before.keySet())).stream(),
                        workforce.caseManagersAt(of.site()).stream().filter(each -> !before.containsKey(each.staff())))
                .filter(each -> !each.staff().equals(of.primary()))
                .toList();
        return Optional.of(rank(workforce.need(of), candidates, before, clock.today(of.zone())));
    }

    /** Who answered for the participant before, and until when last. */
    private static Map<UUID, LocalDate> before(Case of) {
        Map<UUID, LocalDate> until = new LinkedHashMap<>();
        for (Team.Member each : of.team().members()) {
            LocalDate ended = each.until();
            if (each.role() == TeamRole.PRIMARY && ended != null) {
                until.put(each.staff(), ended);
            }
        }
        return until;
    }

    static List<Recommendation> rank(
            Need need, List<Candidate> candidates, Map<UUID, LocalDate> before, LocalDate today) {
        Comparator<Candidate> order = Comparator.comparing(
                        (Candidate each) -> !each.objections(need, today).isEmpty())
                .thenComparing(
                        (Candidate each) -> before.getOrDefault(each.staff(), LocalDate.MIN), Comparator.reverseOrder())
                .thenComparing(Succession.leastLoaded(need));
        return candidates.stream()
                .sorted(order)
                .map(each -> recommendation(each, need, before.get(each.staff()), today))
                .toList();
    }

    private static Recommendation recommendation(
            Candidate candidate, Need need, @Nullable LocalDate until, LocalDate today) {
        List<Objection> objections = candidate.objections(need, today);
        List<String> reasons = new ArrayList<>();
        if (until != null) {
            reasons.add("answered for the participant until " + until);
        }
        if (need.held() && objections.stream().noneMatch(each -> each.kind() == Objection.Kind.NO_CLEARANCE)) {
            reasons.add(candidate.cleared());
        }
        if (objections.stream().noneMatch(each -> each.kind() == Objection.Kind.OVER_LIMIT)) {
            reasons.add(candidate.carries(need));
        }
        objections.forEach(each -> reasons.add(each.because()));
        return new Recommendation(candidate.staff(), candidate.member().name(), objections.isEmpty(), reasons);
    }
}
