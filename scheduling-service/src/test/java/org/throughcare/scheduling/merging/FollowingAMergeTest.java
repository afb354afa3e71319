package org.throughcare.scheduling.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.scheduling.Office.PARTICIPANT;
import static org.throughcare.scheduling.Office.at;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.scheduling.Office;
import org.throughcare.scheduling.cadence.Cadence;
import org.throughcare.scheduling.known.Population;
import org.throughcare.scheduling.task.KeepingTasks;
import org.throughcare.scheduling.task.TaskSnapshot.State;

/** What follows from a merge, and from its undoing: meetings, tasks and rhythm. */
class FollowingAMergeTest extends TwoRecords {

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
}
