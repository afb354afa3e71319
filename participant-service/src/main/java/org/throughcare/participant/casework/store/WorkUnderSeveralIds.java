package org.throughcare.participant.casework.store;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.throughcare.participant.casework.Case;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.household.ClaimingMembership;
import org.throughcare.participant.identity.Resting;
import org.throughcare.participant.identity.Unsettled;
import org.throughcare.platform.store.Aggregates;

/** Looks at the cases, enrolments and households themselves, as they are when it is asked. */
final class WorkUnderSeveralIds implements Unsettled {

    private final Aggregates<Case> cases;
    private final Aggregates<Enrolment> enrolments;
    private final Resting<Enrolment> resting;
    private final ClaimingMembership memberships;

    WorkUnderSeveralIds(
            Aggregates<Case> cases,
            Aggregates<Enrolment> enrolments,
            Resting<Enrolment> resting,
            ClaimingMembership memberships) {
        this.cases = cases;
        this.enrolments = enrolments;
        this.resting = resting;
        this.memberships = memberships;
    }

    @Override
    public List<Matter> of(List<UUID> ids) {
        if (ids.size() < 2) {
            return List.of();
        }
        return Stream.of(
                        Unsettled.matter(What.CASE, "an open case", ids, those(ids, this::hasCase)),
                        Unsettled.matter(What.PARTICIPATION, "a participation that goes on", ids, participating(ids)),
                        households(ids))
                .flatMap(List::stream)
                .toList();
    }

    private static List<UUID> those(List<UUID> ids, Predicate<UUID> open) {
        return ids.stream().filter(open).toList();
    }

    private boolean hasCase(UUID id) {
        return cases.find(id.toString())
                .filter(found -> found.state().state() == Case.State.OPEN)
                .isPresent();
    }

    /** A participation that rests behind one that has ended is no work that goes on. */
    private List<UUID> participating(List<UUID> ids) {
        List<UUID> open = those(ids, this::participates);
        return open.contains(ids.getFirst()) ? open : those(open, id -> !resting.rests(id));
    }

    private boolean participates(UUID id) {
        return enrolments
                .find(id.toString())
                .filter(found -> found.state().state() == Enrolment.State.PARTICIPATING)
                .isPresent();
    }

    /** Nobody lives in two households; in one, under whichever id, is as it should be. */
    private List<Matter> households(List<UUID> ids) {
        List<UUID> in = those(ids, id -> memberships.householdOf(id.toString()).isPresent());
        return in.size() < 2
                ? List.of()
                : List.of(new Matter(
                        What.HOUSEHOLD,
                        in,
                        "The person is in a household under both records.",
                        "Record that they left the one in which they do not live."));
    }
}
