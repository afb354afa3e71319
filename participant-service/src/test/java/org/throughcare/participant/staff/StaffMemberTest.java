package org.throughcare.participant.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.site.Setting;
import org.throughcare.platform.aggregate.Decision;
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
        assertThat(member.leave(
                        new StaffMember.Departure(UUID.randomUUID(), TODAY, List.of(member.id()), "moved away")))
                .isInstanceOf(Decision.Refused.class);
        StaffMember.Departure how =
                new StaffMember.Departure(UUID.randomUUID(), TODAY, List.of(new UUID(0, 9)), "moved away");
        StaffMember left = after(member.leave(how));
        assertThat(left.active()).isFalse();
        assertThat(left.leave(how)).isEqualTo(Decision.unchanged());
    }
}
