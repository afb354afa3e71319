package org.throughcare.participant.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.enrolment.Enrolment.State;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;
import org.throughcare.participant.enrolment.FundSource;
import org.throughcare.participant.policy.Programme;

class WithoutCaseTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    private static EnrolmentSnapshot.InProgramme in(Programme programme, LocalDate from, @Nullable LocalDate until) {
        return new EnrolmentSnapshot.InProgramme(programme + "-" + from, programme, FundSource.LEAP_GRANT, from, until);
    }

    private static EnrolmentSnapshot enrolled(
            String participant, State state, EnrolmentSnapshot.InProgramme... programmes) {
        return new EnrolmentSnapshot(
                participant,
                "s-1",
                ZONE,
                state,
                participant + "-period",
                1,
                List.of(programmes),
                state == State.NOT_PARTICIPATING ? null : TODAY.minusDays(5),
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                0,
                null,
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                null);
    }

    private static Known.CaseFile file(String participant, String state) {
        return new Known.CaseFile(participant, "MIXED", "w-1", null, null, null, null, state, null);
    }

    private static List<WithoutCase.Row> rows(List<Known.CaseFile> files, EnrolmentSnapshot... enrolments) {
        Known known = new Known(
                new Known.Site("s-1", "Harbour", ZONE, "LEAP", "MIXED"),
                List.of(
                        new Known.Person("p-1", "AAA-1", "Ann", "Berg", true),
                        new Known.Person("p-2", "BBB-2", "Bo", "Carl", true),
                        new Known.Person("alias", "CCC-3", "Bo", "Karl", false)),
                files,
                List.of(),
                Reading.of(List.of(enrolments)),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Known.Staff("w-1", "Wen", "JAIL_CASE_MANAGER", List.of("JAIL"), true, null)));
        return WithoutCase.rows(known, TODAY);
    }

    private static final EnrolmentSnapshot.InProgramme LEAP = in(Programme.LEAP, TODAY.minusDays(7), null);

    @Test
    @DisplayName("Y4 who takes part without a case is listed with the reason, and is not once a case is open")
    void takesPart() {
        EnrolmentSnapshot one = enrolled("p-1", State.PARTICIPATING, LEAP);
        assertThat(rows(List.of(), one)).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo("Ann Berg");
            assertThat(row.programmes()).isEqualTo("LEAP");
            assertThat(row.days()).isEqualTo(7);
            assertThat(row.why()).isEqualTo("Takes part, enrolled since 2026-05-25, and no case was opened.");
        });
        assertThat(rows(List.of(file("p-1", "OPEN")), one)).isEmpty();
        assertThat(rows(List.of(file("p-1", "CLOSED")), one)).singleElement().satisfies(row -> {
            assertThat(row.lastWorker()).isEqualTo("Wen");
            assertThat(row.why()).endsWith("and the case was closed; it can be taken up again.");
        });
    }

    @Test
    @DisplayName(
            "Y4 who waits for the first service is listed while in a programme: on its last day still, and not after it")
    void waits() {
        assertThat(rows(List.of(), enrolled("p-1", State.NOT_PARTICIPATING, LEAP)))
                .singleElement()
                .satisfies(row -> assertThat(row.why()).contains("waiting for the first qualifying service"));
        assertThat(rows(
                        List.of(),
                        enrolled("p-1", State.NOT_PARTICIPATING, in(Programme.LEAP, TODAY.minusDays(7), TODAY))))
                .hasSize(1);
        assertThat(rows(
                        List.of(),
                        enrolled(
                                "p-1",
                                State.NOT_PARTICIPATING,
                                in(Programme.LEAP, TODAY.minusDays(7), TODAY.minusDays(1)))))
                .isEmpty();
        assertThat(rows(
                        List.of(),
                        enrolled("p-1", State.NOT_PARTICIPATING, in(Programme.LEAP, TODAY.plusDays(1), null))))
                .isEmpty();
        assertThat(rows(List.of(), enrolled("p-1", State.NOT_PARTICIPATING))).isEmpty();
    }

    @Test
    @DisplayName("Y4 Y5 the last programme closed, a participation that goes on still wants a case; an exit wants none")
    void closedProgrammes() {
        EnrolmentSnapshot.InProgramme over = in(Programme.LEAP, TODAY.minusDays(40), TODAY.minusDays(2));
        assertThat(rows(List.of(), enrolled("p-1", State.PARTICIPATING, over))).hasSize(1);
        assertThat(rows(List.of(), enrolled("p-1", State.EXITED, over))).isEmpty();
    }

    @Test
    @DisplayName("Y4 H8 a merged record is not listed beside the one that stands for it; who waits longest is first")
    void order() {
        assertThat(rows(
                        List.of(),
                        enrolled("p-1", State.PARTICIPATING, LEAP),
                        enrolled("alias", State.PARTICIPATING, LEAP),
                        enrolled("p-2", State.PARTICIPATING, LEAP, in(Programme.CHICAGO, TODAY.minusDays(8), null))))
                .extracting(WithoutCase.Row::participant)
                .containsExactly("p-2", "p-1");
    }
}
