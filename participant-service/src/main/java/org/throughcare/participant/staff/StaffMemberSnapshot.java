package org.throughcare.participant.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.site.Setting;
import org.throughcare.platform.security.Role;

/**
 * A staff member as the other services know them.
 *
 * @param lastDay of someone who left
 * @param leavesOn the last day of someone whose departure is planned
 */
public record StaffMemberSnapshot(
        UUID id,
        String name,
        Role role,
        String zone,
        List<UUID> sites,
        List<Setting> settings,
        StaffMember.ContactCard contactCard,
        boolean active,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate leavesOn,
        ClearanceView clearance) {

    /** Whether someone may be booked into a jail, and until which day. */
    public record ClearanceView(
            Clearance.State state, @Nullable LocalDate validUntil) {}

    public static StaffMemberSnapshot of(StaffMember member) {
        StaffMember.Departure departure = member.departure();
        StaffMember.Departure planned = member.planned();
        return new StaffMemberSnapshot(
                member.id(),
                member.name(),
                member.role(),
                member.zone().getId(),
                member.sites(),
                member.settings(),
                member.contactCard(),
                member.active(),
                departure == null ? null : departure.lastDay(),
                planned == null ? null : planned.lastDay(),
                new ClearanceView(member.clearance().state(), member.clearance().validUntil()));
    }
}
