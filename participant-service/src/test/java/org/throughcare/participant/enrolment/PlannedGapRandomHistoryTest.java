package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughcare.testing.RandomHistories;

/**
 * Planned gaps among services, in zones that change to summer time by day, at midnight and by half an hour: the clock is looked at when it
 * asks for it and at no other time, and must agree with a model that walks day by day.
 */
class PlannedGapRandomHistoryTest {

    private static final int DAYS = 800;

    static LongStream seeds() {
        return RandomHistories.seeds(150, 50);
    }

    private record Ended(LocalDate on, LocalDate noticedOn) {}

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName(
            "Y9 Y11 with planned gaps the end falls on the day, and in the first minute, that a walking model finds (the name shows the seed)")
    void agreesWithTheModel(long seed) {
        Random random = new Random(seed);
        ZoneId zone = RandomHistories.ZONES.get(random.nextInt(RandomHistories.ZONES.size()));
        LocalDate start = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1_500));
        Story story = new Story(zone, start).eligible().enrols().gives("08").proven();
        Set<LocalDate> given = new HashSet<>(Set.of(start));
        List<PlannedGap> gaps = new ArrayList<>();
        int everyDays = 15 + random.nextInt(140);
        for (int i = 1; i < DAYS && story.enrolment.period().exit() == null; i++) {
            story.after(1);
            looks(story, zone, seed);
            if (story.enrolment.period().exit() == null) {
                happens(story, random, everyDays, given, gaps);
            }
        }
        Exit exit = story.enrolment.period().exit();
        assertThat(exit == null ? null : new Ended(exit.on(), exit.decidedOn()))
                .as("seed %d in %s from %s", seed, zone, start)
                .isEqualTo(model(start, given, gaps));
    }

    /** As the deadline does: when it is due and not before, first a moment too early. */
    private static void looks(Story story, ZoneId zone, long seed) {
        Instant due = story.enrolment.dueAt();
        if (due == null || LocalDate.ofInstant(due, zone).isAfter(story.today)) {
            return;
        }
        if (LocalDate.ofInstant(due, zone).equals(story.today)) {
            assertThat(due)
                    .as("seed %d: the first minute of %s in %s", seed, story.today, zone)
                    .isEqualTo(firstMinute(story.today, zone));
            story.visited(due.minusMillis(1)).announcesNothing();
        }
        story.visited();
        if (story.enrolment.period().exit() == null) {
            assertThat(Objects.requireNonNull(story.enrolment.dueAt()))
                    .as("seed %d: what was looked at is not due again", seed)
                    .isAfter(firstMinute(story.today, zone));
        }
    }

    private static void happens(
            Story story, Random random, int everyDays, Set<LocalDate> given, List<PlannedGap> gaps) {
        if (random.nextInt(everyDays) == 0) {
            story.gives("CAREER", story.today, "random").proven();
            assertThat(story.refusal).isNull();
            given.add(story.today);
        }
        if (random.nextInt(60) == 0) {
            LocalDate from = story.today.plusDays(random.nextInt(80));
            story.plansGap(from, from.plusDays(88L + random.nextInt(95)));
            if (story.refusal == null) {
                gaps.add(story.enrolment.period().gaps().getLast());
            }
        }
    }

    private static Instant firstMinute(LocalDate day, ZoneId zone) {
        Instant at = day.atStartOfDay(ZoneOffset.UTC).toInstant().minus(Duration.ofHours(15));
        while (LocalDate.ofInstant(at, zone).isBefore(day)) {
            at = at.plus(Duration.ofMinutes(1));
        }
        return at;
    }

    /** Counts days without a service, one day at a time, and looks only after a gap whether they are too many. */
    private static @Nullable Ended model(LocalDate start, Set<LocalDate> given, List<PlannedGap> gaps) {
        LocalDate last = start;
        int without = 0;
        for (int i = 1; i < DAYS; i++) {
            LocalDate day = start.plusDays(i);
            without++;
            boolean inGap = gaps.stream().anyMatch(g -> !day.isBefore(g.from()) && !day.isAfter(g.until()));
            if (without >= 90 && !inGap) {
                return new Ended(last, day);
            }
            if (given.contains(day)) {
                last = day;
                without = 0;
            }
        }
        return null;
    }
}
