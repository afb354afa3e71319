package org.throughcare.participant.reports;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;

/** The countdown to exit for everyone who takes part (Y11), the nearest first. */
public final class ExitAlert {

    /**
     * @param daysLeft until the participation ends; 0 or less means that the clock is about to say so
     * @param nearExit a service added now needs a justification
     * @param withoutEvidence qualifying services that nothing proves yet
     */
    public record Row(
            String site,
            String participant,
            String caseNumber,
            String name,
            String worker,
            LocalDate exitProjectedOn,
            long daysLeft,
            boolean nearExit,
            @Nullable LocalDate lastServiceOn,
            String lastService,
            String lastServiceProgramme,
            @Nullable LocalDate plannedGapUntil,
            int withoutEvidence,
            String flags,
            String why) {}

    public static final Comparator<Row> ORDER =
            Comparator.comparing(Row::exitProjectedOn).thenComparing(Row::caseNumber);

    private ExitAlert() {}

    /** @param worker whose caseload; null for all */
    public static List<Row> rows(Known known, @Nullable String worker, LocalDate today) {
        Roster roster = new Roster(known);
        return known.participations().stream()
                .filter(e -> e.state() == Enrolment.State.PARTICIPATING)
                .filter(e -> worker == null || worker.equals(roster.primary(e.participant())))
                .flatMap(e -> row(e, roster, today).stream())
                .sorted(ORDER)
                .toList();
    }

    private static List<Row> row(Known.Participation e, Roster roster, LocalDate today) {
        LocalDate ends = e.exitProjectedOn();
        if (ends == null) {
            return List.of();
        }
        EnrolmentSnapshot.LastService last = e.lastService();
        EnrolmentSnapshot.Gap gap = e.gap();
        LocalDate warnFrom = e.warnFrom();
        String flags = e.flags().stream()
                .map(f -> f.kind().name())
                .distinct()
                .reduce((a, b) -> a + " " + b)
                .orElse("");
        return List.of(new Row(
                roster.siteName(),
                e.participant(),
                roster.caseNumber(e.participant()),
                roster.name(e.participant()),
                roster.workerName(roster.primary(e.participant())),
                ends,
                ChronoUnit.DAYS.between(today, ends),
                warnFrom != null && !today.isBefore(warnFrom),
                last == null ? null : last.on(),
                last == null ? "" : last.code() + " " + last.name(),
                last == null ? "" : last.programme().name(),
                gap == null ? null : gap.until(),
                e.unevidenced(),
                flags,
                why(ends, last, gap)));
    }

    private static String why(
            LocalDate ends, EnrolmentSnapshot.@Nullable LastService last, EnrolmentSnapshot.@Nullable Gap gap) {
        String service = last == null
                ? "No service is on record since participation started"
                : "The last qualifying service " + (last.proven() ? "given" : "on record, without evidence,") + " was "
                        + last.name() + " (" + last.programme() + ") on " + last.on();
        String held = gap == null ? "" : "; a planned gap until " + gap.until() + " holds the exit off";
        return service + held + "; without another one before " + ends + " the participation ends, dated back to it.";
    }
}
