package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What monitors should look at: services that seem to serve only to keep a person active (N4), repeated planned gaps (Y9), and notes and
 * attendance that say something else than the file does (N12).
 *
 * @param why in words, with the dates
 */
public record MonitorFlag(String id, Kind kind, LocalDate since, String why) {

    /** What was noticed. */
    public enum Kind {
        PADDING,
        REPEATED_GAPS,
        NOTE_AND_FILE_DISAGREE
    }

    static List<MonitorFlag> in(Period period, ParticipationTerms terms) {
        List<MonitorFlag> flags = new ArrayList<>();
        padding(period, terms, flags);
        if (period.gaps().size() >= terms.plannedGapsWatched()) {
            LocalDate since = period.gaps().getLast().plannedOn();
            flags.add(new MonitorFlag(
                    period.id() + "-gaps",
                    Kind.REPEATED_GAPS,
                    since,
                    period.gaps().size() + " planned gaps in one participation"));
        }
        period.services().forEach(service -> disagreeing(service, flags));
        return flags;
    }

    private static void disagreeing(ServiceGiven service, List<MonitorFlag> flags) {
        service.disagreeing()
                .forEach(each -> flags.add(new MonitorFlag(
                        service.id() + "-" + each.id(),
                        Kind.NOTE_AND_FILE_DISAGREE,
                        each.on(),
                        service.name() + " is on record from " + service.from() + "; its "
                                + each.kind().name().toLowerCase(Locale.ROOT) + " is of " + each.on())));
    }

    /**
     * So many services in a row, each given only when the exit was near. What a planned gap delayed is no such service: one that ended
     * with the service before it, or begins with this one, delayed nothing.
     */
    private static void padding(Period period, ParticipationTerms terms, List<MonitorFlag> flags) {
        int nearFrom = terms.exitAfterDays() - terms.justifyServiceWithinDays();
        List<LocalDate> days = period.services().stream()
                .filter(ServiceGiven::qualifying)
                .flatMap(ServiceGiven::givenOn)
                .distinct()
                .sorted()
                .toList();
        List<LocalDate> row = new ArrayList<>();
        for (int i = 1; i < days.size(); i++) {
            LocalDate before = days.get(i - 1);
            LocalDate day = days.get(i);
            boolean delayed = period.gaps().stream()
                    .anyMatch(g -> g.until().isAfter(before) && g.from().isBefore(day));
            boolean onlyJustInTime = !delayed && !day.isBefore(before.plusDays(nearFrom));
            if (!onlyJustInTime) {
                row.clear();
                continue;
            }
            row.add(day);
            if (row.size() == terms.extensionsInARow()) {
                flags.add(new MonitorFlag(
                        period.id() + "-padding-" + row.getFirst(),
                        Kind.PADDING,
                        row.getFirst(),
                        "Services on " + row + " each came only when the exit was " + terms.justifyServiceWithinDays()
                                + " days away or less"));
                return;
            }
        }
    }
}
