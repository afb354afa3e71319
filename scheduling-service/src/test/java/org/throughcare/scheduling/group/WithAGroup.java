package org.throughcare.scheduling.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.scheduling.Office.INSIDE;
import static org.throughcare.scheduling.Office.PARTICIPANT;
import static org.throughcare.scheduling.Office.SITE;
import static org.throughcare.scheduling.Office.at;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.scheduling.Office;
import org.throughcare.scheduling.group.GroupSeries.Presence;
import org.throughcare.scheduling.group.GroupSeries.Priority;
import org.throughcare.scheduling.known.Setting;
import org.throughcare.scheduling.task.Task;
import org.throughcare.scheduling.task.TaskSnapshot.State;

/** A group of two sessions inside, {@code s1} and {@code s2}, and whatever custody does to those in it. */
abstract class WithAGroup {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    final Office office = new Office();

    void heard() {
        office.replanning.bringAbout(PARTICIPANT);
        office.seats.bringAbout(PARTICIPANT);
    }

    Result<GroupSeries> plan(int capacity) {
        return plan(capacity, Setting.JAIL, "jail");
    }

    Result<GroupSeries> plan(int capacity, Setting setting, @Nullable String place) {
        return office.planningGroups.plan(
                Office.command(),
                series(capacity, setting, place, session("s1", "2026-03-03T10:00"), session("s2", "2026-03-10T10:00")));
    }

    void replanned(GroupSeries.Session another) {
        GroupSeries is = group();
        Command command =
                Office.command().expecting(office.groups.find("g").orElseThrow().revision());
        GroupSeries.Session[] all =
                Stream.concat(is.sessions().stream(), Stream.of(another)).toArray(GroupSeries.Session[]::new);
        assertThat(office.planningGroups.plan(command, series(is.capacity(), is.setting(), is.place(), all)))
                .isInstanceOf(Result.Done.class);
    }

    static GroupSeries series(int capacity, Setting setting, @Nullable String place, GroupSeries.Session... sessions) {
        return new GroupSeries(
                "g",
                "Job readiness",
                SITE,
                place,
                setting,
                INSIDE,
                capacity,
                List.of(sessions),
                List.of(),
                List.of(),
                List.of());
    }

    static GroupSeries.Session session(String id, String start) {
        return new GroupSeries.Session(id, at(start), at(start).plus(Duration.ofHours(1)), List.of());
    }

    Result<GroupSeries> seat(String participant) {
        return office.runningGroups.takeSeat(Office.command(), "g", participant, Priority.NONE);
    }

    Result<GroupSeries> attended(String session, String participant) {
        return office.runningGroups.takeAttendance(
                Office.command(), "g", session, List.of(new Presence(participant, true)));
    }

    List<String> roster() {
        return group().roster().stream().map(GroupSeries.Seat::id).toList();
    }

    List<String> waitlist() {
        return group().waitlist().stream().map(GroupSeries.Waiting::id).toList();
    }

    List<State> seatTasks() {
        return office.tasks(Task.Kind.GROUP_SEAT).stream().map(Task::state).toList();
    }

    GroupSeries group() {
        return office.groups.find("g").orElseThrow().state();
    }
}
