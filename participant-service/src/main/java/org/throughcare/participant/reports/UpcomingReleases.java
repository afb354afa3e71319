package org.throughcare.participant.reports;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is expected to be released soon, and what is still missing before (L10, L15, L18). */
public final class UpcomingReleases {

    public record Row(
            String site,
            String participant,
            String caseNumber,
            String name,
            String worker,
            String facility,
            LocalDate projectedRelease,
            long daysLeft,
            int introductions,
            @Nullable LocalDate contactCardGivenOn,
            String handover,
            String why) {}

    public static final Comparator<Row> ORDER =
            Comparator.comparing(Row::projectedRelease).thenComparing(Row::caseNumber);

    private UpcomingReleases() {}

    public static List<Row> rows(Known known, int withinDays, LocalDate today) {
        Roster roster = new Roster(known);
        return known.custodies().stream()
                .filter(c -> !"RELEASED".equals(c.population()))
                .filter(c ->
                        c.projectedRelease() != null && !c.projectedRelease().isAfter(today.plusDays(withinDays)))
                .flatMap(c -> row(c, roster, today).stream())
                .sorted(ORDER)
                .toList();
    }

    private static Optional<Row> row(Known.Custody c, Roster roster, LocalDate today) {
        LocalDate on = c.projectedRelease();
        if (on == null) {
            return Optional.empty();
        }
        Optional<Known.CaseFile> file = roster.caseOf(c.participant());
        int introductions =
                file.map(Known.CaseFile::introductions).map(List::size).orElse(0);
        LocalDate card = file.map(Known.CaseFile::contactCardGivenOn).orElse(null);
        String handover =
                file.map(Known.CaseFile::handover).map(Known.Handover::state).orElse("NONE");
        long days = ChronoUnit.DAYS.between(today, on);
        String when = days < 0 ? "Was to be released " + -days + " days ago" : "To be released in " + days + " days";
        String missing = (introductions == 0 ? "; no introduction to staff outside yet" : "")
                + (card == null ? "; contact card not handed over yet" : "");
        return Optional.of(new Row(
                roster.siteName(),
                c.participant(),
                roster.caseNumber(c.participant()),
                roster.name(c.participant()),
                roster.workerName(roster.primary(c.participant())),
                c.facility() == null ? "" : c.facility(),
                on,
                days,
                introductions,
                card,
                handover,
                when + missing + "."));
    }
}
