package org.throughcare.participant.reports;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;

/** Check-ins after exit that are due or late (Y12, N8). */
public final class FollowUpsDue {

    public record Row(
            String site,
            String participant,
            String caseNumber,
            String name,
            String worker,
            int month,
            LocalDate dueOn,
            boolean late,
            LocalDate exitOn,
            @Nullable LocalDate followUpEndsOn,
            String why) {}

    public static final Comparator<Row> ORDER = Comparator.comparing(Row::dueOn).thenComparing(Row::caseNumber);

    private FollowUpsDue() {}

    public static List<Row> rows(Known known, @Nullable String worker, int withinDays, LocalDate today) {
        Roster roster = new Roster(known);
        return known.participations().stream()
                .filter(e -> worker == null || worker.equals(roster.primary(e.participant())))
                .flatMap(e -> e.followUps().stream()
                        .filter(f -> f.doneOn() == null && !f.dueOn().isAfter(today.plusDays(withinDays)))
                        .flatMap(f -> row(e, f, roster, today).stream()))
                .sorted(ORDER)
                .toList();
    }

    private static List<Row> row(Known.Participation e, EnrolmentSnapshot.CheckIn f, Roster roster, LocalDate today) {
        EnrolmentSnapshot.Ended exit = e.exit();
        if (exit == null) {
            return List.of();
        }
        return List.of(new Row(
                roster.siteName(),
                e.participant(),
                roster.caseNumber(e.participant()),
                roster.name(e.participant()),
                roster.workerName(roster.primary(e.participant())),
                f.month(),
                f.dueOn(),
                f.dueOn().isBefore(today),
                exit.on(),
                e.followUpEndsOn(),
                "Month " + f.month() + " after the exit of " + exit.on() + " (" + exit.kind()
                        + "), which became known on " + exit.decidedOn() + "."));
    }
}
