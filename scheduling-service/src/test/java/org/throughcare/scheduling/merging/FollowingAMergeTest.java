package org.throughcare.scheduling.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.scheduling.Office.CHICAGO;
import static org.throughcare.scheduling.Office.INSIDE;
import static org.throughcare.scheduling.Office.OUTSIDE;
import static org.throughcare.scheduling.Office.PARTICIPANT;
import static org.throughcare.scheduling.Office.SITE;
import static org.throughcare.scheduling.Office.at;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.person.PersonIds;
import org.throughcare.scheduling.Office;
import org.throughcare.scheduling.cadence.Cadence;
import org.throughcare.scheduling.calendar.WorkersCalendar;
import org.throughcare.scheduling.group.ByPerson;
import org.throughcare.scheduling.group.GroupSeries;
import org.throughcare.scheduling.group.GroupSeries.Presence;
import org.throughcare.scheduling.group.GroupSeries.Priority;
import org.throughcare.scheduling.group.GroupSnapshot;
import org.throughcare.scheduling.known.KnownCase;
import org.throughcare.scheduling.known.KnownCustody;
import org.throughcare.scheduling.known.KnownCustody.Kind;
import org.throughcare.scheduling.known.KnownCustody.Release;
import org.throughcare.scheduling.known.KnownEnrolment;
import org.throughcare.scheduling.known.KnownEnrolment.FollowUp;
import org.throughcare.scheduling.known.KnownNote;
import org.throughcare.scheduling.known.KnownParticipant;
import org.throughcare.scheduling.known.Population;
import org.throughcare.scheduling.known.Setting;
import org.throughcare.scheduling.task.KeepingTasks;
import org.throughcare.scheduling.task.Task;
import org.throughcare.scheduling.task.TaskSnapshot.State;

/** The participant of the office turns out to have a second record, with a case, a custody and meetings of its own. */
class FollowingAMergeTest {

    private static final String ALIAS = "participant-2";
    private static final LocalDate OUT = LocalDate.of(2026, 3, 1);

    private final Office office = new Office();
    private final FollowingAMerge following = new FollowingAMerge(
            office.known,
            office.appointments,
            office.keepingTasks,
            office.followingUp,
            office.replanning,
            office.seats,
            office.cadence);
    private int nth;

    @BeforeEach
    void twoRecords() {
        office.participants.now(ALIAS, ALIAS, new KnownParticipant(ALIAS, "OLD-1", SITE, CHICAGO, false, List.of()));
        office.cases.now(
                ALIAS,
                ALIAS,
                new KnownCase(
                        ALIAS,
                        List.of("LEAP"),
                        SITE,
                        "SAME_STAFF",
                        INSIDE,
                        List.of(new KnownCase.Member(INSIDE, null)),
                        null,
                        null,
                        "OPEN"));
        custody(ALIAS, Population.IN_CUSTODY, null);
        record(PARTICIPANT, null);
        record(ALIAS, null);
        Stream.of(PARTICIPANT, ALIAS).forEach(each -> office.cadence.bringAbout(each, "begin-" + each));
    }

    @Test
    @DisplayName(
            "H8, L15: merged, a meeting under the alias follows the person's release; undone, it stands again as it did")
    void meetingsFollowTheOneCustody() {
        assertThat(office.book("a", ALIAS, Office.inside("2026-03-10T10:00"))).isInstanceOf(Result.Done.class);
        released(PARTICIPANT, "r1");
        office.replanning.bringAbout(PARTICIPANT);
        assertThat(office.appointment("a").isBooked()).as("another person's").isTrue();

        merge();
        assertThat(office.appointment("a").isBooked()).isFalse();
        undo();
        assertThat(office.appointment("a").isBooked()).isTrue();
        merge();
        assertThat(office.appointment("a").isBooked())
                .as("merged a second time")
                .isFalse();
        undo();
        assertThat(office.appointment("a").isBooked()).isTrue();
    }

    @Test
    @DisplayName(
            "L15, H8: of two releases of one person one asks for a first contact; contact under either id makes it")
    void oneFirstContact() {
        released(PARTICIPANT, "r1");
        released(ALIAS, "r2");
        office.replanning.bringAbout(PARTICIPANT);
        office.replanning.bringAbout(ALIAS);
        assertThat(firstContact(PARTICIPANT)).isEqualTo(State.OPEN);
        assertThat(firstContact(ALIAS)).isEqualTo(State.OPEN);

        merge();
        assertThat(firstContact(PARTICIPANT)).isEqualTo(State.OPEN);
        assertThat(firstContact(ALIAS)).isEqualTo(State.WITHDRAWN);
        office.keepingTasks.contactMade(ALIAS, OUT, KeepingTasks.NOTE, noted(ALIAS));
        assertThat(firstContact(PARTICIPANT)).isEqualTo(State.DONE);

        undo();
        assertThat(firstContact(PARTICIPANT)).as("nobody has met this one").isEqualTo(State.OPEN);
        assertThat(firstContact(ALIAS)).as("and this one was met").isEqualTo(State.DONE);
    }

