package org.throughcare.participant.reports.hud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughcare.participant.policy.CaseManagementMeasure;
import org.throughcare.participant.policy.ContactMethod;
import org.throughcare.participant.reports.Known;
import org.throughcare.participant.reports.Quarter;
import org.throughcare.participant.reports.hud.HudQuarter.Ground;
import org.throughcare.platform.aggregate.Decision;

/** Who is in case management in the second quarter of 2026, April to June. */
class HudQuarterTest {

    private static final Quarter QUARTER = Quarter.parse("2026-Q2").orElseThrow();
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);
    private static final LocalDate LATER = LocalDate.of(2026, 8, 15);
    private static final Known.Site SITE =
            new Known.Site("s-1", "Harbour Homes", ZoneId.of("America/Chicago"), "HUD_CHOICE", "MIXED");

    private static CaseManagementMeasure policy(boolean lapsedCount) {
        return new CaseManagementMeasure(List.of(ContactMethod.IN_PERSON), 12, lapsedCount);
    }

    private static TreeSet<LocalDate> days(LocalDate... days) {
        return new TreeSet<>(List.of(days));
    }

    private static Involvement involved(
            @Nullable LocalDate plan, TreeSet<LocalDate> assessed, TreeSet<LocalDate> met, TreeSet<LocalDate> took) {
        return new Involvement(plan, assessed, met, took);
    }

    private static ResidentRoster roster(ResidentRoster.Resident... residents) {
        return new ResidentRoster("r-1", SITE.id(), LocalDate.of(2026, 1, 1), List.of(residents));
    }

    private static HudSources.Residents known(Map<String, Involvement> involvement) {
        return new HudSources.Residents(
                Map.of("p-1", new Known.Person("p-1", "AAA-1", "Ann", "Berg", true)), Map.of(), involvement, Map.of());
    }

    private static HudQuarter.Row one(Involvement i, boolean lapsedCount, LocalDate today) {
        HudQuarter.Measure measure = new HudQuarter(QUARTER, today, policy(lapsedCount))
                .of(SITE, roster(new ResidentRoster.Resident("a", "p-1")), known(Map.of("p-1", i)));
        assertThat(measure.inCaseManagement() + measure.notInCaseManagement()).isEqualTo(measure.total());
        return measure.rows().getFirst();
    }

    private static HudQuarter.Row one(Involvement i) {
        return one(i, false, LATER);
    }

    @Test
    @DisplayName(
            "H2 H3 with an individual plan, met face to face in the quarter and assessed within the year: in, and why")
    void active() {
        HudQuarter.Row row = one(involved(FIRST, days(FIRST.minusMonths(2)), days(LAST), days()));
        assertThat(row.inCaseManagement()).isTrue();
        assertThat(row.ground()).isEqualTo(Ground.INDIVIDUAL_PLAN);
        assertThat(row.lapsed()).isFalse();
        assertThat(row.name()).isEqualTo("Ann Berg");
        assertThat(row.why()).contains("individual plan since 2026-04-01", "face to face on 2026-06-30");
    }

    @Test
    @DisplayName("H2 whoever was assessed is in, without a plan")
    void assessed() {
        HudQuarter.Row row = one(involved(null, days(FIRST), days(FIRST), days()));
        assertThat(row.ground()).isEqualTo(Ground.ASSESSED);
        assertThat(row.why()).startsWith("Was assessed on 2026-04-01");
    }

    @Test
    @DisplayName("H2 the quarter's first and last day are in it, the days beside them are not")
    void bounds() {
        for (LocalDate in : List.of(FIRST, LAST)) {
            assertThat(one(involved(FIRST, days(FIRST), days(in), days())).inCaseManagement())
                    .isTrue();
            assertThat(one(involved(null, days(), days(), days(in))).ground()).isEqualTo(Ground.FAMILY_PLAN);
        }
        for (LocalDate out : List.of(FIRST.minusDays(1), LAST.plusDays(1))) {
            assertThat(one(involved(FIRST, days(FIRST), days(out), days())).inCaseManagement())
                    .isFalse();
            assertThat(one(involved(null, days(), days(), days(out))).ground()).isEqualTo(Ground.NONE);
        }
        assertThat(one(involved(LAST, days(LAST), days(LAST), days())).inCaseManagement())
                .isTrue();
        assertThat(one(involved(LAST.plusDays(1), days(), days(LAST), days())).inCaseManagement())
                .isFalse();
    }

    @Test
    @DisplayName("H3 a reassessment twelve months before the quarter's end is in time, a day more is not")
    void reassessment() {
        LocalDate inTime = LAST.minusMonths(12);
        assertThat(one(involved(FIRST, days(inTime), days(LAST), days())).inCaseManagement())
                .isTrue();
        HudQuarter.Row late = one(involved(FIRST, days(inTime.minusDays(1)), days(LAST), days()));
        assertThat(late.inCaseManagement()).isFalse();
        assertThat(late.lapsed()).isTrue();
        assertThat(late.why()).contains("not assessed again within 12 months of 2025-06-29");
    }

    @Test
    @DisplayName("H2 H3 whether someone who lapsed still counts is the policy's; the row says so either way")
    void lapsed() {
        Involvement lapsed =
                involved(FIRST.minusYears(1), days(FIRST.minusMonths(3)), days(FIRST.minusDays(1)), days());
        HudQuarter.Row counts = one(lapsed, true, LATER);
        assertThat(counts.inCaseManagement()).isTrue();
        assertThat(counts.lapsed()).isTrue();
        assertThat(counts.why()).contains("counts all the same by the policy", "last on 2026-03-31");
        HudQuarter.Row not = one(lapsed, false, LATER);
        assertThat(not.inCaseManagement()).isFalse();
        assertThat(not.why()).contains("but has lapsed");
    }

    @Test
    @DisplayName("H2 a family member who really took part in the quarter counts, one who did before or never does not")
    void family() {
        assertThat(one(involved(null, days(), days(), days(FIRST.plusDays(9)))).why())
                .isEqualTo("Took part in the family plan, last on 2026-04-10.");
        HudQuarter.Row before = one(involved(null, days(), days(), days(FIRST.minusDays(1))));
        assertThat(before.inCaseManagement()).isFalse();
        assertThat(before.why()).contains("2026-03-31, before the quarter");
        assertThat(one(involved(null, days(), days(), days())).why())
                .isEqualTo("Has no individual plan, was not assessed and took no part in a family plan.");
        HudQuarter.Row both = one(involved(FIRST.minusYears(1), days(), days(), days(FIRST)));
        assertThat(both.ground()).isEqualTo(Ground.FAMILY_PLAN);
        assertThat(both.why()).contains("individual work has lapsed");
    }

    @Test
    @DisplayName("H2 while the quarter runs it is measured up to today: what is recorded for later does not count yet")
    void underWay() {
        LocalDate today = LocalDate.of(2026, 5, 10);
        assertThat(one(involved(FIRST, days(FIRST), days(today), days()), false, today)
                        .inCaseManagement())
                .isTrue();
        assertThat(one(involved(FIRST, days(FIRST), days(today.plusDays(1)), days()), false, today)
                        .inCaseManagement())
                .isFalse();
        HudQuarter.Measure measure = new HudQuarter(QUARTER, today, policy(true)).of(SITE, roster(), known(Map.of()));
        assertThat(measure.asOf()).isEqualTo(today);
        assertThat(measure.until()).isEqualTo(LAST);
    }

    @Test
    @DisplayName("H2 one person on two places, or under a record merged into another, counts once")
    void once() {
        ResidentRoster roster = roster(
                new ResidentRoster.Resident("a", "p-1"),
                new ResidentRoster.Resident("b", "p-1"),
                new ResidentRoster.Resident("c", "p-merged"),
                new ResidentRoster.Resident("d", null));
        HudSources.Residents known = new HudSources.Residents(
                Map.of("p-1", new Known.Person("p-1", "AAA-1", "Ann", "Berg", true)),
                Map.of("p-merged", "p-1"),
                Map.of("p-1", involved(FIRST, days(FIRST), days(FIRST), days())),
                Map.of("d", involved(null, days(), days(), days(LAST))));
        HudQuarter.Measure measure = new HudQuarter(QUARTER, LATER, policy(false)).of(SITE, roster, known);
        assertThat(measure.residents()).isEqualTo(4);
        assertThat(measure.total()).isEqualTo(2);
        assertThat(measure.inCaseManagement()).isEqualTo(2);
        assertThat(measure.notInCaseManagement()).isZero();
        assertThat(measure.rows()).extracting(HudQuarter.Row::counted).containsExactly(true, false, false, true);
        assertThat(measure.rows().get(2).why()).contains("same person as resident a");
        assertThat(measure.rows().getLast().ground()).isEqualTo(Ground.FAMILY_PLAN);
    }

    private static @Nullable LocalDate some(Random random) {
        return random.nextInt(3) == 0 ? null : FIRST.minusDays(500).plusDays(random.nextInt(700));
    }

    private static TreeSet<LocalDate> several(Random random) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate day = some(random);
            if (day != null) {
                days.add(day);
            }
        }
        return days;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 7, 42, 1_000, 20_260_401})
    @DisplayName(
            "H2 in and not in are all residents and never more, whoever is on the roster, and each row has its reason")
    void invariant(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            List<ResidentRoster.Resident> residents = new ArrayList<>();
            Map<String, String> merged = new HashMap<>();
            Map<String, Involvement> involvement = new HashMap<>();
            Map<String, Involvement> unlinked = new HashMap<>();
            int people = 1 + random.nextInt(40);
            for (int i = 0; i < people; i++) {
                // several residents per participant, and participants merged into others
                String participant = random.nextInt(4) == 0 ? null : "p-" + random.nextInt(people);
                residents.add(new ResidentRoster.Resident("r-" + i, participant));
                Involvement each = involved(some(random), several(random), several(random), several(random));
                if (participant == null) {
                    unlinked.put("r-" + i, each);
                } else {
                    involvement.put(participant, each);
                    if (random.nextInt(5) == 0) {
                        merged.put(participant, "p-standing");
                    }
                }
            }
            HudSources.Residents known = new HudSources.Residents(Map.of(), merged, involvement, unlinked);
            ResidentRoster roster = roster(residents.toArray(ResidentRoster.Resident[]::new));
            LocalDate today = FIRST.plusDays(random.nextInt(200));
            HudQuarter.Measure strict = new HudQuarter(QUARTER, today, policy(false)).of(SITE, roster, known);
            HudQuarter.Measure lenient = new HudQuarter(QUARTER, today, policy(true)).of(SITE, roster, known);
            for (HudQuarter.Measure each : List.of(strict, lenient)) {
                assertThat(each.inCaseManagement() + each.notInCaseManagement()).isEqualTo(each.total());
                assertThat(each.total()).isLessThanOrEqualTo(each.residents());
                assertThat(each.rows()).hasSize(residents.size());
                assertThat(each.rows().stream().filter(HudQuarter.Row::counted)).hasSize(each.total());
                assertThat(each.rows()).allSatisfy(row -> {
                    assertThat(row.why()).isNotBlank();
                    assertThat(row.inCaseManagement()).isEqualTo(row.ground() != Ground.NONE);
                    assertThat(row.counted() || !row.inCaseManagement()).isTrue();
                });
            }
            long persons = residents.stream()
                    .map(r -> r.participant() == null ? r.id() : merged.getOrDefault(r.participant(), r.participant()))
                    .distinct()
                    .count();
            assertThat((long) strict.total()).isEqualTo(persons);
            assertThat(lenient.inCaseManagement()).isGreaterThanOrEqualTo(strict.inCaseManagement());
        }
    }

    @Test
    @DisplayName("H2 a roster is of a day that has come and has each resident once; it is replaced by who looked at it")
    void imported() {
        ResidentRoster roster = roster(new ResidentRoster.Resident("a", "p-1"));
        LocalDate on = roster.on();
        assertThat(ResidentRoster.take(roster, on)).isInstanceOf(Decision.Accepted.class);
        assertThat(ResidentRoster.take(roster, on.minusDays(1))).isInstanceOf(Decision.Refused.class);
        ResidentRoster twice = roster(new ResidentRoster.Resident("a", "p-1"), new ResidentRoster.Resident("a", "p-2"));
        assertThat(ResidentRoster.take(twice, on)).isInstanceOf(Decision.Refused.class);
        ResidentRoster other = roster(new ResidentRoster.Resident("b", null));
        assertThat(roster.takeAgain(roster, false, on)).isInstanceOf(Decision.Unchanged.class);
        assertThat(roster.takeAgain(other, false, on)).isInstanceOf(Decision.Refused.class);
        assertThat(roster.takeAgain(other, true, on)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    @DisplayName("H2 quarters are written as 2026-Q2 and in no other way")
    void quarters() {
        assertThat(QUARTER.firstDay()).isEqualTo(FIRST);
        assertThat(QUARTER.lastDay()).isEqualTo(LAST);
        assertThat(Quarter.of(LAST)).isEqualTo(QUARTER).hasToString("2026-Q2");
        assertThat(Quarter.of(LAST.plusDays(1))).hasToString("2026-Q3");
        assertThat(Stream.of("2026-Q0", "2026-Q5", "2026-2", "Q2-2026", " 2026-Q2")
                        .map(Quarter::parse))
                .allMatch(Optional::isEmpty);
    }
}
