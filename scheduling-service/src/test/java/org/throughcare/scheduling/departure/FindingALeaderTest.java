package org.throughcare.scheduling.departure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.scheduling.Office.OUTSIDE;
import static org.throughcare.scheduling.Office.SITE;
import static org.throughcare.scheduling.Office.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.scheduling.Office;
import org.throughcare.scheduling.group.GroupSeries;
import org.throughcare.scheduling.known.KnownStaff;
import org.throughcare.scheduling.known.Setting;
import org.throughcare.scheduling.task.Task;
import org.throughcare.scheduling.task.TaskSnapshot.State;

/** The community worker leads a group on two Fridays; the last day is the first of them. */
class FindingALeaderTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 13);
    private static final Instant ON_IT = at("2026-03-13T15:00");
    private static final Instant AFTER = at("2026-03-20T15:00");

    private final Office office = new Office();
    private final FindingALeader finding =
            new FindingALeader(office.groups, office.rules, office.known, office.keepingTasks, () -> office.now);

    @BeforeEach
    void led() {
        supervisor("boss", SITE);
        supervisor("elsewhere", "site-2");
        plan(OUTSIDE);
    }

    private void supervisor(String id, String site) {
        staff(id, true, null, "SUPERVISOR", site);
    }

    private void staff(String id, boolean active, @Nullable LocalDate leavesOn, String role, String site) {
        office.staff.now(id, null, new KnownStaff(id, id, active, null, null, leavesOn, role, List.of(site)));
    }

    private void plan(String leader) {
        GroupSeries wanted = new GroupSeries(
                "g",
                "Job readiness",
                SITE,
                "center",
                Setting.COMMUNITY,
                leader,
                8,
                List.of(session("s1", ON_IT), session("s2", AFTER)),
                List.of(),
                List.of(),
                List.of());
        Command command = office.groups
                .find("g")
                .map(found -> Office.command().expecting(found.revision()))
                .orElseGet(Office::command);
        assertThat(office.planningGroups.plan(command, wanted)).isInstanceOf(Result.Done.class);
    }

    private static GroupSeries.Session session(String id, Instant start) {
        return new GroupSeries.Session(id, start, start.plus(Duration.ofHours(1)), List.of());
    }

    private void newsOf(String worker) {
        var news = office.staff.find(worker).orElseThrow();
        finding.newsOf(news.snapshot(), "news@" + worker + news.revision());
    }

    private void planned() {
        finding.bringAbout(
                "g", "planned@" + office.groups.find("g").map(Stored::revision).orElse(0L));
    }

    private List<String> asked(State state) {
        return office.tasks(Task.Kind.FIND_LEADER).stream()
                .filter(task -> task.state() == state)
                .map(task -> String.valueOf(task.assignee()))
                .sorted()
                .toList();
    }

    @Test
    @DisplayName(
            "L12 L5 each supervisor at the site is asked to find a leader, by the first session after the last day")
    void asked() {
        office.leaves(OUTSIDE, LAST_DAY);
        newsOf(OUTSIDE);
        assertThat(office.tasks(Task.Kind.FIND_LEADER)).singleElement().satisfies(task -> {
            assertThat(task.assignee()).isEqualTo("boss");
            assertThat(task.cause()).isEqualTo("g");
            assertThat(task.participant()).isNull();
            assertThat(task.site()).isEqualTo(SITE);
            assertThat(task.dueAt()).isEqualTo(AFTER);
            assertThat(task.state()).isEqualTo(State.OPEN);
        });
        int told = office.tasks.announced().size();
        newsOf(OUTSIDE);
        planned();
        newsOf("boss");
        newsOf("elsewhere");
        assertThat(office.tasks.announced()).hasSize(told);
    }

    @Test
    @DisplayName("L12 nobody is asked for a leader who works on every day of it, the last one included")
    void nobodyAsked() {
        newsOf(OUTSIDE);
        office.leaves(OUTSIDE, LocalDate.of(2026, 3, 20));
        newsOf(OUTSIDE);
        planned();
        assertThat(office.tasks.announced()).isEmpty();
        office.leaves(OUTSIDE, LocalDate.of(2026, 3, 19));
        newsOf(OUTSIDE);
        assertThat(asked(State.OPEN)).containsExactly("boss");
    }

    @Test
    @DisplayName("L12 planned with somebody who is there, or with the departure taken back, nothing is left to do")
    void found() {
        office.left(OUTSIDE, LocalDate.of(2026, 3, 1));
        newsOf(OUTSIDE);
        assertThat(office.tasks(Task.Kind.FIND_LEADER))
                .singleElement()
                .satisfies(task -> assertThat(task.dueAt()).isEqualTo(ON_IT));
        plan(Office.INSIDE);
        planned();
        assertThat(asked(State.OPEN)).isEmpty();
        assertThat(asked(State.WITHDRAWN)).containsExactly("boss");

        office.leaves(Office.INSIDE, LAST_DAY);
        newsOf(Office.INSIDE);
        assertThat(asked(State.OPEN)).as("and the next one leaves").containsExactly("boss");
        office.leaves(Office.INSIDE, null);
        newsOf(Office.INSIDE);
        assertThat(asked(State.OPEN)).isEmpty();
        office.leaves(Office.INSIDE, LAST_DAY);
        newsOf(Office.INSIDE);
        assertThat(asked(State.OPEN)).containsExactly("boss");
    }

    @Test
    @DisplayName(
            "L12 planned before anybody has heard of the departure, it is asked for when the news comes, and the other way round")
    void eitherOrder() {
        planned();
        assertThat(office.tasks.announced()).isEmpty();
        office.leaves(OUTSIDE, LAST_DAY);
        planned();
        assertThat(asked(State.OPEN)).containsExactly("boss");
    }

    @Test
    @DisplayName("L12 who comes to supervise the site is asked as well, who leaves or goes elsewhere no more")
    void supervisors() {
        office.leaves(OUTSIDE, LAST_DAY);
        newsOf(OUTSIDE);
        supervisor("second", SITE);
        newsOf("second");
        assertThat(asked(State.OPEN)).containsExactly("boss", "second");
        staff("boss", false, null, "SUPERVISOR", SITE);
        newsOf("boss");
        assertThat(asked(State.OPEN)).containsExactly("second");
        supervisor("second", "site-2");
        newsOf("second");
        assertThat(asked(State.OPEN)).isEmpty();
    }

    @Test
    @DisplayName("L12 a supervisor who leads the group and leaves is not the one to ask")
    void leadsItself() {
        supervisor("second", SITE);
        plan("boss");
        staff("boss", true, LAST_DAY, "SUPERVISOR", SITE);
        newsOf("boss");
        assertThat(asked(State.OPEN)).containsExactly("second");
    }
}
