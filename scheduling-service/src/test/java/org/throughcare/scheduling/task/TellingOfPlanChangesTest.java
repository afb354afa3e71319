package org.throughcare.scheduling.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.scheduling.Office.INSIDE;
import static org.throughcare.scheduling.Office.OUTSIDE;
import static org.throughcare.scheduling.Office.PARTICIPANT;
import static org.throughcare.scheduling.Office.at;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.scheduling.Office;
import org.throughcare.scheduling.holiday.BusinessDays;
import org.throughcare.scheduling.holiday.FederalHolidays;

class TellingOfPlanChangesTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 2, 13);

    private final Office office = new Office();
    private final TellingOfPlanChanges telling =
            new TellingOfPlanChanges(office.keepingTasks, office.known, new BusinessDays(new FederalHolidays()));
    private String primary = "";

    @BeforeEach
    void whoseCase() {
        primary = String.valueOf(office.known.caseOf(PARTICIPANT).orElseThrow().primary());
        assertThat(primary).isIn(INSIDE, OUTSIDE);
    }

    private void changed(String event, String by) {
        telling.tell(new TellingOfPlanChanges.Change(event, PARTICIPANT, by, FRIDAY));
    }

    @Test
    @DisplayName(
            "Y14 a plan that somebody else changed is for its case manager to look at, until the next business day is over")
    void another() {
        changed("e1", "somebody-else");
        assertThat(office.tasks(Task.Kind.PLAN_CHANGED)).singleElement().satisfies(task -> {
            assertThat(task.assignee()).isEqualTo(primary);
            // Monday is Washington's Birthday
            assertThat(task.dueAt()).isEqualTo(at("2026-02-18T00:00").minusMillis(1));
        });
    }

    @Test
    @DisplayName(
            "Y14 nothing is announced of what the case manager or the suite itself changed, nor of one change told twice")
    void nobodyElse() {
        changed("e1", primary);
        changed("e2", "");
        assertThat(office.tasks.announced()).isEmpty();
        changed("e3", "somebody-else");
        changed("e3", "somebody-else");
        changed("e4", "somebody-else");
        assertThat(office.tasks.announced()).hasSize(1);
    }

    @Test
    @DisplayName("Y14 once it was looked at, the next change is told anew, and the same one is not")
    void again() {
        changed("e1", "somebody-else");
        Task first = office.tasks(Task.Kind.PLAN_CHANGED).getFirst();
        office.keepingTasks.complete(Office.command(), first.id(), "Looked at.");
        changed("e1", "somebody-else");
        assertThat(office.keepingTasks.openOf(PARTICIPANT)).isEmpty();
        changed("e2", "somebody-else");
        assertThat(office.keepingTasks.openOf(PARTICIPANT)).hasSize(1);
    }
}
