package org.throughcare.participant.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughcare.participant.custody.Population;
import org.throughcare.participant.policy.Programme;
import org.throughcare.participant.site.Setting;
import org.throughcare.participant.site.StaffingModel;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.testing.RandomHistories;

/** Years of releases, many recorded late, mistakes taken back and returns to jail, against a model that walks day by day. */
class YearAfterReleaseRandomHistoryTest {

    private static final int MONTHS = 12;
    private static final int DAYS = 1_200;

    static LongStream seeds() {
        return RandomHistories.seeds(100, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName(
            "L1 L15 the year after release ends on the day, and alerts in the first minute, that a walking model finds (the name shows the seed)")
    void agreesWithTheModel(long seed) {
        History history = new History(seed);
        for (int day = 0; day < DAYS; day++) {
            history.lives();
        }
        assertThat(history.alerts).as("seed %d: alerts", seed).isEqualTo(history.expectedAlerts);
        assertThat(history.of.state()).as("seed %d: nothing is closed", seed).isEqualTo(Case.State.OPEN);
    }

    private static final class History {

        private final long seed;
        private final Random random;
        private final ZoneId zone;
        private final int warningDays;
        private final List<UUID> withdrawn = new ArrayList<>();
        private final List<String> alerts = new ArrayList<>();
        private final List<String> expectedAlerts = new ArrayList<>();
        private Case of;
        private LocalDate today;
        private boolean alerted;

        private CustodyFacts.@Nullable ReleaseFact release;

        History(long seed) {
            this.seed = seed;
            random = new Random(seed);
            zone = RandomHistories.ZONES.get(random.nextInt(RandomHistories.ZONES.size()));
            warningDays = List.of(1, 14, 30, 60).get(random.nextInt(4));
            today = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(2_000));
            StaffingModel model = StaffingModel.values()[random.nextInt(StaffingModel.values().length)];
            Case.Terms terms = new Case.Terms(id(), 1, 14, 1, MONTHS, warningDays, 14);
            of = ((Decision.Accepted<Case>) Case.open(
                            new Case.Opening(
                                    id(), id(), zone, List.of(Programme.LEAP), model, terms, id(), Setting.JAIL),
                            now(),
                            "staff:someone"))
                    .state();
        }

        private UUID id() {
            return new UUID(random.nextLong(), random.nextLong());
        }

        private Instant now() {
            return today.atStartOfDay(zone).toInstant();
        }

        void lives() {
            today = today.plusDays(1);
            assertThat(of.visit(now().minusMillis(1)))
                    .as("seed %d: before %s begins", seed, today)
                    .isInstanceOf(Decision.Unchanged.class);
            looks();
            switch (random.nextInt(120)) {
                case 0, 1 -> released();
                case 2 -> takenBack();
                case 3 -> {
                    if (random.nextInt(3) == 0) {
                        heldAgain();
                    }
                }
                default -> {}
            }
            assertThat(of.yearEndsOn()).as("seed %d: on %s", seed, today).isEqualTo(expectedEnd());
            looks();
        }

        private void released() {
            if (release == null) {
                release = new CustodyFacts.ReleaseFact(
                        id(), today.minusDays(random.nextInt(3) > 0 ? 0 : random.nextInt(400)));
                alerted = false;
                follows();
            }
        }

        private void takenBack() {
            CustodyFacts.ReleaseFact mistaken = release;
            if (mistaken != null) {
                withdrawn.add(mistaken.id());
                heldAgain();
            }
        }

        private void heldAgain() {
            release = null;
            follows();
        }

        /** As often as there is something left to do, and once more: news may come twice. */
        private void follows() {
            CustodyFacts facts = new CustodyFacts(
                    release == null ? Population.IN_CUSTODY : Population.RELEASED, null, release, withdrawn);
            while (FollowingSteps.next(of, facts, now()) instanceof Decision.Accepted<Case>(Case state, Happened _)) {
                of = state;
            }
            assertThat(FollowingSteps.next(of, facts, now())).isInstanceOf(Decision.Unchanged.class);
        }

        /** Walks on from the day of the release: twelve changes of month, then its day, or the month's last. */
        private @Nullable LocalDate expectedEnd() {
            CustodyFacts.ReleaseFact from = release;
            if (from == null) {
                return null;
            }
            LocalDate day = from.on();
            int changes = 0;
            while (true) {
                LocalDate next = day.plusDays(1);
                changes += next.getMonth() == day.getMonth() ? 0 : 1;
                day = next;
                boolean last = day.plusDays(1).getDayOfMonth() == 1;
                if (changes == MONTHS
                        && (day.getDayOfMonth() == from.on().getDayOfMonth()
                                || last && day.getDayOfMonth() < from.on().getDayOfMonth())) {
                    return day;
                }
            }
        }

        private void looks() {
            LocalDate end = expectedEnd();
            if (end != null && !alerted && end.toEpochDay() - today.toEpochDay() <= warningDays) {
                alerted = true;
                expectedAlerts.add(end + " on " + today);
            }
            Instant due = of.dueAt();
            while (due != null && !due.isAfter(now())) {
                Decision.Accepted<Case> visited = (Decision.Accepted<Case>) of.visit(now());
                of = visited.state();
                if (visited.happened() instanceof CaseEvent.YearEnding(LocalDate ends)) {
                    alerts.add(ends + " on " + today);
                }
                due = of.dueAt();
            }
            assertThat(of.visit(now().plusSeconds(60)))
                    .as("seed %d: nothing twice on %s", seed, today)
                    .isInstanceOf(Decision.Unchanged.class);
        }
    }
}
