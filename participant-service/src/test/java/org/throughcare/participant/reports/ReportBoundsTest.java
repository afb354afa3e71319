package org.throughcare.participant.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;
import org.throughcare.participant.enrolment.Exit;
import org.throughcare.participant.enrolment.FundSource;
import org.throughcare.participant.policy.PolicyValues;
import org.throughcare.participant.policy.Programme;

/** The days on both sides of each bound that a report has, and whom it leaves out. */
class ReportBoundsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final Known.Site SITE =
            new Known.Site("s-1", "Harbour", ZoneId.of("America/Chicago"), "LEAP", "TRANSITION");
    private static final List<Known.Staff> STAFF = List.of(
            new Known.Staff("w-1", "Wen", "COMMUNITY_CASE_MANAGER", List.of("COMMUNITY"), true, null),
            new Known.Staff("w-2", "Xu", "COMMUNITY_CASE_MANAGER", List.of("COMMUNITY"), true, null),
            new Known.Staff(
                    "w-3",
                    "Gone",
                    "JAIL_CASE_MANAGER",
                    List.of("JAIL"),
                    false,
                    new Known.Clearance("VALID", TODAY.plusDays(1))));

    private static Known.CaseFile file(String participant, String worker) {
        return new Known.CaseFile(participant, "TRANSITION", worker, null, List.of(), null, null, "OPEN", null);
    }

    private static Known.Participation participation(
            String participant, @Nullable LocalDate warnFrom, @Nullable LocalDate exitOn, LocalDate... dueOn) {
        EnrolmentSnapshot.Ended exit = exitOn == null
                ? null
                : new EnrolmentSnapshot.Ended("x-" + participant, exitOn, Exit.Kind.NO_SERVICE, exitOn, false);
        return new Known.Participation(
                participant,
                exit == null ? Enrolment.State.PARTICIPATING : Enrolment.State.EXITED,
                "p-1",
                List.of(),
                TODAY.minusDays(100),
                null,
                warnFrom == null ? null : warnFrom.plusDays(14),
                warnFrom,
                null,
                0,
                exit,
                checkIns(dueOn),
                null,
                List.of(),
                null);
    }

    private static List<EnrolmentSnapshot.CheckIn> checkIns(LocalDate... dueOn) {
        return IntStream.range(0, dueOn.length)
                .mapToObj(i -> new EnrolmentSnapshot.CheckIn("f-" + i, i, dueOn[i], null, null, null, null, null, null))
                .toList();
    }

    private static Known known(
            List<Known.CaseFile> cases, List<Known.Custody> custodies, List<Known.Participation> participations) {
        return new Known(SITE, List.of(), cases, custodies, participations, List.of(), List.of(), List.of(), STAFF);
    }

    @Test
    @DisplayName("Y11 an exit is near from the day of its warning on, and not the day before")
    void near() {
        Known known = known(
                List.of(),
                List.of(),
                List.of(participation("p-1", TODAY, null), participation("p-2", TODAY.plusDays(1), null)));
        assertThat(ExitAlert.rows(known, null, TODAY))
                .extracting(ExitAlert.Row::participant, ExitAlert.Row::nearExit)
                .containsExactly(tuple("p-1", true), tuple("p-2", false));
    }

    @Test
    @DisplayName(
            "Y12 a check-in is late from the day after its own, due up to the last day asked for, and one worker's is not another's")
    void followUps() {
        Known known = known(
                List.of(file("p-1", "w-1"), file("p-2", "w-2")),
                List.of(),
                List.of(
                        participation("p-1", null, TODAY.minusDays(90), TODAY.minusDays(1), TODAY, TODAY.plusDays(7)),
                        participation("p-2", null, TODAY.minusDays(90), TODAY.plusDays(8))));
        assertThat(FollowUpsDue.rows(known, null, 7, TODAY))
                .extracting(FollowUpsDue.Row::dueOn, FollowUpsDue.Row::late)
                .containsExactly(tuple(TODAY.minusDays(1), true), tuple(TODAY, false), tuple(TODAY.plusDays(7), false));
        assertThat(FollowUpsDue.rows(known, "w-2", 8, TODAY))
                .extracting(FollowUpsDue.Row::participant)
                .containsExactly("p-2");
    }

    @Test
    @DisplayName("L10 who was released is on no list of releases ahead, whatever date was projected")
    void released() {
        Known.Custody out = new Known.Custody("p-1", "RELEASED", "County jail", TODAY.plusDays(3), null);
        Known.Custody in = new Known.Custody("p-2", "NEAR_RELEASE", "County jail", TODAY.plusDays(3), null);
        assertThat(UpcomingReleases.rows(known(List.of(), List.of(out, in), List.of()), 60, TODAY))
                .extracting(UpcomingReleases.Row::participant)
                .containsExactly("p-2");
    }

    @Test
    @DisplayName(
            "L12 L17 who has left is on no list of caseloads and of clearances, however soon the clearance runs out")
    void gone() {
        CaseloadBalance.Measure measure = new CaseloadBalance.Measure(40, 40, new PolicyValues.FairShare(150, 50));
        assertThat(CaseloadBalance.rows(known(List.of(file("p-1", "w-1")), List.of(), List.of()), measure))
                .extracting(CaseloadBalance.Row::worker)
                .containsExactlyInAnyOrder("w-1", "w-2");
        DueList.Asked asked = new DueList.Asked(null, TODAY.plusDays(30), 3, TODAY);
        assertThat(DueList.staff(SITE, STAFF, asked)).isEmpty();
    }

    @Test
    @DisplayName("L17 side by side stands how many of a kind are past the limit, above and below the others")
    void counted() {
        List<Known.CaseFile> cases =
                IntStream.range(0, 6).mapToObj(i -> file("p-" + i, "w-1")).toList();
        CaseloadBalance.Measure measure = new CaseloadBalance.Measure(40, 40, new PolicyValues.FairShare(150, 50));
        CaseloadBalance.Measure narrow = new CaseloadBalance.Measure(40, 5, new PolicyValues.FairShare(150, 50));
        Known known = known(cases, List.of(), List.of());
        assertThat(CaseloadBalance.byKind(known, measure)).singleElement().satisfies(row -> {
            assertThat(row.overLimit()).isZero();
            assertThat(row.above()).isEqualTo(1);
            assertThat(row.below()).isEqualTo(1);
        });
        assertThat(CaseloadBalance.byKind(known, narrow)).singleElement().satisfies(row -> {
            assertThat(row.overLimit()).isEqualTo(1);
            assertThat(row.above()).isZero();
        });
    }

    private static EnrolmentSnapshot exited(
            String participant, boolean positive, @Nullable BigDecimal wage, LocalDate dueOn) {
        EnrolmentSnapshot.Job job = wage == null
                ? null
                : new EnrolmentSnapshot.Job(
                        "j", "Bakery", TODAY.minusDays(99), wage, BigDecimal.TEN, false, false, null);
        return new EnrolmentSnapshot(
                participant,
                "s-1",
                SITE.zone(),
                Enrolment.State.EXITED,
                "period",
                1,
                List.of(new EnrolmentSnapshot.InProgramme(
                        "e", Programme.LEAP, FundSource.LEAP_GRANT, TODAY.minusDays(200), null)),
                TODAY.minusDays(200),
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                0,
                new EnrolmentSnapshot.Ended("x", TODAY.minusDays(90), Exit.Kind.NO_SERVICE, TODAY, positive),
                job,
                List.of(),
                List.of(
                        new EnrolmentSnapshot.CheckIn("f-1", 1, dueOn, null, null, null, null, null, null),
                        new EnrolmentSnapshot.CheckIn(
                                "f-2", 3, dueOn, TODAY.minusDays(3), true, null, null, null, null)),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                null);
    }

    private static SitePerformance counted(String site, EnrolmentSnapshot... enrolments) {
        SitePerformance.Count count = new SitePerformance.Count(TODAY);
        List<Known.Custody> custodies = List.of(enrolments).stream()
                .map(each -> new Known.Custody(each.participant(), "RELEASED", null, null, null))
                .toList();
        count.add(
                new Known(
                        SITE,
                        List.of(),
                        List.of(),
                        custodies,
                        List.of(),
                        List.of(enrolments),
                        List.of(),
                        List.of(),
                        List.of()),
                Map.of());
        return count.of(
                new Known.Site(site, site, SITE.zone(), "LEAP", "TRANSITION"), Instant.parse("2026-06-01T15:00:00Z"));
    }

    @Test
    @DisplayName(
            "L23 exits, positive ones, check-ins made and late ones are counted, a check-in late from the day after its own")
    void performance() {
        SitePerformance here = counted("A", exited("p-1", true, BigDecimal.TEN, TODAY));
        SitePerformance there = counted(
                "B",
                exited("p-2", false, null, TODAY.minusDays(1)),
                exited("p-3", true, BigDecimal.TWO, TODAY.minusDays(1)));
        assertThat(Performance.rows(List.of(here, there), Performance.By.SITE, false))
                .extracting(
                        Performance.Row::exited,
                        Performance.Row::positiveExits,
                        Performance.Row::followUpsDone,
                        Performance.Row::followUpsLate,
                        Performance.Row::placed)
                .containsExactly(tuple(1, 1, 1, 0, 1), tuple(2, 1, 2, 2, 1));
        assertThat(Performance.rows(List.of(here, there), Performance.By.SITE, true))
                .extracting(
                        Performance.Row::participants,
                        Performance.Row::exited,
                        Performance.Row::positiveExits,
                        Performance.Row::followUpsDone,
                        Performance.Row::followUpsLate,
                        Performance.Row::placed)
                .containsExactly(tuple(3, 3, 2, 3, 2, 2));
    }

    @Test
    @DisplayName("L23 L21 who is enrolled and was never inside counts, and is in no row about services given inside")
    void neverInside() {
        SitePerformance.Count count = new SitePerformance.Count(TODAY);
        count.add(
                new Known(
                        SITE,
                        List.of(),
                        List.of(),
                        List.of(new Known.Custody("p-1", "RELEASED", null, null, null)),
                        List.of(),
                        List.of(exited("p-1", true, null, TODAY), exited("p-2", true, null, TODAY)),
                        List.of(),
                        List.of(),
                        List.of()),
                Map.of());
        SitePerformance site = count.of(SITE, Instant.parse("2026-06-01T15:00:00Z"));
        assertThat(Performance.rows(List.of(site), Performance.By.SITE, false))
                .extracting(Performance.Row::participants, Performance.Row::exited)
                .containsExactly(tuple(2, 2));
        assertThat(Performance.rows(List.of(site), Performance.By.SERVICE_INSIDE, false))
                .extracting(Performance.Row::participants)
                .containsExactly(1);
    }

    @Test
    @DisplayName("N13 a quarter has its first and its last day, and the days beside them lie in others")
    void quarters() {
        Quarter second = Quarter.parse("2026-Q2").orElseThrow();
        assertThat(second.firstDay()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(second.lastDay()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(second.contains(LocalDate.of(2026, 4, 1))).isTrue();
        assertThat(second.contains(LocalDate.of(2026, 6, 30))).isTrue();
        assertThat(second.contains(LocalDate.of(2026, 3, 31))).isFalse();
        assertThat(second.contains(LocalDate.of(2026, 7, 1))).isFalse();
        assertThat(Quarter.of(LocalDate.of(2026, 6, 30))).isEqualTo(second);
        assertThat(Quarter.parse("2026-Q4").orElseThrow().lastDay()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(Quarter.parse("2026-Q1").orElseThrow().toString()).isEqualTo("2026-Q1");
        assertThat(Quarter.parse("2026-Q5")).isEmpty();
        assertThat(Quarter.afterExit(LocalDate.of(2026, 3, 31), 2))
                .isEqualTo(Quarter.parse("2026-Q3").orElseThrow());
        assertThat(Quarter.afterExit(LocalDate.of(2026, 4, 1), 4))
                .isEqualTo(Quarter.parse("2027-Q2").orElseThrow());
    }
}
