package org.throughcare.participant.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;

/** What a grantee reports on, per site, worker or staffing model (L23): above all how soon after release people are met and served. */
public final class Performance {

    /** What rows are made by. */
    public enum By {
        SITE,
        WORKER,
        STAFFING_MODEL
    }

    /**
     * @param daysToFirstContact median, in days from release to the first contact
     * @param daysToFirstService median, in days from release to the first service given
     */
    public record Row(
            String site,
            String group,
            int participants,
            int released,
            int contactedAfterRelease,
            @Nullable Integer daysToFirstContact,
            int servedAfterRelease,
            @Nullable Integer daysToFirstService,
            int participating,
            int exited,
            int positiveExits,
            int placed,
            @Nullable BigDecimal medianHourlyWage,
            int followUpsDone,
            int followUpsLate,
            String why) {}

    private Performance() {}

    public static List<Row> rows(
            Known known, By by, Map<String, NavigableSet<LocalDate>> contactDays, LocalDate today) {
        Roster roster = new Roster(known);
        Function<Known.Custody, String> group = c -> switch (by) {
            case SITE -> roster.siteName();
            case WORKER -> roster.workerName(roster.primary(c.participant()));
            case STAFFING_MODEL -> roster.staffingModel(c.participant());
        };
        Map<String, List<Known.Custody>> groups = new TreeMap<>();
        known.custodies()
                .forEach(c -> groups.computeIfAbsent(group.apply(c), g -> new ArrayList<>())
                        .add(c));
        return groups.entrySet().stream()
                .map(each -> row(each.getKey(), each.getValue(), roster, contactDays, today))
                .toList();
    }

    private static Row row(
            String group,
            List<Known.Custody> members,
            Roster roster,
            Map<String, NavigableSet<LocalDate>> contactDays,
            LocalDate today) {
        List<Known.Custody> released = members.stream()
                .filter(c -> c.release() != null && c.release().isReal())
                .toList();
        List<Integer> toContact = released.stream()
                .flatMap(c -> daysTo(c, contactDays.getOrDefault(c.participant(), new TreeSet<>())).stream())
                .toList();
        List<Integer> toService = released.stream()
                .flatMap(c -> daysTo(c, given(roster, c.participant())).stream())
                .toList();
        List<EnrolmentSnapshot> enrolments = members.stream()
                .flatMap(c -> roster.enrolmentOf(c.participant()).stream())
                .toList();
        List<EnrolmentSnapshot.Ended> exits = enrolments.stream()
                .map(EnrolmentSnapshot::exit)
                .filter(Objects::nonNull)
                .toList();
        List<BigDecimal> wages = enrolments.stream()
                .map(EnrolmentSnapshot::placement)
                .filter(Objects::nonNull)
                .map(EnrolmentSnapshot.Job::hourlyWage)
                .toList();
        List<EnrolmentSnapshot.CheckIn> checkIns =
                enrolments.stream().flatMap(e -> e.followUps().stream()).toList();
        return new Row(
                roster.siteName(),
                group,
                members.size(),
                released.size(),
                toContact.size(),
                median(toContact).orElse(null),
                toService.size(),
                median(toService).orElse(null),
                (int) enrolments.stream()
                        .filter(e -> e.state() == Enrolment.State.PARTICIPATING)
                        .count(),
                exits.size(),
                (int) exits.stream().filter(EnrolmentSnapshot.Ended::positive).count(),
                wages.size(),
                median(wages).orElse(null),
                (int) checkIns.stream().filter(f -> f.doneOn() != null).count(),
                (int) checkIns.stream()
                        .filter(f -> f.doneOn() == null && f.dueOn().isBefore(today))
                        .count(),
                released.size() + " released; " + toContact.size() + " of them in contact and " + toService.size()
                        + " served since, counted from the day of release; medians are the lower middle value.");
    }

    private static NavigableSet<LocalDate> given(Roster roster, String participant) {
        TreeSet<LocalDate> days = new TreeSet<>();
        roster.enrolmentOf(participant)
                .ifPresent(e -> Stream.concat(
                                e.services().stream(), e.earlier().stream().flatMap(p -> p.services().stream()))
                        .forEach(s -> days.addAll(s.givenOn())));
        return days;
    }

    private static Optional<Integer> daysTo(Known.Custody custody, NavigableSet<LocalDate> days) {
        Known.Release release = custody.release();
        return release == null
                ? Optional.empty()
                : Optional.ofNullable(days.ceiling(release.on()))
                        .map(day -> Math.toIntExact(ChronoUnit.DAYS.between(release.on(), day)));
    }

    private static <T extends Comparable<T>> Optional<T> median(List<T> values) {
        List<T> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2));
    }
}
