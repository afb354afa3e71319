package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughcare.participant.policy.Programme;
import org.throughcare.testing.RandomHistories;

/** Histories of services, jobs, exits, late proof and decisions on follow-up, against a model that walks day by day. */
class FollowUpRandomHistoryTest {

    private static final List<FollowUp.Kind> KINDS = List.of(FollowUp.Kind.SUPPORTIVE);

    private record Funded(Programme programme, FundSource source) {}

    private static final List<Funded> WAYS = List.of(
            new Funded(Programme.WIOA_MONTGOMERY, FundSource.WIOA_ADULT),
            new Funded(Programme.CHICAGO, FundSource.WIOA_DISLOCATED_WORKER),
            new Funded(Programme.WIOA_YOUTH_TX, FundSource.WIOA_YOUTH),
            new Funded(Programme.LEAP, FundSource.LEAP_GRANT));

    static LongStream seeds() {
        return RandomHistories.seeds(300, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName(
            "Y12 N8 N9 check-ins and the later of two clocks equal those of a model that walks day by day (the name shows the seed)")
    void agreesWithTheModel(long seed) {
        History history = new History(new Random(seed));
        history.happens();
        Story story = history.story;
        Map<Integer, LocalDate> expected = history.expected();
        Map<Integer, LocalDate> found = new TreeMap<>();
        Set<Integer> done = new TreeSet<>();
        for (FollowUp each : story.enrolment.period().followUps()) {
            if (!each.open()) {
                done.add(each.month());
            }
            if (each.open() || expected.containsKey(each.month())) {
                found.put(each.month(), each.dueOn());
            }
        }
        assertThat(story.exit().on()).as("seed %d: exit", seed).isEqualTo(history.lastGiven);
        assertThat(found).as("seed %d: check-ins", seed).isEqualTo(expected);
        assertThat(done).as("seed %d: what was made stays", seed).isEqualTo(history.done);
        assertThat(story.enrolment.period().followUpEndsOn())
                .as("seed %d: end", seed)
                .isEqualTo(history.expectedEnd());
    }

    /** What happens, and the facts that the model knows of it. */
    private static final class History {

        private final Random random;
        private final Story story;
        private final List<FundSource> sources = new ArrayList<>();
        private final List<LocalDate> jobs = new ArrayList<>();
        private final Set<Integer> done = new TreeSet<>();
        private LocalDate lastGiven;
        private boolean died;

        private @Nullable FollowUpScope scope;

        History(Random random) {
            this.random = random;
            ZoneId zone = RandomHistories.ZONES.get(random.nextInt(RandomHistories.ZONES.size()));
            lastGiven = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(2_000));
            story = new Story(zone, lastGiven);
        }

        void happens() {
            Funded first = WAYS.get(random.nextInt(WAYS.size()));
            enrols(first);
            story.gives("08").proven();
            Funded second = WAYS.get(random.nextInt(WAYS.size()));
            if (random.nextInt(3) == 0 && second.programme() != first.programme()) {
                enrols(second);
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                story.after(1 + random.nextInt(80))
                        .gives("CAREER", story.today, "random")
                        .proven();
                lastGiven = story.today;
                maybeJob(0);
                maybeScope();
            }
            ends();
            for (int i = random.nextInt(6); i > 0; i--) {
                story.after(random.nextInt(40));
                maybeJob(1);
                maybeScope();
                maybeLateProof();
                maybeCheckIn();
            }
        }

        private void enrols(Funded way) {
            story.in(way.programme(), way.source()).eligible().enrols("note-staffing");
            assertThat(story.refusal).isNull();
            sources.add(way.source());
        }

        private void maybeJob(int atLeast) {
            if (random.nextInt(4) < 1 + atLeast) {
                LocalDate startedOn = story.today.minusDays(random.nextInt(20));
                story.findsJob(startedOn);
                jobs.add(startedOn);
            }
        }

        private void maybeScope() {
            if (random.nextInt(3) > 0) {
                return;
            }
            FollowUpScope wanted = new FollowUpScope(
                    random.nextBoolean() ? FollowUpScope.Intensity.LIGHTER : FollowUpScope.Intensity.USUAL,
                    11 + random.nextInt(10),
                    KINDS,
                    random.nextInt(4) > 0,
                    "basis " + random.nextInt(),
                    story.today,
                    "w");
            story.does(story.enrolment.decideFollowUp(wanted, story.terms));
            if (story.refusal == null) {
                scope = wanted;
            }
        }

        private void ends() {
            if (random.nextInt(8) == 0) {
                died = true;
                story.after(1)
                        .decides(new ExitRules.Wish(
                                Exit.Kind.DECEASED, "died", "n", "d", null, null, false, false, true, "w"));
            } else {
                story.on(lastGiven.plusDays(90L + random.nextInt(30))).visited();
            }
        }

        /** Of a day so early that the exit still stands, only on another day. */
        private void maybeLateProof() {
            long room = Math.min(89, story.today.toEpochDay() - 90 - lastGiven.toEpochDay());
            if (died || room < 1 || random.nextInt(3) > 0) {
                return;
            }
            LocalDate day = lastGiven.plusDays(1 + random.nextInt((int) room));
            story.gives("CAREER", day, "entered late").proven();
            assertThat(story.refusal).isNull();
            lastGiven = day;
        }

        private void maybeCheckIn() {
            List<FollowUp> open = story.enrolment.period().followUps().stream()
                    .filter(FollowUp::open)
                    .toList();
            if (open.isEmpty() || random.nextInt(3) > 0) {
                return;
            }
            FollowUp f = open.get(random.nextInt(open.size()));
            story.does(story.enrolment.followUp(new FollowUp(
                    f.id(),
                    f.month(),
                    f.dueOn(),
                    story.today,
                    FollowUp.Method.TELEPHONE,
                    null,
                    true,
                    null,
                    null,
                    null,
                    "w",
                    null)));
            done.add(f.month());
        }

        private boolean required() {
            boolean adultAlone = sources.stream()
                    .allMatch(s -> s == FundSource.WIOA_ADULT || s == FundSource.WIOA_DISLOCATED_WORKER);
            return !died && (!adultAlone || !jobs.isEmpty());
        }

        private int months() {
            return scope == null ? 12 : scope.forMonths();
        }

        Map<Integer, LocalDate> expected() {
            Map<Integer, LocalDate> expected = new TreeMap<>();
            if (required()) {
                boolean lighter = scope != null
                        && scope.intensity() == FollowUpScope.Intensity.LIGHTER
                        && sources.stream().allMatch(s -> s == FundSource.WIOA_YOUTH);
                Set<Integer> asked = new TreeSet<>(lighter ? List.of(1, 5, 12) : List.of(1, 3, 5, 8, 12));
                if (months() > 12) {
                    asked.add(months());
                }
                asked.forEach(month -> expected.put(month, walk(lastGiven, month)));
            }
            return expected;
        }

        @Nullable
        LocalDate expectedEnd() {
            if (!required()) {
                return null;
            }
            LocalDate end = walk(lastGiven, months());
            boolean fromWork =
                    sources.contains(FundSource.WIOA_ADULT) || sources.contains(FundSource.WIOA_DISLOCATED_WORKER);
            LocalDate firstJob = null;
            for (LocalDate job : jobs) {
                firstJob = firstJob == null || job.isBefore(firstJob) ? job : firstJob;
            }
            LocalDate byWork = fromWork && firstJob != null ? walk(firstJob, 12) : end;
            return byWork.isAfter(end) ? byWork : end;
        }

        /** So many changes of month later, on the same day of the month, or on its last where it is too short. */
        private static LocalDate walk(LocalDate from, int months) {
            LocalDate day = from;
            int changes = 0;
            while (true) {
                LocalDate next = day.plusDays(1);
                changes += next.getMonth() == day.getMonth() ? 0 : 1;
                day = next;
                boolean last = day.plusDays(1).getDayOfMonth() == 1;
                boolean there = day.getDayOfMonth() == from.getDayOfMonth()
                        || (last && day.getDayOfMonth() < from.getDayOfMonth());
                if (changes == months && there) {
                    return day;
                }
            }
        }
    }
}
