package org.throughcare.participant.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.time.BusinessClock;

class PreparingPerformanceTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final int LARGE = 10;

    private final Shelf shelf = new Shelf();
    private final Sources sources = new Sources();
    private final BusinessClock clock = new BusinessClock();
    private final PreparingPerformance preparing = new PreparingPerformance(sources, shelf, clock, LARGE);

    /** So that no day ends while a test runs. */
    @BeforeEach
    void noon() {
        clock.moveTo(clock.today(ZONE).plusDays(1).atTime(12, 0).atZone(ZONE).toInstant());
    }

    @Test
    @DisplayName("L23 a small site is counted whenever it is asked for, also when a count of it is kept")
    void small() {
        Known.Site site = sources.site("s-1", LARGE - 1);
        preparing.prepare();
        sources.people.put("s-1", LARGE - 2);
        assertThat(participants(site)).isEqualTo(LARGE - 2);
        assertThat(participants(site)).isEqualTo(LARGE - 2);
        assertThat(sources.counted).containsExactly("s-1", "s-1", "s-1");
    }

    @Test
    @DisplayName("L23 a large site is counted once, by the first to ask or ahead, and says when")
    void large() {
        Known.Site site = sources.site("s-1", LARGE);
        Instant before = clock.now();
        assertThat(participants(site)).isEqualTo(LARGE);
        Instant counted = preparing.of(List.of(site)).getFirst().asOf();
        assertThat(counted).isBetween(before, clock.now());
        sources.people.put("s-1", LARGE + 5);
        assertThat(participants(site)).isEqualTo(LARGE);
        assertThat(sources.counted).containsExactly("s-1");
    }

    @Test
    @DisplayName(
            "L23 it is counted again ten minutes after, or after twenty times as long as it took, and on a new day")
    void again() {
        sources.site("s-1", LARGE);
        preparing.prepare();
        preparing.prepare();
        assertThat(sources.counted).as("nothing is due").hasSize(1);

        shelf.change("s-1", clock.now().minus(Duration.ofMinutes(9)), Duration.ofSeconds(3));
        preparing.prepare();
        assertThat(sources.counted).as("a minute too soon").hasSize(1);
        shelf.change("s-1", clock.now().minus(Duration.ofMinutes(10)), Duration.ofSeconds(3));
        preparing.prepare();
        assertThat(sources.counted).as("ten minutes").hasSize(2);

        shelf.change("s-1", clock.now().minus(Duration.ofMinutes(19)), Duration.ofMinutes(1));
        preparing.prepare();
        assertThat(sources.counted).as("took a minute: a minute too soon").hasSize(2);
        shelf.change("s-1", clock.now().minus(Duration.ofMinutes(20)), Duration.ofMinutes(1));
        preparing.prepare();
        assertThat(sources.counted).as("took a minute").hasSize(3);

        clock.moveTo(clock.today(ZONE).plusDays(1).atStartOfDay(ZONE).toInstant());
        preparing.prepare();
        assertThat(sources.counted)
                .as("check-ins may be late that were not yesterday")
                .hasSize(4);
    }

    @Test
    @DisplayName("L23 what another instance is counting is left to it, until it has come to no end for ten minutes")
    void taken() {
        sources.site("s-1", LARGE);
        sources.site("s-2", LARGE);
        assertThat(shelf.takeOn("s-1", clock.now(), clock.now().plus(Duration.ofMinutes(10))))
                .isTrue();
        preparing.prepare();
        assertThat(sources.counted).containsExactly("s-2");
        clock.moveTo(clock.now().plus(Duration.ofMinutes(10)));
        preparing.prepare();
        assertThat(sources.counted).startsWith("s-2", "s-1");
    }

    private int participants(Known.Site site) {
        return preparing.of(List.of(site)).getFirst().participants();
    }

    private static final class Shelf implements PreparedPerformance {

        private final Map<String, Kept> kept = new HashMap<>();
        private final Map<String, Instant> busy = new HashMap<>();

        @Override
        public List<Kept> of(Collection<String> sites) {
            return sites.stream()
                    .flatMap(s -> Optional.ofNullable(kept.get(s)).stream())
                    .toList();
        }

        @Override
        public void keep(Kept counted) {
            kept.put(counted.performance().site(), counted);
            busy.remove(counted.performance().site());
        }

        @Override
        public boolean takeOn(String site, Instant now, Instant until) {
            if (busy.getOrDefault(site, Instant.EPOCH).isAfter(now)) {
                return false;
            }
            busy.put(site, until);
            return true;
        }

        void change(String site, Instant asOf, Duration took) {
            kept.computeIfPresent(
                    site,
                    (_, k) -> new Kept(
                            new SitePerformance(
                                    site,
                                    k.performance().name(),
                                    asOf,
                                    k.performance().today(),
                                    k.performance().groups()),
                            took));
        }
    }

    private static final class Sources implements ReportSources {

        private final Map<String, Integer> people = new HashMap<>();
        private final List<Known.Site> sites = new ArrayList<>();
        private final List<String> counted = new ArrayList<>();

        Known.Site site(String id, int count) {
            Known.Site site = new Known.Site(id, "Site " + id, ZONE, "LEAP", "TRANSITION");
            sites.add(site);
            people.put(id, count);
            return site;
        }

        @Override
        public List<Known.Site> sites() {
            return sites;
        }

        @Override
        public Optional<Known.Site> site(String id) {
            return sites.stream().filter(s -> s.id().equals(id)).findFirst();
        }

        @Override
        public void pages(Known.Site site, About about, Consumer<Known> reader) {
            counted.add(site.id());
            IntStream.range(0, people.getOrDefault(site.id(), 0))
                    .mapToObj(i -> new Known(
                            site,
                            List.of(),
                            List.of(),
                            List.of(new Known.Custody("p-" + i, "JAIL", null, null, null)),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of()))
                    .forEach(reader);
        }

        @Override
        public List<Known.Staff> staff(Known.Site site) {
            return List.of();
        }

        @Override
        public Known caseloads(Known.Site site) {
            throw new UnsupportedOperationException("not asked for here");
        }

        @Override
        public Map<String, NavigableSet<LocalDate>> contactDays(Collection<String> participants) {
            return Map.of();
        }
    }
}
