package org.throughcare.participant.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;

/**
 * What a grantee reports on, per site or across all of them, by worker or staffing model (L23): above all how soon after release people
 * are met and served. By what was given inside, so that those who prepare people see how they do (L21). People are counted one after
 * the other and nobody is kept, only the numbers.
 */
public final class Performance {

    /** What rows are made by. */
    public enum By {
        SITE,
        WORKER,
        STAFFING_MODEL,
        /**
         * How those did who had a service while they were inside (L21): a person counts in a row for each that evidence proves, or in one
         * for those who had none.
         */
        SERVICE_INSIDE
    }

    /** In the place of a site's name, where rows are about all of them. */
    public static final String ALL_SITES = "All sites";

    /** In the place of a service's name. */
    public static final String NO_SERVICE_INSIDE = "None";

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

    /** @param key tells two workers of one name apart */
    private record Group(String site, String name, String key) {}

    /** Of one row. */
    private static final class Tally {
        private int participants;
        private int released;
        private final List<Integer> toContact = new ArrayList<>();
        private final List<Integer> toService = new ArrayList<>();
        private int participating;
        private int exited;
        private int positive;
        private final List<BigDecimal> wages = new ArrayList<>();
        private int checkedIn;
        private int late;
    }

    private final By by;
    private final boolean across;
    private final Map<Group, Tally> tallies = new TreeMap<>(
            Comparator.comparing(Group::site).thenComparing(Group::name).thenComparing(Group::key));

    /** @param across one row per group over all sites, instead of one at each site */
    public Performance(By by, boolean across) {
        this.by = by;
        this.across = across;
    }

    /** @param known people who were not added before */
    public void add(Known known, Map<String, NavigableSet<LocalDate>> contactDays, LocalDate today) {
        Roster roster = new Roster(known);
        for (Known.Custody each : known.custodies()) {
            for (Group group : groups(each, roster)) {
                Tally tally = tallies.computeIfAbsent(group, g -> new Tally());
                tally.participants++;
                release(each, roster, contactDays, tally);
                roster.enrolmentOf(each.participant()).ifPresent(e -> enrolment(e, tally, today));
            }
        }
    }

    private Set<Group> groups(Known.Custody custody, Roster roster) {
        String participant = custody.participant();
        String site = across ? ALL_SITES : roster.siteName();
        String ofSite = across ? "" : roster.siteId();
        return switch (by) {
            case SITE -> Set.of(new Group(site, site, ofSite));
            case WORKER -> {
                String worker = roster.primary(participant);
                yield Set.of(new Group(site, roster.workerName(worker), worker));
            }
            case STAFFING_MODEL -> Set.of(new Group(site, roster.staffingModel(participant), ofSite));
            case SERVICE_INSIDE -> {
                Set<Group> inside = services(roster, participant)
                        .filter(service -> wasInside(service, custody.release()))
                        .map(service -> new Group(
                                site, service.name(), ofSite + "/" + service.programme() + "/" + service.code()))
                        .collect(Collectors.toSet());
                yield inside.isEmpty() ? Set.of(new Group(site, NO_SERVICE_INSIDE, ofSite)) : inside;
            }
        };
    }

    /** The day of the release counts as outside, as it does for the first service after it. */
    private static boolean wasInside(EnrolmentSnapshot.Service service, Known.@Nullable Release release) {
        return service.givenOn().stream()
                .anyMatch(day -> release == null || !release.isReal() || day.isBefore(release.on()));
    }

    private static Stream<EnrolmentSnapshot.Service> services(Roster roster, String participant) {
        return roster.enrolmentOf(participant).stream()
                .flatMap(e -> Stream.concat(
                        e.services().stream(), e.earlier().stream().flatMap(p -> p.services().stream())));
    }

    private static void release(
            Known.Custody custody, Roster roster, Map<String, NavigableSet<LocalDate>> contactDays, Tally tally) {
        Known.Release release = custody.release();
        if (release == null || !release.isReal()) {
            return;
        }
        tally.released++;
        String participant = custody.participant();
        daysTo(release, contactDays.getOrDefault(participant, new TreeSet<>())).ifPresent(tally.toContact::add);
        daysTo(release, given(roster, participant)).ifPresent(tally.toService::add);
    }

    private static void enrolment(EnrolmentSnapshot e, Tally tally, LocalDate today) {
        if (e.state() == Enrolment.State.PARTICIPATING) {
            tally.participating++;
        }
        EnrolmentSnapshot.Ended exit = e.exit();
        if (exit != null) {
            tally.exited++;
            tally.positive += exit.positive() ? 1 : 0;
        }
        EnrolmentSnapshot.Job job = e.placement();
        if (job != null) {
            tally.wages.add(job.hourlyWage());
        }
        for (EnrolmentSnapshot.CheckIn each : e.followUps()) {
            if (each.doneOn() != null) {
                tally.checkedIn++;
            } else if (each.dueOn().isBefore(today)) {
                tally.late++;
            }
        }
    }

    /** By site, then by group. */
    public List<Row> rows() {
        return tallies.entrySet().stream()
                .map(each -> row(each.getKey(), each.getValue()))
                .toList();
    }

    private static Row row(Group group, Tally t) {
        return new Row(
                group.site(),
                group.name(),
                t.participants,
                t.released,
                t.toContact.size(),
                median(t.toContact).orElse(null),
                t.toService.size(),
                median(t.toService).orElse(null),
                t.participating,
                t.exited,
                t.positive,
                t.wages.size(),
                median(t.wages).orElse(null),
                t.checkedIn,
                t.late,
                t.released + " released; " + t.toContact.size() + " of them in contact and " + t.toService.size()
                        + " served since, counted from the day of release; medians are the lower middle value.");
    }

    private static NavigableSet<LocalDate> given(Roster roster, String participant) {
        TreeSet<LocalDate> days = new TreeSet<>();
        services(roster, participant).forEach(s -> days.addAll(s.givenOn()));
        return days;
    }

    private static Optional<Integer> daysTo(Known.Release release, NavigableSet<LocalDate> days) {
        return Optional.ofNullable(days.ceiling(release.on()))
                .map(day -> Math.toIntExact(ChronoUnit.DAYS.between(release.on(), day)));
    }

    private static <T extends Comparable<T>> Optional<T> median(List<T> values) {
        List<T> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2));
    }
}
