package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughcare.testing.RandomHistories;

/** Histories of services, late entries, gaps and late looks at the clock, against a model that walks day by day. */
class ExitClockRandomHistoryTest {

    private static final int DAYS = 700;

    static LongStream seeds() {
        return RandomHistories.seeds(150, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("Y11 the exit equals that of a model which walks day by day (the name shows the seed)")
    void agreesWithTheModel(long seed) {
        Random random = new Random(seed);
        Story story = Story.participating();
        Set<LocalDate> given = new HashSet<>(Set.of(Story.DAY));
        List<PlannedGap> gaps = new ArrayList<>();
        int everyDays = 10 + random.nextInt(110);
        for (int i = 1; i < DAYS; i++) {
            story.after(1);
            if (random.nextInt(everyDays) == 0) {
                recordOne(story, random, given);
            }
            if (random.nextInt(200) == 0) {
                LocalDate from = story.today.plusDays(random.nextInt(60));
                story.plansGap(from, from.plusDays(85L + random.nextInt(100)));
                if (story.refusal == null) {
                    gaps.add(story.enrolment.period().gaps().getLast());
                }
            }
            if (random.nextInt(3) > 0) {
                story.visited();
            }
        }
        story.visited();
        assertThat(exitOn(story)).as("seed %d", seed).isEqualTo(model(given, gaps, story.today));
    }

    /** Today's, or one entered up to 40 days late; with its proof at once or never. */
    private static void recordOne(Story story, Random random, Set<LocalDate> given) {
        LocalDate day = story.today.minusDays(random.nextBoolean() ? 0 : random.nextInt(40));
        if (day.isBefore(Story.DAY)) {
            return;
        }
        story.gives("CAREER", day, "random");
        if (story.refusal == null && random.nextInt(5) > 0) {
            story.proven();
            given.add(day);
        }
    }

    private static @Nullable LocalDate exitOn(Story story) {
        Exit exit = story.enrolment.period().exit();
        return exit == null ? null : exit.on();
    }

    /** Knows nothing of the clock's arithmetic: counts days since the last service, one day at a time. */
    private static @Nullable LocalDate model(Set<LocalDate> given, List<PlannedGap> gaps, LocalDate today) {
        LocalDate last = Story.DAY;
        int without = 0;
        for (LocalDate day = Story.DAY.plusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
            without++;
            LocalDate now = day;
            boolean inGap = gaps.stream().anyMatch(g -> !now.isBefore(g.from()) && !now.isAfter(g.until()));
            if (without >= 90 && !inGap) {
                return last;
            }
            if (given.contains(day)) {
                last = day;
                without = 0;
            }
        }
        return null;
    }
}
