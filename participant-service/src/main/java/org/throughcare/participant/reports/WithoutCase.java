package org.throughcare.participant.reports;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;

/**
 * Who is enrolled and has no open case, so that nobody works with them (Y4): whoever waits longest first. Enrolled is who takes part, and
 * who is in a programme and waits for the first qualifying service.
 */
public final class WithoutCase {

    /**
     * @param programmes that they are in, separated by spaces; those that they were in, when all are closed and the participation goes on
     * @param enrolledOn the first day in any of these
     * @param days since then
     * @param participationStart null until the first qualifying service
     * @param lastWorker who answered for the participant when the case was closed; empty when there was none
     */
    public record Row(
            String site,
            String participant,
            String caseNumber,
            String name,
            String programmes,
            LocalDate enrolledOn,
            long days,
            @Nullable LocalDate participationStart,
            String lastWorker,
            String why) {}

    public static final Comparator<Row> ORDER =
            Comparator.comparing(Row::enrolledOn).thenComparing(Row::caseNumber);

    private WithoutCase() {}

    /** A record that was merged into another is not listed: the other one is. */
    public static List<Row> rows(Known known, LocalDate today) {
        Roster roster = new Roster(known);
        return known.participations().stream()
                .filter(e -> !roster.merged(e.participant()))
                .filter(e -> roster.caseOf(e.participant())
                        .filter(Known.CaseFile::open)
                        .isEmpty())
                .flatMap(e -> row(e, roster, today).stream())
                .sorted(ORDER)
                .toList();
    }

    private static Optional<Row> row(Known.Participation e, Roster roster, LocalDate today) {
        List<EnrolmentSnapshot.InProgramme> in = enrolledIn(e, today);
        return in.stream()
                .map(EnrolmentSnapshot.InProgramme::from)
                .min(Comparator.naturalOrder())
                .map(since -> new Row(
                        roster.siteName(),
                        e.participant(),
                        roster.caseNumber(e.participant()),
                        roster.name(e.participant()),
                        String.join(
                                " ",
                                in.stream()
                                        .map(each -> each.programme().name())
                                        .distinct()
                                        .toList()),
                        since,
                        ChronoUnit.DAYS.between(since, today),
                        e.participationStart(),
                        roster.workerName(roster.primary(e.participant())),
                        why(e, roster, since)));
    }

    private static List<EnrolmentSnapshot.InProgramme> enrolledIn(Known.Participation e, LocalDate today) {
        List<EnrolmentSnapshot.InProgramme> open =
                e.programmes().stream().filter(each -> open(each, today)).toList();
        return switch (e.state()) {
            case EXITED -> List.of();
            case NOT_PARTICIPATING -> open;
            case PARTICIPATING -> open.isEmpty() ? e.programmes() : open;
        };
    }

    private static boolean open(EnrolmentSnapshot.InProgramme in, LocalDate today) {
        LocalDate until = in.until();
        return !in.from().isAfter(today) && (until == null || !until.isBefore(today));
    }

    private static String why(Known.Participation e, Roster roster, LocalDate since) {
        String enrolled = e.state() == Enrolment.State.PARTICIPATING
                ? "Takes part, enrolled since " + since
                : "Enrolled since " + since + " and waiting for the first qualifying service";
        return roster.caseOf(e.participant())
                .map(closed -> enrolled + ", and the case was closed; it can be taken up again.")
                .orElse(enrolled + ", and no case was opened.");
    }
}
