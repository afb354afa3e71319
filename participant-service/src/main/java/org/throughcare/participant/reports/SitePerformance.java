package org.throughcare.participant.reports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;

/**
 * What the performance report needs to know of a site, by worker and by staffing model: numbers only, so that it can be kept, and put
 * together with other sites' (L23).
 *
 * @param today the day at the site on which was counted; what is late is late on it
 * @param groups no two of the same kind and key
 */
public record SitePerformance(String site, String name, Instant asOf, LocalDate today, List<Group> groups) {

    /** @param key a worker's id, which tells two of one name apart, a staffing model, or a service's programme and code */
    public record Group(Performance.By by, String key, String name, Numbers numbers) {}

    /** @param late check-ins that are overdue */
    public record Numbers(
            int participants,
            int released,
            Spread daysToContact,
            Spread daysToService,
            int participating,
            int exited,
            int positive,
            Spread wages,
            int checkedIn,
            int late) {

        static final Numbers NONE = new Numbers(0, 0, Spread.NONE, Spread.NONE, 0, 0, 0, Spread.NONE, 0, 0);

        Numbers plus(Numbers other) {
            return new Numbers(
                    participants + other.participants,
                    released + other.released,
                    daysToContact.plus(other.daysToContact),
                    daysToService.plus(other.daysToService),
                    participating + other.participating,
                    exited + other.exited,
                    positive + other.positive,
                    wages.plus(other.wages),
                    checkedIn + other.checkedIn,
                    late + other.late);
        }
    }

    public SitePerformance {
        groups = List.copyOf(groups);
    }

    public int participants() {
        return groups(Performance.By.STAFFING_MODEL)
                .mapToInt(g -> g.numbers().participants())
                .sum();
    }

    /** Those that rows of this kind are made of; a site as a whole is the sum of its staffing models. */
    Stream<Group> groups(Performance.By by) {
        Performance.By kept = by == Performance.By.SITE ? Performance.By.STAFFING_MODEL : by;
        return groups.stream().filter(g -> g.by() == kept);
    }

    /** Counts people one after the other and keeps nobody. */
    static final class Count {

        private record Key(Performance.By by, String key) {}

        private static final class Tally {
            private String name = "";
            private int participants;
            private int released;
            private final List<BigDecimal> toContact = new ArrayList<>();
            private final List<BigDecimal> toService = new ArrayList<>();
            private int participating;
            private int exited;
            private int positive;
            private final List<BigDecimal> wages = new ArrayList<>();
            private int checkedIn;
            private int late;

            Numbers numbers() {
                return new Numbers(
                        participants,
                        released,
                        Spread.of(toContact),
                        Spread.of(toService),
                        participating,
                        exited,
                        positive,
                        Spread.of(wages),
                        checkedIn,
                        late);
            }
        }

        private final LocalDate today;
        private final Map<Key, Tally> tallies =
                new TreeMap<>(Comparator.comparing(Key::by).thenComparing(Key::key));

        Count(LocalDate today) {
            this.today = today;
        }

        /** @param known people of the site who were not added before */
        void add(Known known, Map<String, NavigableSet<LocalDate>> contactDays) {
            Roster roster = new Roster(known);
            Map<String, Known.Custody> custodies = new LinkedHashMap<>();
            known.custodies().forEach(each -> custodies.put(each.participant(), each));
            Set<String> everybody = new LinkedHashSet<>(custodies.keySet());
            known.enrolments().forEach(each -> everybody.add(each.participant()));
            for (String participant : everybody) {
                Known.Custody custody = custodies.get(participant);
                for (Tally tally : tallies(participant, custody, roster)) {
                    tally.participants++;
                    if (custody != null) {
                        release(custody, roster, contactDays, tally);
                    }
                    roster.enrolmentOf(participant).ifPresent(e -> enrolment(e, tally));
                }
            }
        }

        /**
         * Once each, however many services of one kind a person was given; of whoever was never inside none is counted as given there, nor
         * as missing.
         */
        private Set<Tally> tallies(String participant, Known.@Nullable Custody custody, Roster roster) {
            String worker = roster.primary(participant);
            String model = roster.staffingModel(participant);
            Set<Tally> all = new LinkedHashSet<>();
            all.add(tally(Performance.By.WORKER, worker, roster.workerName(worker)));
            all.add(tally(Performance.By.STAFFING_MODEL, model, model));
            if (custody == null) {
                return all;
            }
            List<EnrolmentSnapshot.Service> inside = services(roster, participant)
                    .filter(service -> wasInside(service, custody.release()))
                    .toList();
            inside.forEach(service -> all.add(
                    tally(Performance.By.SERVICE_INSIDE, service.programme() + "/" + service.code(), service.name())));
            if (inside.isEmpty()) {
                all.add(tally(Performance.By.SERVICE_INSIDE, "", Performance.NO_SERVICE_INSIDE));
            }
            return all;
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

        private Tally tally(Performance.By by, String key, String name) {
            Tally tally = tallies.computeIfAbsent(new Key(by, key), k -> new Tally());
            tally.name = name;
            return tally;
        }

        private static void release(
                Known.Custody custody, Roster roster, Map<String, NavigableSet<LocalDate>> contactDays, Tally tally) {
            Known.Release release = custody.release();
            if (release == null || !release.isReal()) {
                return;
            }
            tally.released++;
            String participant = custody.participant();
            daysTo(release, contactDays.getOrDefault(participant, new TreeSet<>()))
                    .ifPresent(tally.toContact::add);
            daysTo(release, given(roster, participant)).ifPresent(tally.toService::add);
        }

        private void enrolment(EnrolmentSnapshot e, Tally tally) {
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

        private static NavigableSet<LocalDate> given(Roster roster, String participant) {
            TreeSet<LocalDate> days = new TreeSet<>();
            services(roster, participant).forEach(s -> days.addAll(s.givenOn()));
            return days;
        }

        private static Optional<BigDecimal> daysTo(Known.Release release, NavigableSet<LocalDate> days) {
            return Optional.ofNullable(days.ceiling(release.on()))
                    .map(day -> BigDecimal.valueOf(ChronoUnit.DAYS.between(release.on(), day)));
        }

        SitePerformance of(Known.Site site, Instant asOf) {
            String name = site.name();
            List<Group> groups = new ArrayList<>();
            tallies.forEach((key, tally) -> groups.add(new Group(key.by(), key.key(), tally.name, tally.numbers())));
            return new SitePerformance(site.id(), name == null ? site.id() : name, asOf, today, groups);
        }
    }
}
