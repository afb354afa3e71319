package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.identity.Resting;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/**
 * One person has one exit, whichever of their ids a service is on record under (H8, Y5, Y11). The enrolment that is worked with keeps
 * beside its own what counts of the others; one that rests counts its own alone and is left as it is. Merges, un-merges and
 * services are heard of late, twice and in any order: so whatever the news, each enrolment is compared with what is on record now, and
 * where nothing is left to do nothing happens.
 */
public final class CountingUnderAllIds {

    /** Path of the other ids in a stored enrolment. */
    public static final String BESIDE = "period.beside.participant";

    private static final int MANY = 100;

    private final Supplier<Aggregates<Enrolment>> enrolments;
    private final Aliases aliases;
    private final Resting<Enrolment> resting;
    private final TermsInForce terms;
    private final BusinessClock clock;

    public CountingUnderAllIds(
            Supplier<Aggregates<Enrolment>> enrolments,
            Aliases aliases,
            Resting<Enrolment> resting,
            TermsInForce terms,
            BusinessClock clock) {
        this.enrolments = enrolments;
        this.aliases = aliases;
        this.resting = resting;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * Looks at all that the person has enrolments under, the survivor's first, since the others rest behind it, and at those that still
     * count this record after an un-merge.
     */
    public void count(UUID participant) {
        List<UUID> person = aliases.allOf(participant);
        Stream<String> together = person.size() > 1 ? person.stream().map(UUID::toString) : countingOthers(participant);
        Stream<String> afterwards = enrolments.get().where(BESIDE, participant.toString(), MANY).stream()
                .map(Stored::id);
        Stream.concat(together, afterwards).distinct().toList().forEach(this::look);
    }

    /** Of who has one id, which is nearly everybody, no more is looked at than whether that is news. */
    private Stream<String> countingOthers(UUID participant) {
        return enrolments.get().find(participant.toString()).stream()
                .filter(stored -> !stored.state().period().beside().isEmpty())
                .map(Stored::id);
    }

    /** A command of its own each time: the enrolment itself says whether anything is left to do. */
    private void look(String id) {
        enrolments
                .get()
                .change(
                        Command.withId(UUID.randomUUID().toString()),
                        id,
                        enrolment ->
                                changed(enrolment, enrolment.day(clock.now())).orElseGet(Decision::unchanged));
    }

    /** What changes for the clock of this enrolment by what is on record under the person's other ids; empty when nothing does. */
    Optional<Decision<Enrolment>> changed(Enrolment enrolment, LocalDate today) {
        Period period = enrolment.period();
        if (period.startedOn() == null) {
            return Optional.empty();
        }
        List<PeriodBeside> others = others(UUID.fromString(enrolment.participant()));
        if (others.isEmpty() && period.beside().isEmpty()) {
            return Optional.empty();
        }
        Enrolment withAll = enrolment.beside(others);
        List<PeriodBeside> counted = OneParticipation.of(withAll.period(), terms.of(withAll, today))
                .map(OneParticipation::counted)
                .orElseThrow();
        return counted.equals(period.beside())
                ? Optional.empty()
                : Optional.of(enrolment.countWith(counted, binding(enrolment, counted, today), today));
    }

    /** An exit stays under the terms by which it was decided. */
    private ParticipationTerms binding(Enrolment enrolment, List<PeriodBeside> counted, LocalDate today) {
        ParticipationTerms decided = enrolment.terms();
        return enrolment.period().exit() == null || decided == null
                ? terms.of(enrolment.beside(counted), today)
                : decided;
    }

    private List<PeriodBeside> others(UUID participant) {
        List<UUID> ids = aliases.allOf(participant);
        if (ids.size() < 2 || resting.rests(participant)) {
            return List.of();
        }
        return ids.stream()
                .filter(id -> !id.equals(participant))
                .flatMap(id -> enrolments.get().find(id.toString()).stream())
                .map(Stored::state)
                .flatMap(PeriodBeside::allOf)
                .toList();
    }
}
