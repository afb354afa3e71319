package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;

/** How a participation's exit comes about (Y11, N7, N8), and what becomes of it when more of the services is known (Y5). */
final class Exits {

    private Exits() {}

    /**
     * Dated back to the last day of service.
     *
     * @param from the period that ends
     * @param wish of staff; null where the clock or a job ends it
     */
    static Decision<Enrolment> decided(
            Enrolment of,
            Period from,
            Exit.Kind kind,
            String reason,
            ParticipationTerms all,
            LocalDate today,
            ExitRules.@Nullable Wish wish) {
        Exit exit = Exit.decided(from, from.clock(all).orElseThrow().lastGiven(), kind, reason, today, wish);
        return exited(of.with(from.ended(exit, all), all));
    }

    private static Decision<Enrolment> exited(Enrolment ended) {
        Exit exit = Objects.requireNonNull(ended.period().exit());
        return Decision.accept(ended, new EnrolmentEvent.Exited(exit.id(), exit.on(), exit.kind(), exit.positive()));
    }

    /**
     * What a change of the services means for an exit that was decided before it was known: the clock's is undone by a service that was
     * given in time, and any moves to another last day.
     *
     * @param service the one that moved it; null when none did
     * @param otherwise what happened where there is no exit to change
     */
    static Decision<Enrolment> settled(
            Enrolment of,
            Period changed,
            ParticipationTerms all,
            LocalDate today,
            @Nullable String service,
            Happened otherwise) {
        Exit exit = changed.exit();
        Optional<ExitClock> running = changed.clock(all);
        if (exit == null || running.isEmpty()) {
            return Decision.accept(of.with(changed, all), otherwise);
        }
        ExitClock clock = running.get();
        if (exit.kind() == Exit.Kind.NO_SERVICE && !clock.hasRunOut(today)) {
            return Decision.accept(of.with(changed.reopened(), all), new EnrolmentEvent.ExitUndone(exit.id(), service));
        }
        if (!clock.lastGiven().equals(exit.on())) {
            return exited(of.with(changed.endMoved(exit.movedTo(clock.lastGiven()), all), all));
        }
        return Decision.accept(of.with(changed, all), otherwise);
    }
}
