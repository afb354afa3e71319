package org.throughcare.participant.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughcare.participant.enrolment.NewActivity;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.testing.RandomHistories;

/** Histories of reviews, services, new activity and assessments, many told days late or twice, against a model that walks day by day. */
class PlanReviewRandomHistoryTest {

    static LongStream seeds() {
        return RandomHistories.seeds(300, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName(
            "Y6 N3 N11 Y3 L22 the review is due on the day, and late in the first minute, that a walking model finds (the name shows the seed)")
    void agreesWithTheModel(long seed) {
        History history = new History(seed);
        for (int day = 0; day < 700; day++) {
            history.lives();
        }
        assertThat(history.late).as("seed %d: announced", seed).isEqualTo(history.expectedLate);
    }

    private record Call(LocalDate on, int within) {}

    private static final class History {

        private final long seed;
        private final Random random;
        private final ZoneId zone;
        private final LocalDate start;
        private final int everyDays;
        private final List<LocalDate> reviews = new ArrayList<>();
        private final List<Call> calls = new ArrayList<>();
        private final List<String> late = new ArrayList<>();
        private final List<String> expectedLate = new ArrayList<>();
        private Plan plan;
        private LocalDate today;
        private LocalDate expectedDue;
        private int told;

        private @Nullable LocalDate said;

        History(long seed) {
            this.seed = seed;
            random = new Random(seed);
            zone = RandomHistories.ZONES.get(random.nextInt(RandomHistories.ZONES.size()));
            start = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(2_000));
            today = start;
            everyDays = List.of(30, 90, 182, 365).get(random.nextInt(4));
            Goal goal = new Goal(
                    "g",
                    "Work as a baker",
                    "hired",
                    List.of(new Step(
                            "st", "Write a résumé", "participant", Step.Delivery.BY_STAFF, null, null, null, null)),
                    "supports the family",
                    start.plusDays(120),
                    "participant",
                    1,
                    Goal.State.OPEN,
                    null,
                    null);
            Plan first = new Plan(
                    "p",
                    "s",
                    zone,
                    start,
                    "bakery first",
                    List.of("Job center"),
                    new BackUps("sister drives", "not needed"),
                    List.of(goal),
                    List.of(),
                    List.of(),
                    everyDays,
                    start.plusDays(everyDays),
                    null,
                    List.of(),
                    List.of());
            plan = accepted(Plan.start(first, start, "w"));
            expectedDue = walked();
        }

        private static Plan accepted(Decision<Plan> decision) {
            return ((Decision.Accepted<Plan>) decision).state();
        }

        void lives() {
            today = today.plusDays(1);
            assertThat(plan.visit(today.atStartOfDay(zone).toInstant().minusMillis(1)))
                    .as("seed %d: before %s begins", seed, today)
                    .isInstanceOf(Decision.Unchanged.class);
            looks();
            if (random.nextInt(15) == 0) {
                happens();
                assertThat(plan.reviewDueOn()).as("seed %d: on %s", seed, today).isEqualTo(expectedDue);
                looks();
            }
        }

        /** On the day itself, or written down days later. */
        private LocalDate someDay() {
            return today.minusDays(random.nextInt(3) > 0 ? 0 : random.nextInt(30));
        }

        private void happens() {
            int within = 1 + random.nextInt(20);
            LocalDate on = someDay();
            switch (random.nextInt(5)) {
                case 0, 1 -> review(on);
                case 2 -> calls(plan.serviceCompleted(cause(), on, within), on, within, !on.isBefore(start));
                case 3 ->
                    calls(
                            plan.outgrownBy(new NewActivity(cause(), NewActivity.Kind.NEW, on), within),
                            on,
                            within,
                            on.isAfter(start));
                default -> calls(plan.assessedAnew(++told, on, within), on, within, on.isAfter(start));
            }
        }

        private String cause() {
            return "c-" + ++told;
        }

        private void review(LocalDate on) {
            if (on.isBefore(start)) {
                return;
            }
            plan = accepted(plan.review(new Review("r" + ++told, on, "on track", "w"), everyDays, today));
            reviews.add(on);
            expectedDue = walked();
            if (said != null && !said.equals(expectedDue)) {
                said = null;
            }
        }

        private void calls(Decision<Plan> decision, LocalDate on, int within, boolean afterThePlan) {
            boolean counts = afterThePlan && reviews.stream().noneMatch(review -> !review.isBefore(on));
            assertThat(decision instanceof Decision.Accepted<Plan>)
                    .as("seed %d: announced on %s", seed, today)
                    .isEqualTo(counts);
            if (decision instanceof Decision.Accepted<Plan>(Plan state, Happened _)) {
                plan = state;
                calls.add(new Call(on, within));
                expectedDue = walked();
            }
        }

        /** Walks on from the last review, or from the plan's start. */
        private LocalDate walked() {
            LocalDate last = reviews.stream().max(LocalDate::compareTo).orElse(null);
            LocalDate day = last == null ? start : last;
            int days = 0;
            while (days < everyDays && !asksFor(day, last)) {
                day = day.plusDays(1);
                days++;
            }
            return day;
        }

        private boolean asksFor(LocalDate day, @Nullable LocalDate last) {
            return calls.stream()
                    .filter(call -> last == null || call.on().isAfter(last))
                    .anyMatch(call -> ChronoUnit.DAYS.between(call.on(), day) == call.within());
        }

        private void looks() {
            Instant now = today.atStartOfDay(zone).toInstant();
            if (expectedDue.isBefore(today) && !expectedDue.equals(said)) {
                said = expectedDue;
                expectedLate.add(said + " on " + today);
            }
            Instant due = plan.dueAt();
            if (due != null && !due.isAfter(now)) {
                plan = accepted(plan.visit(now));
                late.add(plan.overdueSaidFor() + " on " + today);
            }
            assertThat(plan.visit(now.plusSeconds(60)))
                    .as("seed %d: nothing twice on %s", seed, today)
                    .isInstanceOf(Decision.Unchanged.class);
        }
    }
}