    @Test
    @DisplayName("L15, H8: contact that was made under the alias before the merge makes the survivor's first contact")
    void contactBeforeTheMerge() {
        noted(ALIAS);
        released(PARTICIPANT, "r1");
        office.replanning.bringAbout(PARTICIPANT);
        assertThat(firstContact(PARTICIPANT)).isEqualTo(State.OPEN);
        merge();
        assertThat(firstContact(PARTICIPANT)).isEqualTo(State.DONE);
        undo();
        assertThat(firstContact(PARTICIPANT)).isEqualTo(State.OPEN);
    }

    @Test
    @DisplayName("N8, Y12, H8: who has exited under two ids is followed up once; undone, each enrolment is again")
    void oneFollowUp() {
        exited(PARTICIPANT, "x1");
        exited(ALIAS, "x2");
        assertThat(followUps(PARTICIPANT)).containsOnly(State.OPEN).hasSize(2);
        assertThat(followUps(ALIAS)).containsOnly(State.OPEN).hasSize(2);
        merge();
        assertThat(followUps(PARTICIPANT)).containsOnly(State.OPEN);
        assertThat(followUps(ALIAS)).containsOnly(State.WITHDRAWN);
        undo();
        assertThat(followUps(ALIAS)).containsOnly(State.OPEN).hasSize(2);
    }

    @Test
    @DisplayName(
            "N8, H8: an exit under the alias is nobody's while the survivor takes part, and an alias's only exit is the person's")
    void whoseExit() {
        exited(ALIAS, "x2");
        merge();
        assertThat(followUps(ALIAS)).as("the only enrolment there is").containsOnly(State.OPEN);
        enrolled(PARTICIPANT, "PARTICIPATING", null);
        assertThat(followUps(ALIAS)).containsOnly(State.WITHDRAWN);
    }

    @Test
    @DisplayName(
            "L3, H8: one rhythm, by the meetings under all ids; the alias's own asks again when the merge is undone")
    void oneRhythm() {
        Cadence alone = cadence(PARTICIPANT);
        Cadence aliases = cadence(ALIAS);
        assertThat(aliases.everyDays()).isEqualTo(7);
        office.book("a", ALIAS, Office.inside("2026-03-03T10:00"));
        office.now = at("2026-03-03T11:00");
        attended("a");

        merge();
        assertThat(cadence(ALIAS).everyDays()).isNull();
        assertThat(cadence(PARTICIPANT).nextMeetingBy()).isEqualTo("2026-03-10");
        undo();
        assertThat(cadence(PARTICIPANT)).isEqualTo(alone);
        assertThat(cadence(ALIAS).everyDays()).isEqualTo(7);
        assertThat(cadence(ALIAS).nextMeetingBy()).isEqualTo("2026-03-10");
    }

    @Test
    @DisplayName("L3, H8: a meeting that both records ask for is asked for once, and twice again when they are two")
    void oneMeetingWanted() {
        office.now = at("2026-03-08T09:00");
        wanted(PARTICIPANT);
        wanted(ALIAS);
        merge();
        assertThat(bookMeeting(PARTICIPANT)).isEqualTo(State.OPEN);
        assertThat(bookMeeting(ALIAS)).isEqualTo(State.WITHDRAWN);
        undo();
        wanted(ALIAS);
        assertThat(bookMeeting(PARTICIPANT)).isEqualTo(State.OPEN);
    }

    @Test
    @DisplayName(
            "L3, H8: once the survivor has a custody, what the alias's rhythm asked for is asked no more; undone, it asks again")
    void survivorIsHeld() {
        String survivor = "participant-3";
        record(ALIAS, survivor);
        record(survivor, null, ALIAS);
        heard(ALIAS);
        heard(survivor);
        office.now = at("2026-03-08T09:00");
        wanted(ALIAS);

        custody(survivor, Population.IN_CUSTODY, null);
        office.cadence.bringAbout(survivor, "custody-1");
        assertThat(bookMeeting(ALIAS)).isEqualTo(State.WITHDRAWN);
        assertThat(cadence(ALIAS).everyDays()).isNull();
        assertThat(cadence(survivor).everyDays()).isEqualTo(7);
        int tasks = office.tasks.announced().size();
        office.cadence.bringAbout(survivor, "custody-1");
        office.cadence.bringAbout(survivor, "custody-2");
        assertThat(office.tasks.announced()).hasSize(tasks);

        record(ALIAS, null);
        record(survivor, null);
        heard(ALIAS);
        heard(survivor);
        wanted(ALIAS);
    }

