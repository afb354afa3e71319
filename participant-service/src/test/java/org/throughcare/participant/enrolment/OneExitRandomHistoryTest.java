package org.throughcare.participant.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.participant.enrolment.Records.FIRST;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.testing.RandomHistories;

/** One history under one id, and the same split over two that are merged some day; and what an un-merge gives back. */
class OneExitRandomHistoryTest {

    private static final int DAYS = 500;

    static LongStream seeds() {
        return RandomHistories.seeds(30, 10);
    }

    /** A proof that is on its way: a note of a device that is offline, say. */
    private record Proof(
            LocalDate arrives, UUID single, String singleService, UUID split, String splitService, LocalDate of) {}

    /** The same person in two worlds: under one id in one of them, under two in the other. */
    private static final class TwoWorlds {
        private final Random random;
        private final Records single = new Records();
        private final Records split = new Records();
        private final UUID one;
        private final FundSource source;
        private final UUID survivor;
        private final UUID alias;
        private final List<Proof> onTheWay = new ArrayList<>();
        private boolean merged;

        TwoWorlds(Random random) {
            this.random = random;
            source = random.nextBoolean() ? FundSource.LEAP_GRANT : FundSource.WIOA_ADULT;
            one = single.participating(source);
            boolean aliasFirst = random.nextBoolean();
            alias = aliasFirst ? split.participating(source) : enrolled();
            survivor = aliasFirst ? enrolled() : split.participating(source);
        }

        private UUID enrolled() {
            return split.enrols(split.takenIn(), Programme.LEAP, source);
        }

        void merge() {
            split.merge(alias, survivor);
            merged = true;
            split.hearsAll();
        }

        void nextDay() {
            LocalDate next = single.today().plusDays(1);
            single.until(next);
            split.until(next);
            onTheWay.stream().filter(p -> !p.arrives().isAfter(next)).forEach(p -> {
                single.proves(p.single(), p.singleService(), p.of());
                split.proves(p.split(), p.splitService(), p.of());
                if (random.nextInt(3) > 0) {
                    split.hears(p.split());
                }
            });
            onTheWay.removeIf(p -> !p.arrives().isAfter(next));
            if (random.nextInt(4) == 0) {
                split.hearsAll();
            }
        }

        /** Today's or one that is entered late; staff who are refused under both ids find out that they are one person's. */
        void serve() {
            LocalDate earliest = merged ? startOf(survivor) : FIRST;
            LocalDate day = single.today().minusDays(random.nextBoolean() ? 0 : random.nextInt(40));
            if (day.isBefore(earliest)) {
                day = single.today();
            }
            String here = single.id();
            boolean accepted = single.attempted(one, here, day) instanceof Result.Done<Enrolment>;
            String there = split.id();
            if (!accepted) {
                if (merged && split.enrolment(survivor).period().startedOn() != null) {
                    split.hearsAll();
                    assertThat(split.attempted(survivor, there, day)).isInstanceOf(Result.Refused.class);
                }
                return;
            }
            UUID under = underWhich(there, day);
            int proof = random.nextInt(6);
            if (proof < 3) {
                single.proves(one, here, day);
                split.proves(under, there, day);
            } else if (proof < 5) {
                onTheWay.add(new Proof(single.today().plusDays(random.nextInt(60)), one, here, under, there, day));
            }
            if (random.nextBoolean()) {
                split.hears(under);
            }
        }

        private LocalDate startOf(UUID id) {
            LocalDate start = split.enrolment(id).period().startedOn();
            return start == null ? FIRST : start;
        }

        private UUID underWhich(String service, LocalDate day) {
            if (!merged) {
                UUID first = random.nextBoolean() ? survivor : alias;
                for (UUID id : List.of(first, first.equals(survivor) ? alias : survivor)) {
                    if (split.attempted(id, service, day) instanceof Result.Done<Enrolment>) {
                        return id;
                    }
                }
                merge();
            }
            split.hearsAll();
            assertThat(split.attempted(survivor, service, day)).as("on %s", day).isInstanceOf(Result.Done.class);
            return survivor;
        }

        /** Under the survivor once merged, else under either that can have it. */
        void planGap() {
            LocalDate from = single.today().plusDays(random.nextInt(60));
            LocalDate until = from.plusDays(91L + random.nextInt(85));
            split.hearsAll();
            UUID id = merged || random.nextBoolean() ? survivor : alias;
            if (single.couldPlanGap(one, from, until) && split.couldPlanGap(id, from, until)) {
                assertThat(single.plansGap(one, from, until)).isInstanceOf(Result.Done.class);
                assertThat(split.plansGap(id, from, until)).isInstanceOf(Result.Done.class);
            }
        }

        /** Known at once or late; where the survivor has not begun, nobody can enter it there. */
        void findJob() {
            split.hearsAll();
            UUID id = merged || random.nextBoolean() ? survivor : alias;
            LocalDate day = single.today().minusDays(random.nextInt(30));
            if (split.enrolment(id).period().startedOn() != null) {
                single.findsJob(one, day);
                split.findsJob(id, day);
            }
        }

