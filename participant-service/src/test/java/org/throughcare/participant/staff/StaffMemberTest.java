package org.throughcare.participant.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughcare.participant.site.Setting;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.security.Role;

class StaffMemberTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = TODAY.atTime(10, 0).atZone(ZONE).toInstant();

    private static StaffMember after(Decision<StaffMember> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<StaffMember>) decision).state();
    }

    private static StaffMember joined() {
        return after(StaffMember.join(
                new UUID(0, 1),
                new StaffMember.Details(
                        "Dana Reyes",
                        Role.JAIL_CASE_MANAGER,
                        ZONE,
                        List.of(new UUID(0, 2)),
                        List.of(Setting.JAIL),
                        new StaffMember.ContactCard("555-0100", null, null)),
                NOW));
    }

    @Test
    @DisplayName("L12 a clearance holds on its last day and expires when the next begins")
    void clearance() {
        assertThat(joined().clearance().holdsOn(TODAY)).isFalse();
        StaffMember pending = after(joined().clear(Clearance.State.PENDING, null, NOW));
        assertThat(pending.clearance().holdsOn(TODAY)).isFalse();
        LocalDate last = TODAY.plusDays(90);
        StaffMember cleared = after(pending.clear(Clearance.State.VALID, last, NOW));
        assertThat(cleared.clearance().holdsOn(last)).isTrue();
        assertThat(cleared.clearance().holdsOn(last.plusDays(1))).isFalse();
        Instant due = last.plusDays(1).atStartOfDay(ZONE).toInstant();
        assertThat(cleared.visit(due.minusMillis(1))).isEqualTo(Decision.unchanged());
        assertThat(after(cleared.visit(due)).clearance().state()).isEqualTo(Clearance.State.EXPIRED);
        assertThat(cleared.clear(Clearance.State.VALID, last, NOW)).isEqualTo(Decision.unchanged());
    }

    @Test
    @DisplayName("L12 a valid clearance needs a last day that has not passed, and nobody types in that it expired")
    void faults() {
        assertThat(joined().clear(Clearance.State.VALID, null, NOW)).isInstanceOf(Decision.Refused.class);
        assertThat(joined().clear(Clearance.State.VALID, TODAY.minusDays(1), NOW))
                .isInstanceOf(Decision.Refused.class);
        after(joined().clear(Clearance.State.VALID, TODAY, NOW));
        assertThat(joined().clear(Clearance.State.EXPIRED, null, NOW)).isInstanceOf(Decision.Refused.class);
    }

    @Test
    @DisplayName("L12 nobody succeeds themselves, and leaving twice announces nothing")
    void leaving() {
        StaffMember member = joined();
        assertThat(member.leave(departure(TODAY, member.id()), NOW)).isInstanceOf(Decision.Refused.class);
        StaffMember.Departure how = departure(TODAY.minusDays(1), new UUID(0, 9));
        StaffMember left = after(member.leave(how, NOW));
        assertThat(left.active()).isFalse();
        assertThat(left.leave(how, NOW)).isEqualTo(Decision.unchanged());
    }

    private static StaffMember.Departure departure(LocalDate lastDay, UUID... successors) {
        return new StaffMember.Departure(
                UUID.randomUUID(), lastDay, List.of(successors), "moved away", StaffMember.SplitRule.LOWEST_LOAD, null);
    }

    @Test
    @DisplayName(
            "L12 a departure ahead is kept and takes effect when its last day has ended at the site, not a moment before")
    void leavingLater() {
        LocalDate day = TODAY.plusDays(10);
        StaffMember planned = after(joined().leave(departure(day, new UUID(0, 9)), NOW));
        assertThat(planned.active()).isTrue();
        assertThat(planned.worksOn(day)).as("the last day is worked").isTrue();
        assertThat(planned.worksOn(day.plusDays(1))).isFalse();
        Instant ended = day.plusDays(1).atStartOfDay(ZONE).toInstant();
        assertThat(planned.dueAt()).isEqualTo(ended);
        assertThat(planned.visit(ended.minusMillis(1))).isEqualTo(Decision.unchanged());
        Decision<StaffMember> visited = planned.visit(ended);
        StaffMember left = after(visited);
        assertThat(((Decision.Accepted<StaffMember>) visited).happened())
                .isEqualTo(new StaffEvent.StaffMemberLeft(day));
        assertThat(left.active()).isFalse();
        assertThat(left.planned()).isNull();
        assertThat(left.departure()).isNotNull();
        assertThat(left.dueAt()).isNull();
    }

    @Test
    @DisplayName("L12 somebody whose last day is today works today; one whose last day was yesterday has left at once")
    void lastDayToday() {
        StaffMember today = after(joined().leave(departure(TODAY, new UUID(0, 9)), NOW));
        assertThat(today.active()).isTrue();
        assertThat(today.worksOn(TODAY)).isTrue();
        assertThat(today.dueAt()).isEqualTo(TODAY.plusDays(1).atStartOfDay(ZONE).toInstant());
        assertThat(after(joined().leave(departure(TODAY.minusDays(1), new UUID(0, 9)), NOW))
                        .active())
                .isFalse();
    }

    @ParameterizedTest(name = "{0}, last day {1}: until {2}")
    @CsvSource({
        // the last Sunday of winter time has 23 hours, and the first of winter time 25
        "America/New_York, 2026-03-08, 2026-03-09T04:00:00Z",
        "America/New_York, 2026-11-01, 2026-11-02T05:00:00Z",
        // the day after begins at one o'clock: its midnight does not exist
        "America/Havana, 2026-03-07, 2026-03-08T05:00:00Z",
        "Pacific/Auckland, 2026-04-04, 2026-04-04T11:00:00Z",
        "Pacific/Honolulu, 2026-04-04, 2026-04-05T10:00:00Z"
    })
    @DisplayName("L12 a last day ends when it does at the staff member's site, on days of 23, 24 and 25 hours alike")
    void endsAtTheSite(String zone, LocalDate lastDay, Instant ends) {
        StaffMember.Details there = new StaffMember.Details(
                "Dana Reyes",
                Role.JAIL_CASE_MANAGER,
                ZoneId.of(zone),
                List.of(new UUID(0, 2)),
                List.of(Setting.JAIL),
                new StaffMember.ContactCard("555-0100", null, null));
        StaffMember member = after(StaffMember.join(new UUID(0, 1), there, NOW));
        StaffMember planned = after(member.leave(departure(lastDay, new UUID(0, 9)), NOW));
        assertThat(planned.dueAt()).isEqualTo(ends);
        assertThat(planned.visit(ends.minusMillis(1))).isEqualTo(Decision.unchanged());
        assertThat(after(planned.visit(ends)).active()).isFalse();
    }

    @Test
    @DisplayName(
            "L12 a departure is withdrawn or planned anew until its day, and asking for the same again says nothing")
    void stayingAfterAll() {
        StaffMember.Departure how = departure(TODAY.plusDays(10), new UUID(0, 9));
        StaffMember planned = after(joined().leave(how, NOW));
        assertThat(planned.leave(departure(TODAY.plusDays(10), new UUID(0, 9)), NOW))
                .isEqualTo(Decision.unchanged());
        StaffMember later = after(planned.leave(departure(TODAY.plusDays(11), new UUID(0, 9)), NOW));
        assertThat(later.dueAt())
                .isEqualTo(TODAY.plusDays(12).atStartOfDay(ZONE).toInstant());
        StaffMember stays = after(later.stay());
        assertThat(stays.planned()).isNull();
        assertThat(stays.dueAt()).isNull();
        assertThat(stays.stay()).isEqualTo(Decision.unchanged());
        StaffMember left = after(planned.leave(departure(TODAY.minusDays(1), new UUID(0, 9)), NOW));
        assertThat(left.stay()).isInstanceOf(Decision.Refused.class);
    }

    @Test
    @DisplayName("L12 a record changed meanwhile keeps the planned departure, and joining again begins without one")
    void changedMeanwhile() {
        StaffMember planned = after(joined().leave(departure(TODAY.plusDays(10), new UUID(0, 9)), NOW));
        StaffMember.Details other = new StaffMember.Details(
                "Dana Reyes-Cole",
                Role.JAIL_CASE_MANAGER,
                ZONE,
                List.of(new UUID(0, 2)),
                List.of(Setting.JAIL),
                new StaffMember.ContactCard("555-0100", null, null));
        assertThat(after(planned.change(other)).planned()).isEqualTo(planned.planned());
        StaffMember left = after(planned.leave(departure(TODAY.minusDays(1), new UUID(0, 9)), NOW));
        StaffMember again = after(left.change(other));
        assertThat(again.active()).isTrue();
        assertThat(again.departure()).isNull();
        assertThat(again.dueAt()).isNull();
    }

    @Test
    @DisplayName("L12 of a departure and the end of a clearance the earlier one is due first, then the other")
    void twoDeadlines() {
        StaffMember cleared = after(joined().clear(Clearance.State.VALID, TODAY.plusDays(4), NOW));
        StaffMember both = after(cleared.leave(departure(TODAY.plusDays(10), new UUID(0, 9)), NOW));
        Instant expires = TODAY.plusDays(5).atStartOfDay(ZONE).toInstant();
        assertThat(both.dueAt()).isEqualTo(expires);
        StaffMember expired = after(both.visit(expires));
        assertThat(expired.clearance().state()).isEqualTo(Clearance.State.EXPIRED);
        assertThat(expired.dueAt())
                .isEqualTo(TODAY.plusDays(11).atStartOfDay(ZONE).toInstant());
        StaffMember late =
                after(both.visit(TODAY.plusDays(20).atStartOfDay(ZONE).toInstant()));
        assertThat(late.active()).isFalse();
        assertThat(late.dueAt()).isEqualTo(expires);
    }

    @Test
    @DisplayName("L12 a staff member from before departures could be planned reads as one who plans none")
    void older() {
        String stored = Json.mapper()
                .writeValueAsString(after(joined().leave(departure(TODAY.minusDays(1), new UUID(0, 9)), NOW)));
        assertThat(stored).contains("\"rule\":\"LOWEST_LOAD\"").doesNotContain("planned");
        StaffMember read = Json.mapper().readValue(stored.replace(",\"rule\":\"LOWEST_LOAD\"", ""), StaffMember.class);
        assertThat(read.planned()).isNull();
        assertThat(read.departure())
                .extracting(StaffMember.Departure::rule)
                .isEqualTo(StaffMember.SplitRule.LOWEST_LOAD);
    }
}