    @Test
    @DisplayName(
            "L5, H8: a roster shows a person once, under the survivor; named by either id they are freed and were there")
    void oneSeat() {
        GroupSeries wanted = new GroupSeries(
                "g",
                "Job readiness",
                SITE,
                "jail",
                Setting.JAIL,
                INSIDE,
                5,
                List.of(new GroupSeries.Session("s1", at("2026-03-02T10:00"), at("2026-03-02T11:00"), List.of())),
                List.of(),
                List.of(),
                List.of());
        office.planningGroups.plan(Office.command(), wanted);
        seat(ALIAS);
        merge();
        assertThat(seat(PARTICIPANT)).as("has a place already").isInstanceOf(Result.Unchanged.class);
        GroupSeries kept = group();
        assertThat(kept.has(ALIAS)).as("nothing is re-keyed").isTrue();
        Map<String, String> survivors = office.persons.survivorsOf(kept.everybody());
        assertThat(GroupSnapshot.of(ByPerson.shown(kept, survivors)).roster()).containsExactly(PARTICIPANT);

        office.now = at("2026-03-02T12:00");
        assertThat(office.runningGroups.takeAttendance(
                        Office.command(), "g", "s1", List.of(new Presence(PARTICIPANT, true))))
                .isInstanceOf(Result.Done.class);
        assertThat(group().sessions().getFirst().attendance()).containsExactly(new Presence(ALIAS, true));
        office.runningGroups.freeSeat(Office.command(), "g", PARTICIPANT);
        assertThat(group().roster()).isEmpty();
    }

    @Test
    @DisplayName("L5, H8: two seats of one person are shown as one and freed as one")
    void twoSeatsAreOne() {
        oneSeatEach();
        merge();
        Map<String, String> survivors = office.persons.survivorsOf(group().everybody());
        assertThat(GroupSnapshot.of(ByPerson.shown(group(), survivors)).roster())
                .containsExactly(PARTICIPANT);
        undo();
        assertThat(GroupSnapshot.of(group()).roster()).containsExactlyInAnyOrder(PARTICIPANT, ALIAS);
        merge();
        office.runningGroups.freeSeat(Office.command(), "g", ALIAS);
        assertThat(group().roster()).isEmpty();
    }

    private void oneSeatEach() {
        office.planningGroups.plan(
                Office.command(),
                new GroupSeries(
                        "g",
                        "Job readiness",
                        SITE,
                        "jail",
                        Setting.JAIL,
                        INSIDE,
                        5,
                        List.of(new GroupSeries.Session(
                                "s1", at("2026-03-05T10:00"), at("2026-03-05T11:00"), List.of())),
                        List.of(),
                        List.of(),
                        List.of()));
        seat(PARTICIPANT);
        seat(ALIAS);
    }

    @Test
    @DisplayName("H8: nobody is booked in two places at once under two ids; to the minute after it they may be")
    void notInTwoPlaces() {
        office.book("a", ALIAS, Office.inside("2026-03-10T10:00"));
        merge();
        office.staff.now(
                OUTSIDE,
                null,
                Objects.requireNonNull(office.staff.find(INSIDE).orElseThrow().snapshot()));
        assertThat(office.book("b", PARTICIPANT, of(OUTSIDE, "2026-03-10T10:25")))
                .isInstanceOf(Result.Refused.class);
        assertThat(office.book("c", PARTICIPANT, of(OUTSIDE, "2026-03-10T10:30")))
                .isInstanceOf(Result.Done.class);
        undo();
        assertThat(office.book("d", PARTICIPANT, of(OUTSIDE, "2026-03-10T10:00")))
                .as("another person's hour again")
                .isInstanceOf(Result.Done.class);
    }

    @Test
    @DisplayName("Y16, H8: in a calendar an alias goes by the case number that people say now")
    void calendar() {
        office.book("a", ALIAS, Office.inside("2026-03-10T10:00"));
        WorkersCalendar calendar =
                new WorkersCalendar(office.diary, office.keepingTasks, office.known, () -> office.now);
        assertThat(calendar.of(INSIDE)).contains("case OLD-1");
        merge();
        assertThat(calendar.of(INSIDE)).contains("case K7M2-4").doesNotContain("OLD-1");
    }