        void agree(long seed) {
            split.hearsAll();
            split.visits(survivor);
            split.visits(alias);
            EnrolmentSnapshot is = split.ofPerson(alias);
            EnrolmentSnapshot wanted = single.snapshot(one);
            String when = "seed " + seed + " on " + single.today();
            assertThat(is.exitProjectedOn()).as(when).isEqualTo(wanted.exitProjectedOn());
            assertThat(is.exit() == null ? null : is.exit().on())
                    .as(when)
                    .isEqualTo(wanted.exit() == null ? null : wanted.exit().on());
            if (is.exit() != null && wanted.exit() != null) {
                assertThat(is.exit().positive())
                        .as(when)
                        .isEqualTo(wanted.exit().positive());
            }
            assertThat(is.followUps())
                    .extracting(EnrolmentSnapshot.CheckIn::dueOn)
                    .as(when)
                    .isEqualTo(wanted.followUps().stream()
                            .map(EnrolmentSnapshot.CheckIn::dueOn)
                            .toList());
            assertThat(is.followUpEndsOn()).as(when).isEqualTo(wanted.followUpEndsOn());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName(
            "H8 Y5 Y11 a history split over two ids ends as the same history under one id (the name shows the seed)")
    void splitOrNot(long seed) {
        Random random = new Random(seed);
        TwoWorlds worlds = new TwoWorlds(random);
        int everyDays = 8 + random.nextInt(70);
        int mergedOn = random.nextInt(300);
        for (int i = 1; i < DAYS; i++) {
            worlds.nextDay();
            if (random.nextInt(everyDays) == 0) {
                worlds.serve();
            }
            if (random.nextInt(150) == 0) {
                worlds.planGap();
            }
            if (random.nextInt(200) == 0) {
                worlds.findJob();
            }
            if (i >= mergedOn && !worlds.merged) {
                worlds.merge();
            }
            if (worlds.merged && i % 7 == 0) {
                worlds.agree(seed);
            }
        }
        if (!worlds.merged) {
            worlds.merge();
        }
        worlds.agree(seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName(
            "H8 Y11 after an un-merge each exit is what it would have been without the merge (the name shows the seed)")
    void thereAndBack(long seed) {
        Random random = new Random(seed);
        Records apart = new Records();
        Records merged = new Records();
        List<UUID> ids = List.of(apart.enrolled(), apart.enrolled(), apart.enrolled());
        assertThat(List.of(merged.enrolled(), merged.enrolled(), merged.enrolled()))
                .isEqualTo(ids);
        List<Boolean> isMerged = new ArrayList<>(List.of(false, false, false));
        int everyDays = 15 + random.nextInt(60);
        for (int i = 1; i < DAYS; i++) {
            LocalDate today = FIRST.plusDays(i);
            apart.until(today);
            merged.until(today);
            UUID id = ids.get(random.nextInt(3));
            String service = "service-" + i;
            boolean first = apart.enrolment(id).period().services().isEmpty();
            if (random.nextInt(everyDays) == 0
                    && apart.attempted(id, service, today) instanceof Result.Done<Enrolment>) {
                assertThat(merged.attempted(id, service, today))
                        .as("a merge refuses nothing that would have been accepted")
                        .isInstanceOf(Result.Done.class);
                if (first || random.nextInt(5) > 0) {
                    apart.proves(id, service, today);
                    merged.proves(id, service, today);
                    merged.hears(id);
                }
            }
            if (random.nextInt(100) == 0 && apart.findsJob(id, today) instanceof Result.Done<Enrolment>) {
                assertThat(merged.findsJob(id, today)).isInstanceOf(Result.Done.class);
                merged.hears(id);
            }
            int alias = 1 + random.nextInt(2);
            if (random.nextInt(40) == 0) {
                if (isMerged.get(alias)) {
                    merged.unmerge(ids.get(alias));
                } else {
                    merged.merge(ids.get(alias), ids.getFirst());
                }
                isMerged.set(alias, !isMerged.get(alias));
                merged.hears(ids.get(alias)).hears(ids.getFirst());
            }
        }
        for (int alias = 1; alias < 3; alias++) {
            if (isMerged.get(alias)) {
                merged.unmerge(ids.get(alias));
            }
        }
        merged.hearsAll();
        ids.forEach(merged::visits);
        for (UUID id : ids) {
            assertThat(merged.exitOn(id)).as("seed %d", seed).isEqualTo(apart.exitOn(id));
            assertThat(merged.endsOn(id)).as("seed %d", seed).isEqualTo(apart.endsOn(id));
            assertThat(merged.snapshot(id).followUpEndsOn())
                    .as("seed %d", seed)
                    .isEqualTo(apart.snapshot(id).followUpEndsOn());
            assertThat(merged.enrolment(id).period().beside()).isEmpty();
        }
    }
}
