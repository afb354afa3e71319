package org.throughcare.participant.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DueListTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate UNTIL = TODAY.plusDays(30);
    private static final Known.Site SITE =
            new Known.Site("s-1", "Harbour", ZoneId.of("America/Chicago"), "LEAP", "TRANSITION");

    private static DueList.Asked asked(@Nullable String worker) {
        return new DueList.Asked(worker, UNTIL, 1, TODAY);
    }

    private static Known.CaseFile file(
            String participant,
            String worker,
            Known.@Nullable Handover handover,
            @Nullable LocalDate card,
            int introduced) {
        return new Known.CaseFile(
                participant,
                "TRANSITION",
                worker,
                handover,
                introduced == 0 ? null : List.of(new Known.Introduction("VISIT")),
                null,
                card,
                "OPEN",
                null);
    }

    private static Known known(
            List<Known.CaseFile> files,
            List<Known.Custody> custodies,
            List<Known.Plan> plans,
            List<Known.Consent> consents) {
        return new Known(
                SITE,
                List.of(
                        new Known.Person("p-1", "AAA-1", "Ann", "Berg", true),
                        new Known.Person("p-2", "BBB-2", "Bo", "Carl", true)),
                files,
                custodies,
                List.of(),
                List.of(),
                plans,
                consents,
                List.of(staff("w-1", "Wen", null)));
    }

    private static Known.Staff staff(String id, String name, Known.@Nullable Clearance clearance) {
        return new Known.Staff(id, name, "JAIL_CASE_MANAGER", List.of("JAIL"), true, clearance);
    }

    private static List<DueList.Row> rows(Known known) {
        return DueList.rows(known, asked(null));
    }

    @Test
    @DisplayName("Y6 a plan review is due up to the last day asked for, and late from the day after its own")
    void reviews() {
        List<Known.Plan> plans = List.of(
                new Known.Plan("p-1", UNTIL),
                new Known.Plan("p-2", UNTIL.plusDays(1)),
                new Known.Plan("p-3", TODAY),
                new Known.Plan("p-4", TODAY.minusDays(1)));
        List<DueList.Row> rows = rows(known(List.of(), List.of(), plans, List.of()));
        assertThat(rows).extracting(DueList.Row::participant).containsExactly("p-4", "p-3", "p-1");
        assertThat(rows).extracting(DueList.Row::late).containsExactly(true, false, false);
        assertThat(rows.getFirst().daysLeft()).isEqualTo(-1);
        assertThat(rows.getFirst().why()).contains("which has passed");
    }

    @Test
    @DisplayName("L7 a handover is due while it can be accepted, open or late")
    void handovers() {
        List<Known.CaseFile> files = List.of(
                file("p-1", "w-1", new Known.Handover("OPEN", TODAY), TODAY, 1),
                file("p-2", "w-1", new Known.Handover("LATE", TODAY.minusDays(3)), TODAY, 1),
                file("p-3", "w-1", new Known.Handover("ACCEPTED", TODAY), TODAY, 1),
                file("p-4", "w-1", new Known.Handover("WITHDRAWN", TODAY), TODAY, 1));
        assertThat(rows(known(files, List.of(), List.of(), List.of())))
                .extracting(DueList.Row::participant)
                .containsExactly("p-2", "p-1");
    }

    @Test
    @DisplayName("L15 L18 before a release what is missing is due on its day: introductions and the contact card")
    void beforeRelease() {
        List<Known.Custody> custodies = List.of(
                new Known.Custody("p-1", "NEAR_RELEASE", "County jail", UNTIL, null),
                new Known.Custody("p-2", "NEAR_RELEASE", "County jail", UNTIL, null));
        List<Known.CaseFile> files = List.of(file("p-1", "w-1", null, null, 0), file("p-2", "w-2", null, TODAY, 1));
        List<DueList.Row> rows = rows(known(files, custodies, List.of(), List.of()));
        assertThat(rows)
                .extracting(DueList.Row::what)
                .containsExactly(DueList.What.INTRODUCTION, DueList.What.CONTACT_CARD);
        assertThat(rows).allSatisfy(r -> {
            assertThat(r.name()).isEqualTo("Ann Berg");
            assertThat(r.worker()).isEqualTo("Wen");
            assertThat(r.why()).contains("expected on 2026-07-01");
        });
        List<Known.Custody> later = List.of(
                new Known.Custody("p-1", "IN_CUSTODY", "County jail", UNTIL.plusDays(1), null),
                new Known.Custody("p-1", "RELEASED", "County jail", TODAY, null));
        assertThat(rows(known(files, later, List.of(), List.of()))).isEmpty();
    }

    private static Known.CaseFile wanting(String participant, LocalDate by) {
        return new Known.CaseFile(participant, "MIXED", "w-1", null, null, by, TODAY, "OPEN", null);
    }

    @Test
    @DisplayName(
            "L18 introductions are due on the day by which policy wants them, however far the release is, and late after it")
    void introductions() {
        List<Known.Custody> custodies = List.of(
                new Known.Custody("p-1", "NEAR_RELEASE", "County jail", UNTIL.plusDays(14), null),
                new Known.Custody("p-2", "NEAR_RELEASE", "County jail", UNTIL.plusDays(15), null),
                new Known.Custody("p-3", "NEAR_RELEASE", "County jail", TODAY.plusDays(13), null));
        List<Known.CaseFile> files =
                List.of(wanting("p-1", UNTIL), wanting("p-2", UNTIL.plusDays(1)), wanting("p-3", TODAY.minusDays(1)));
        List<DueList.Row> rows = rows(known(files, custodies, List.of(), List.of()));
        assertThat(rows).extracting(DueList.Row::participant).containsExactly("p-3", "p-1");
        assertThat(rows).extracting(DueList.Row::late).containsExactly(true, false);
        assertThat(rows.getFirst().why())
                .contains("0 of 1 introductions", "they were wanted by 2026-05-31", "expected on 2026-06-14");
        assertThat(rows.getLast().why()).doesNotContain("were wanted by");
    }

    @Test
    @DisplayName("C7 a release of information in force runs out; one that was revoked is nobody's duty")
    void consents() {
        List<Known.Consent> consents = List.of(
                new Known.Consent("c-1", "p-1", "Harbour House", "IN_FORCE", UNTIL),
                new Known.Consent("c-2", "p-1", "Harbour House", "IN_FORCE", UNTIL.plusDays(1)),
                new Known.Consent("c-3", "p-1", "Harbour House", "IN_FORCE", null),
                new Known.Consent("c-4", "p-1", "Harbour House", "REVOKED", TODAY));
        assertThat(rows(known(List.of(), List.of(), List.of(), consents)))
                .singleElement()
                .satisfies(r -> assertThat(r.why()).contains("Harbour House stands until 2026-07-01"));
    }

    @Test
    @DisplayName("L12 a jail clearance that runs out, or has, is due for the staff member")
    void clearances() {
        List<Known.Staff> staff = List.of(
                staff("w-1", "Wen", new Known.Clearance("VALID", UNTIL)),
                staff("w-2", "Xu", new Known.Clearance("VALID", UNTIL.plusDays(1))),
                staff("w-3", "Yi", new Known.Clearance("EXPIRED", null)),
                staff("w-4", "Zoe", null));
        List<DueList.Row> rows = DueList.staff(SITE, staff, asked(null));
        assertThat(rows).extracting(DueList.Row::worker).containsExactly("Yi", "Wen");
        assertThat(rows.getFirst().late()).isTrue();
        assertThat(DueList.staff(SITE, staff, asked("w-1"))).hasSize(1);
    }

    @Test
    @DisplayName("L23 a worker's list has what is due on their caseload alone, and every row says why")
    void ofOne() {
        List<Known.CaseFile> files = List.of(file("p-1", "w-1", null, TODAY, 1), file("p-2", "w-2", null, TODAY, 1));
        Known known =
                known(files, List.of(), List.of(new Known.Plan("p-1", TODAY), new Known.Plan("p-2", TODAY)), List.of());
        assertThat(DueList.rows(known, asked("w-2")))
                .extracting(DueList.Row::participant)
                .containsExactly("p-2");
        assertThat(rows(known)).allSatisfy(r -> assertThat(r.why()).isNotBlank());
    }
}
