package org.throughcare.participant.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.enrolment.CatalogueEntry;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;
import org.throughcare.participant.enrolment.Exit;
import org.throughcare.participant.policy.PolicyValues;
import org.throughcare.participant.policy.Programme;

class ReportsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final Instant COUNTED = Instant.parse("2026-06-01T15:00:00Z");

    private static EnrolmentSnapshot enrolment(
            String participant, @Nullable LocalDate endsOn, @Nullable LocalDate exitOn) {
        return enrolment(participant, TODAY.minusDays(80), endsOn, exitOn);
    }

    private static EnrolmentSnapshot enrolment(
            String participant, LocalDate given, @Nullable LocalDate endsOn, @Nullable LocalDate exitOn) {
        EnrolmentSnapshot.Service service = new EnrolmentSnapshot.Service(
                "s-" + participant,
                Programme.LEAP,
                "CAREER",
                "Career counselling",
                given,
                null,
                true,
                CatalogueEntry.Level.INTENSIVE,
                null,
                List.of(given),
                List.of());
        EnrolmentSnapshot.CheckIn checkIn = new EnrolmentSnapshot.CheckIn(
                "f-" + participant, 1, TODAY.plusDays(10), null, null, null, null, null, null);
        return new EnrolmentSnapshot(
                participant,
                "s-1",
                ZONE,
                exitOn == null ? Enrolment.State.PARTICIPATING : Enrolment.State.EXITED,
                "period",
                1,
                List.of(),
                given,
                List.of(service),
                new EnrolmentSnapshot.LastService(
                        service.id(), Programme.LEAP, "CAREER", service.name(), given, true, null),
                endsOn,
                endsOn == null ? null : endsOn.minusDays(14),
                null,
                List.of(),
                0,
                exitOn == null ? null : new EnrolmentSnapshot.Ended("x", exitOn, Exit.Kind.NO_SERVICE, exitOn, false),
                null,
                List.of(),
                exitOn == null ? List.of() : List.of(checkIn),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                null);
    }

    private static Known known(List<EnrolmentSnapshot> enrolments, List<Known.Custody> custodies) {
        return new Known(
                new Known.Site("s-1", "Harbour", ZONE, "LEAP", "TRANSITION"),
                List.of(
                        new Known.Person("p-1", "AAA-1", "Ann", "Berg", true),
                        new Known.Person("p-2", "BBB-2", "Bo", "Carl", true)),
                List.of(
                        new Known.CaseFile("p-1", "TRANSITION", "w-1", null, List.of(), null, null, "OPEN", null),
                        new Known.CaseFile(
                                "p-2",
                                "MIXED",
                                "w-2",
                                new Known.Handover("OPEN", TODAY),
                                List.of(new Known.Introduction("VISIT")),
                                null,
                                TODAY,
                                "OPEN",
                                150)),
                custodies,
                Reading.of(enrolments),
                enrolments,
                List.of(),
                List.of(),
                List.of(
                        new Known.Staff("w-1", "Wen", "JAIL_CASE_MANAGER", List.of("JAIL"), true, null),
                        new Known.Staff("w-2", "Xu", "COMMUNITY_CASE_MANAGER", List.of("COMMUNITY"), true, null)));
    }

    private static Known.Custody custody(
            String participant, String population, @Nullable LocalDate projected, @Nullable LocalDate released) {
        return new Known.Custody(
                participant,
                population,
                "County jail",
                projected,
                released == null ? null : new Known.Release("r-" + participant, released, "UNPLANNED"));
    }

    @Test
    @DisplayName("Y11 the exit alert counts down for everyone on a caseload, the nearest first, and says why")
    void exitAlert() {
        Known known = known(
                List.of(enrolment("p-1", TODAY.plusDays(40), null), enrolment("p-2", TODAY.plusDays(10), null)),
                List.of());
        List<ExitAlert.Row> rows = ExitAlert.rows(known, null, TODAY);
        assertThat(rows).extracting(ExitAlert.Row::participant).containsExactly("p-2", "p-1");
        assertThat(rows.getFirst().daysLeft()).isEqualTo(10);
        assertThat(rows.getFirst().nearExit()).isTrue();
        assertThat(rows.getLast().nearExit()).isFalse();
        assertThat(rows).allSatisfy(r -> assertThat(r.why()).contains("Career counselling (LEAP)"));
        assertThat(ExitAlert.rows(known, "w-1", TODAY))
                .extracting(ExitAlert.Row::name)
                .containsExactly("Ann Berg");
    }

    @Test
    @DisplayName("Y11 who has exited is not in the exit alert but in the follow-ups due")
    void exited() {
        Known known = known(List.of(enrolment("p-1", null, TODAY.minusDays(20))), List.of());
        assertThat(ExitAlert.rows(known, null, TODAY)).isEmpty();
        assertThat(FollowUpsDue.rows(known, null, 9, TODAY)).isEmpty();
        assertThat(FollowUpsDue.rows(known, null, 10, TODAY)).singleElement().satisfies(r -> {
            assertThat(r.late()).isFalse();
            assertThat(r.why()).startsWith("Month 1 after the exit");
        });
    }

    @Test
    @DisplayName("L10 L15 upcoming releases show what is missing, up to the last day asked for")
    void upcoming() {
        Known known = known(
                List.of(),
                List.of(
                        custody("p-1", "NEAR_RELEASE", TODAY.plusDays(60), null),
                        custody("p-2", "IN_CUSTODY", TODAY.plusDays(61), null)));
        assertThat(UpcomingReleases.rows(known, 60, TODAY)).singleElement().satisfies(r -> {
            assertThat(r.why()).contains("no introduction", "contact card");
            assertThat(r.worker()).isEqualTo("Wen");
        });
        assertThat(UpcomingReleases.rows(known, 61, TODAY)).hasSize(2);
    }

    @Test
    @DisplayName("L17 caseloads are counted before and after release against their limits")
    void balance() {
        Known known = known(
                List.of(), List.of(custody("p-1", "IN_CUSTODY", null, null), custody("p-2", "RELEASED", null, TODAY)));
        List<CaseloadBalance.Row> rows = CaseloadBalance.rows(known, measure(1, 2));
        assertThat(rows).extracting(CaseloadBalance.Row::load).containsExactly(100, 75);
        assertThat(rows.getFirst().before()).isEqualTo(1);
        assertThat(rows.getLast().after()).isEqualTo(1);
        assertThat(rows.getLast().weightedAfter()).isEqualByComparingTo("1.5");
        assertThat(CaseloadBalance.rows(known, measure(0, 2))).hasSize(2);
    }

    private static CaseloadBalance.Measure measure(int before, int after) {
        return new CaseloadBalance.Measure(before, after, new PolicyValues.FairShare(150, 50));
    }

    /** A site where three work, the first with so many ordinary cases inside, the second with such outside, and so on. */
    private static Known threeWorkers(int inside, int outside, int weightOutside) {
        List<Known.CaseFile> cases = new ArrayList<>();
        List<Known.Custody> custodies = new ArrayList<>();
        for (int i = 0; i < inside; i++) {
            cases.add(new Known.CaseFile("in-" + i, "MIXED", "w-1", null, List.of(), null, null, "OPEN", null));
            custodies.add(custody("in-" + i, "IN_CUSTODY", null, null));
        }
        for (int i = 0; i < outside; i++) {
            cases.add(
                    new Known.CaseFile("out-" + i, "MIXED", "w-2", null, List.of(), null, null, "OPEN", weightOutside));
            custodies.add(custody("out-" + i, "RELEASED", null, TODAY));
        }
        cases.add(new Known.CaseFile("done", "MIXED", "w-3", null, List.of(), null, null, "CLOSED", 200));
        return new Known(
                new Known.Site("s-1", "Harbour", ZONE, "LEAP", "MIXED"),
                List.of(),
                cases,
                custodies,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new Known.Staff("w-1", "Wen", "JAIL_CASE_MANAGER", List.of("JAIL"), true, null),
                        new Known.Staff("w-2", "Xu", "COMMUNITY_CASE_MANAGER", List.of("COMMUNITY"), true, null),
                        new Known.Staff(
                                "w-3", "Yara", "COMMUNITY_CASE_MANAGER", List.of("COMMUNITY", "JAIL"), true, null)));
    }

    @Test
    @DisplayName(
            "L17 H5 as many people weigh more where their level of care is higher: who is over, above and below shows")
    void weighted() {
        List<CaseloadBalance.Row> rows = CaseloadBalance.rows(threeWorkers(4, 4, 200), measure(4, 7));
        assertThat(rows)
                .extracting(CaseloadBalance.Row::name, CaseloadBalance.Row::standing)
                .containsExactly(
                        tuple("Xu", CaseloadBalance.Standing.OVER_LIMIT),
                        tuple("Wen", CaseloadBalance.Standing.LEVEL),
                        tuple("Yara", CaseloadBalance.Standing.BELOW_OTHERS));
        assertThat(rows.getFirst().why())
                .contains("4 people after release count for 8.00 of 7, which is past the limit")
                .contains("colleagues carry 4.00 on average");
    }

    @Test
    @DisplayName(
            "L17 whoever carries the policy's share of the average is level, whoever carries more is above the others")
    void aboveOthers() {
        Known known = threeWorkers(3, 6, 100);
        assertThat(standings(known, 200)).containsEntry("Xu", CaseloadBalance.Standing.LEVEL);
        assertThat(standings(known, 199)).containsEntry("Xu", CaseloadBalance.Standing.ABOVE_OTHERS);
        assertThat(standings(threeWorkers(0, 0, 100), 150).values()).containsOnly(CaseloadBalance.Standing.LEVEL);
    }

    private static Map<String, CaseloadBalance.Standing> standings(Known known, int abovePercent) {
        CaseloadBalance.Measure measure =
                new CaseloadBalance.Measure(40, 80, new PolicyValues.FairShare(abovePercent, 50));
        return CaseloadBalance.rows(known, measure).stream()
                .collect(Collectors.toMap(CaseloadBalance.Row::name, CaseloadBalance.Row::standing));
    }

    @Test
    @DisplayName("L17 jail, community and mixed staff stand side by side, in people and in what they count for")
    void byKind() {
        List<CaseloadBalance.KindRow> rows = CaseloadBalance.byKind(threeWorkers(4, 4, 200), measure(40, 80));
        assertThat(rows)
                .extracting(CaseloadBalance.KindRow::kind)
                .containsExactly(CaseloadBalance.Kind.JAIL, CaseloadBalance.Kind.COMMUNITY, CaseloadBalance.Kind.MIXED);
        assertThat(rows).extracting(CaseloadBalance.KindRow::people).containsExactly(4, 4, 0);
        assertThat(rows)
                .extracting(row -> row.weightedPerWorker().toPlainString())
                .containsExactly("4.00", "8.00", "0.00");
        assertThat(rows.getLast().why()).contains("Yara: far below the others");
    }

    @Test
    @DisplayName(
            "L23 days from release to first contact and first service, per staffing model; contact before release does not count")
    void performance() {
        LocalDate released = TODAY.minusDays(90);
        Known known = known(
                List.of(enrolment("p-1", TODAY.plusDays(5), null)),
                List.of(custody("p-1", "RELEASED", null, released), custody("p-2", "RELEASED", null, released)));
        Map<String, NavigableSet<LocalDate>> contacts = Map.of(
                "p-1", new TreeSet<>(List.of(released.minusDays(1), released.plusDays(3), released.plusDays(9))));
        List<Performance.Row> rows = performance(Performance.By.STAFFING_MODEL, false, contacts, known);
        assertThat(rows).extracting(Performance.Row::group).containsExactly("MIXED", "TRANSITION");
        assertThat(rows.getFirst().daysToFirstContact()).isNull();
        assertThat(rows.getLast().daysToFirstContact()).isEqualTo(3);
        assertThat(rows.getLast().daysToFirstService()).isEqualTo(10);
        assertThat(performance(Performance.By.SITE, false, contacts, known))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.released()).isEqualTo(2);
                    assertThat(r.contactedAfterRelease()).isEqualTo(1);
                });
    }

    private static List<Performance.Row> performance(
            Performance.By by, boolean across, Map<String, NavigableSet<LocalDate>> contacts, Known... pages) {
        Map<Known.Site, SitePerformance.Count> counts = new LinkedHashMap<>();
        for (Known page : pages) {
            counts.computeIfAbsent(page.site(), _ -> new SitePerformance.Count(TODAY))
                    .add(page, contacts);
        }
        List<SitePerformance> sites = new ArrayList<>();
        counts.forEach((site, count) -> sites.add(count.of(site, COUNTED.minusSeconds(sites.size()))));
        return Performance.rows(sites, by, across);
    }

    @Test
    @DisplayName("L23 across sites each group is one row over all of them; people counted page by page count as in one")
    void acrossSites() {
        LocalDate released = TODAY.minusDays(90);
        Known harbour = known(List.of(), List.of(custody("p-1", "RELEASED", null, released)));
        Known.Site at = new Known.Site("s-2", "Lakeside", ZONE, "LEAP", "TRANSITION");
        Known lakeside = new Known(
                at,
                harbour.people(),
                harbour.cases(),
                List.of(custody("p-1", "RELEASED", null, released), custody("p-2", "RELEASED", null, released)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                harbour.staff());
        assertThat(performance(Performance.By.STAFFING_MODEL, false, Map.of(), harbour, lakeside))
                .extracting(Performance.Row::site)
                .containsExactly("Harbour", "Lakeside", "Lakeside");
        List<Performance.Row> across = performance(Performance.By.STAFFING_MODEL, true, Map.of(), harbour, lakeside);
        assertThat(across).extracting(Performance.Row::group).containsExactly("MIXED", "TRANSITION");
        assertThat(across).extracting(Performance.Row::participants).containsExactly(1, 2);
        assertThat(performance(Performance.By.SITE, true, Map.of(), harbour, lakeside))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.site()).isEqualTo(Performance.ALL_SITES);
                    assertThat(r.asOf()).isEqualTo(COUNTED.minusSeconds(1));
                });
    }

    @Test
    @DisplayName(
            "L21 how people do shows by what they had inside: up to the day before the release, and on its day not")
    void byServicesInside() {
        LocalDate released = TODAY.minusDays(20);
        EnrolmentSnapshot inside = enrolment("p-1", released.minusDays(1), null, TODAY.minusDays(5));
        EnrolmentSnapshot outside = enrolment("p-2", released, TODAY.plusDays(70), null);
        Known known = known(
                List.of(inside, outside),
                List.of(custody("p-1", "RELEASED", null, released), custody("p-2", "RELEASED", null, released)));
        List<Performance.Row> rows = performance(Performance.By.SERVICE_INSIDE, false, Map.of(), known);
        assertThat(rows)
                .extracting(Performance.Row::group)
                .containsExactly(inside.services().getFirst().name(), Performance.NO_SERVICE_INSIDE);
        assertThat(rows).extracting(Performance.Row::participants).containsExactly(1, 1);
        assertThat(rows.getFirst().exited()).isEqualTo(1);
        assertThat(rows.getLast().participating()).isEqualTo(1);
        Known held = known(List.of(inside), List.of(custody("p-1", "IN_CUSTODY", TODAY.plusDays(9), null)));
        assertThat(performance(Performance.By.SERVICE_INSIDE, true, Map.of(), known, held))
                .first()
                .satisfies(row -> assertThat(row.participants()).isEqualTo(2));
    }
}
