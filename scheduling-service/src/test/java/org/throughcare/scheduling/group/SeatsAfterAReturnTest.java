package org.throughcare.scheduling.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.scheduling.Office.PARTICIPANT;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.scheduling.known.KnownCustody.Kind;
import org.throughcare.scheduling.known.Setting;
import org.throughcare.scheduling.task.TaskSnapshot.State;

/** A group outside with one seat, which the participant has since the release. */
class SeatsAfterAReturnTest extends WithAGroup {

    @BeforeEach
    void seated() {
        released();
        plan(1, Setting.COMMUNITY, "center");
        seat(PARTICIPANT);
        assertThat(roster()).containsExactly(PARTICIPANT);
    }

    @Test
    @DisplayName(
            "L15 a seat that a return cost is back when the return is taken back, twice over, and heard again nothing is said")
    void givenBack() {
        for (int i = 0; i < 2; i++) {
            returned();
            assertThat(roster()).isEmpty();
            released();
            assertThat(roster()).containsExactly(PARTICIPANT);
        }
        int announced = office.groups.announced().size();
        heard();
        assertThat(office.groups.announced()).hasSize(announced);
        assertThat(seatTasks()).isEmpty();
    }

    @Test
    @DisplayName(
            "L15 where somebody else has the seat by then the participant waits and their worker is told; another return withdraws that")
    void takenMeanwhile() {
        returned();
        seat("someone-else");
        released();
        assertThat(roster()).containsExactly("someone-else");
        assertThat(waitlist()).containsExactly(PARTICIPANT);
        assertThat(seatTasks()).containsExactly(State.OPEN);
        returned();
        assertThat(waitlist()).isEmpty();
        assertThat(seatTasks()).containsExactly(State.WITHDRAWN);
        released();
        assertThat(waitlist()).containsExactly(PARTICIPANT);
        assertThat(seatTasks()).containsExactly(State.OPEN);
    }

    private void released() {
        office.released("r1", TODAY, Kind.UNPLANNED);
        heard();
    }

    private void returned() {
        office.inCustody(null);
        heard();
    }
}