    @Test
    @DisplayName("H8: the same news again, or of a record that was never merged, announces nothing")
    void nothingAnnounced() {
        released(PARTICIPANT, "r1");
        office.replanning.bringAbout(PARTICIPANT);
        office.cadence.bringAbout(PARTICIPANT, "release");
        merge();
        int tasks = office.tasks.announced().size();
        int cadences = office.cadences.announced().size();
        int appointments = office.appointments.announced().size();
        heard(PARTICIPANT);
        heard(ALIAS);
        heard(PARTICIPANT);
        assertThat(office.tasks.announced()).hasSize(tasks);
        assertThat(office.cadences.announced()).hasSize(cadences);
        assertThat(office.appointments.announced()).hasSize(appointments);
    }

    private void merge() {
        record(ALIAS, PARTICIPANT);
        heard(ALIAS);
        record(PARTICIPANT, null, ALIAS);
        heard(PARTICIPANT);
    }

    private void undo() {
        record(ALIAS, null);
        heard(ALIAS);
        record(PARTICIPANT, null);
        heard(PARTICIPANT);
    }

    private void record(String id, @Nullable String into, String... aliases) {
        office.merged.now(id, id, new PersonIds.Merged(into, List.of(aliases)));
    }

    private void heard(String id) {
        following.bringAbout(id, "heard-" + ++nth);
    }

    private void custody(String id, Population population, @Nullable Release release) {
        office.custodies.now(
                id,
                id,
                new KnownCustody(
                        id,
                        SITE,
                        CHICAGO,
                        population,
                        population == Population.RELEASED ? null : Office.JAIL,
                        LocalDate.of(2026, 1, 5),
                        null,
                        release));
    }

    private void released(String id, String release) {
        custody(id, Population.RELEASED, new Release(release, OUT, office.now, Kind.UNPLANNED));
    }

    private String noted(String id) {
        String note = "note-" + id;
        office.notes.now(note, id, new KnownNote(note, id, INSIDE, at("2026-03-01T15:00"), "CONTACT"));
        return note;
    }

    private void exited(String id, String exit) {
        enrolled(id, "EXITED", new KnownEnrolment.Exit(exit, OUT));
    }

    private void enrolled(String id, String state, KnownEnrolment.@Nullable Exit exit) {
        List<FollowUp> due = exit == null
                ? List.of()
                : List.of(
                        new FollowUp("f1", 1, OUT.plusMonths(1), null), new FollowUp("f3", 3, OUT.plusMonths(3), null));
        var copy = office.enrolments.now(id, id, new KnownEnrolment(id, SITE, state, exit, null, due));
        office.followingUp.bringAbout(copy.snapshot(), copy.revision());
    }

    private void wanted(String id) {
        office.cadences.change(Office.command(), id, c -> c.visit(Objects.requireNonNull(c.nextVisit())));
        office.cadence.meetingWanted(id);
        assertThat(bookMeeting(id)).isEqualTo(State.OPEN);
    }

    private void attended(String id) {
        office.attendance.record(new org.throughcare.scheduling.booking.RecordingAttendance.Attendance(
                Office.command(), id, true, null));
        office.following.follow(office.appointment(id), "attended-" + id, null);
    }

    private static org.throughcare.scheduling.booking.Window of(String worker, String local) {
        var inside = Office.inside(local);
        return new org.throughcare.scheduling.booking.Window(
                worker,
                inside.start(),
                inside.end(),
                inside.zone(),
                inside.site(),
                inside.place(),
                inside.room(),
                inside.setting());
    }

    private Result<GroupSeries> seat(String id) {
        return office.runningGroups.takeSeat(Office.command(), "g", id, Priority.NONE);
    }

    private GroupSeries group() {
        return office.groups.find("g").orElseThrow().state();
    }

    private Cadence cadence(String id) {
        return office.cadences.find(id).orElseThrow().state();
    }

    private State firstContact(String id) {
        return one(id, Task.Kind.FIRST_CONTACT).orElseThrow();
    }

    private State bookMeeting(String id) {
        return one(id, Task.Kind.BOOK_MEETING).orElseThrow();
    }

    private Optional<State> one(String id, Task.Kind kind) {
        List<Task> found =
                office.tasks(kind).stream().filter(t -> t.whose().equals(id)).toList();
        assertThat(found).as(kind + " of " + id).hasSizeLessThan(2);
        return found.stream().findFirst().map(Task::state);
    }

    private List<State> followUps(String id) {
        return office.tasks(Task.Kind.FOLLOW_UP_CHECK_IN).stream()
                .filter(t -> t.whose().equals(id))
                .map(Task::state)
                .toList();
    }
}
