package org.throughcare.scheduling.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.scheduling.Office.PARTICIPANT;
import static org.throughcare.scheduling.Office.at;
import static org.throughcare.scheduling.Office.inside;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.json.Json;
import org.throughcare.scheduling.Office;
import org.throughcare.scheduling.booking.RecordingAttendance;
import org.throughcare.scheduling.known.KnownCase;
import org.throughcare.scheduling.known.KnownCustody.Kind;
import org.throughcare.scheduling.known.KnownEnrolment;
import org.throughcare.scheduling.task.Task;
import org.throughcare.scheduling.task.TaskSnapshot.State;

/** In the office a programme wants a meeting every seven days inside, and after release weekly, fortnightly, monthly. */
class LevelOfCareTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Office office = new Office();

    @Test
    @DisplayName(
            "H5 a level that asks for a meeting every six days where the programme asks every seven is followed; of seven or eight not")
    void closerOfTheTwo() {
        look("1");
        assertThat(cadence().everyDays()).isEqualTo(7);

        office.care(6, TODAY);
        look("2");
        assertThat(cadence().everyDays()).isEqualTo(6);
        assertThat(cadence().step()).isEqualTo("in custody, by level of care");
        assertThat(cadence().nextMeetingBy()).isEqualTo("2026-03-08");

        for (int same : new int[] {7, 8}) {
            office.care(same, TODAY);
            look("every " + same);
            assertThat(cadence().everyDays()).isEqualTo(7);
            assertThat(cadence().step()).isEqualTo("in custody");
            assertThat(cadence().nextMeetingBy()).isEqualTo("2026-03-09");
        }
    }

    @Test
    @DisplayName(
            "H5 a level that leaves it to the programmes, no level, and the level of a closed case change nothing and announce nothing")
    void leavesItAlone() {
        look("1");
        int announced = office.cadences.announced().size();
        office.care(null, TODAY);
        look("2");
        office.cases.now(PARTICIPANT, PARTICIPANT, closed());
        look("3");

        assertThat(cadence().everyDays()).isEqualTo(7);
        assertThat(office.cadences.announced()).hasSize(announced);
    }

    @Test
    @DisplayName("H5 heard twice, and under another name with the same days, a level is announced once")
    void once() {
        look("1");
        office.care(3, TODAY);
        look("2");
        int announced = office.cadences.announced().size();
        look("2");
        look("2, by another event");
        office.now = at("2026-03-03T09:00");
        office.care(3, TODAY.plusDays(1));
        look("3");

        assertThat(office.cadences.announced()).hasSize(announced);
        assertThat(cadence().nextMeetingBy()).isEqualTo("2026-03-05");
    }

    @Test
    @DisplayName(
            "H5 a raised level makes nobody late: its first interval begins with it, and later ones with the meetings")
    void fromTheDayItHolds() {
        office.released("r1", TODAY, Kind.PLANNED);
        look("1");
        office.now = at("2026-06-10T09:00");
        look("day 100: every thirty days");
        assertThat(cadence().everyDays()).isEqualTo(30);

        office.care(14, LocalDate.of(2026, 6, 10));
        look("raised");
        assertThat(cadence().everyDays()).isEqualTo(14);
        assertThat(cadence().nextMeetingBy()).as("due already by the programme").isEqualTo("2026-04-01");

        office.book("a", Office.outside(Office.OUTSIDE, "2026-06-11T10:00"));
        office.now = at("2026-06-11T10:30");
        office.attendance.record(new RecordingAttendance.Attendance(Office.command(), "a", true, null));
        look("met");
        assertThat(cadence().nextMeetingBy()).isEqualTo("2026-06-25");

        office.care(7, LocalDate.of(2026, 6, 20));
        office.now = at("2026-06-20T09:00");
        look("raised again, nine days after the meeting");
        assertThat(cadence().nextMeetingBy()).isEqualTo("2026-06-27");
    }

    @Test
    @DisplayName(
            "H5 L3 neither work nor sober living nor a site that meets as needed widens what the level of care asks for")
    void nothingWidensIt() {
        office.released("r1", TODAY, Kind.PLANNED);
        office.enrolments.now(
                PARTICIPANT,
                PARTICIPANT,
                new KnownEnrolment(
                        PARTICIPANT,
                        Office.SITE,
                        "PARTICIPATING",
                        null,
                        new KnownEnrolment.Placement("j1", TODAY),
                        List.of()));
        look("working");
        assertThat(cadence().everyDays()).isNull();

        office.care(30, TODAY);
        look("of high need");
        assertThat(cadence().everyDays()).isEqualTo(30);
        assertThat(cadence().nextMeetingBy()).isEqualTo("2026-04-01");
        adjust(Adjustment.Kind.EXEMPT_SOBER_LIVING, null);
        assertThat(cadence().everyDays()).isEqualTo(30);
        assertThat(CadenceSnapshot.of(cadence()).step()).isEqualTo("released, by level of care");
    }

    @Test
    @DisplayName(
            "H5 L11 a worker widens a step up to what the level of care asks for and no further, and holds the programme's step")
    void widening() {
        look("1");
        office.care(10, TODAY);
        look("2");
        assertThat(refused(adjust(Adjustment.Kind.WIDEN, 11)).rule()).isEqualTo("H5");
        assertThat(adjust(Adjustment.Kind.WIDEN, 10)).isInstanceOf(Result.Done.class);
        assertThat(cadence().everyDays()).isEqualTo(10);

        office.care(3, TODAY);
        look("3");
        adjust(Adjustment.Kind.RESUME, null);
        adjust(Adjustment.Kind.HOLD, null);
        assertThat(cadence().everyDays()).isEqualTo(3);
        office.care(null, TODAY);
        look("lowered");
        assertThat(cadence().everyDays()).as("held at the programme's step").isEqualTo(7);
    }

    @Test
    @DisplayName(
            "H5 lowered, the rhythm is the programme's again, and nobody is asked any more to book by the nearer day")
    void lowered() {
        look("1");
        office.care(3, TODAY);
        look("raised");
        visit("2026-03-04T00:00");
        office.cadence.meetingWanted(PARTICIPANT);
        assertThat(questions()).containsExactly(State.OPEN);

        office.care(null, LocalDate.of(2026, 3, 4));
        look("lowered");
        look("lowered");
        assertThat(cadence().everyDays()).isEqualTo(7);
        assertThat(cadence().nextMeetingBy()).isEqualTo("2026-03-09");
        assertThat(questions()).containsExactly(State.WITHDRAWN);

        office.care(3, TODAY);
        look("raised again");
        visit("2026-03-04T12:00");
        office.cadence.meetingWanted(PARTICIPANT);
        assertThat(questions()).containsExactly(State.OPEN);
    }

    @Test
    @DisplayName("H5 a question that still stands is not taken back when something else changes")
    void questionStands() {
        look("1");
        office.care(3, TODAY);
        look("raised");
        visit("2026-03-04T00:00");
        office.cadence.meetingWanted(PARTICIPANT);
        office.policies.now("leap", null, Office.policy("LEAP", 5, 5, 2));
        look("the programme asks for more, and the level for more still");
        assertThat(cadence().basis().rhythms().getFirst().inCustody()).isEqualTo(5);
        assertThat(questions()).containsExactly(State.OPEN);
    }

    @Test
    @DisplayName("H5 a cadence from before levels of care reads as one that has none")
    void older() {
        look("1");
        String stored = Json.mapper().writeValueAsString(cadence());
        assertThat(stored).doesNotContain("\"care\"").doesNotContain("aside");
        assertThat(Json.mapper().readValue(stored, Cadence.class)).isEqualTo(cadence());
    }

    @Test
    @DisplayName(
            "L15 a worker's word on the rhythm ends with a return to custody and is back when the return is taken back")
    void returnTakenBack() {
        office.released("r1", TODAY, Kind.UNPLANNED);
        look("out");
        adjust(Adjustment.Kind.WIDEN, 10);
        Cadence out = cadence();

        office.inCustody(null);
        look("back inside");
        assertThat(cadence().adjustment()).isNull();
        assertThat(cadence().everyDays()).isEqualTo(7);

        office.released("r1", TODAY, Kind.UNPLANNED);
        look("taken back");
        assertThat(cadence()).isEqualTo(out);

        office.inCustody(null);
        look("back inside again");
        office.now = at("2026-03-20T09:00");
        office.released("r2", LocalDate.of(2026, 3, 20), Kind.UNPLANNED);
        look("another release");
        assertThat(cadence().adjustment()).isNull();
    }

    @Test
    @DisplayName("H5 with a meeting booked inside the interval of the level nobody is asked")
    void booked() {
        office.care(3, TODAY);
        look("1");
        office.book("a", inside("2026-03-05T10:00"));
        visit("2026-03-04T00:00");
        office.cadence.meetingWanted(PARTICIPANT);
        assertThat(office.tasks.announced()).isEmpty();
    }

    private static KnownCase closed() {
        return new KnownCase(
                PARTICIPANT,
                List.of("LEAP"),
                Office.SITE,
                "SAME_STAFF",
                Office.INSIDE,
                List.of(new KnownCase.Member(Office.INSIDE, null)),
                null,
                new KnownCase.Care(3, TODAY),
                "CLOSED");
    }

    private List<State> questions() {
        return office.tasks(Task.Kind.BOOK_MEETING).stream().map(Task::state).toList();
    }

    private void look(String because) {
        office.cadence.bringAbout(PARTICIPANT, because);
    }

    private void visit(String local) {
        office.now = at(local);
        Result<Cadence> visited = office.cadences.change(Office.command(), PARTICIPANT, c -> c.visit(office.now));
        assertThat(visited).isInstanceOf(Result.Done.class);
        assertThat(cadence().visit(office.now)).isInstanceOf(Decision.Unchanged.class);
    }

    private Result<Cadence> adjust(Adjustment.Kind kind, @Nullable Integer every) {
        return office.cadence.adjust(Office.command(), PARTICIPANT, kind, every, "because", "staff-1");
    }

    private Cadence cadence() {
        return office.cadences.find(PARTICIPANT).orElseThrow().state();
    }

    private static Refusal refused(Result<Cadence> result) {
        return ((Result.Refused<Cadence>) result).refusal();
    }
}
