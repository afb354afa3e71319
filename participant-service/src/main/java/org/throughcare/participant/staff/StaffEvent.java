package org.throughcare.participant.staff;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.security.Role;

/** What can happen to a staff member. */
public sealed interface StaffEvent extends Happened {

    record StaffMemberJoined(Role role) implements StaffEvent {}

    record StaffMemberChanged(Role role) implements StaffEvent {}

    /** Not yet: on its day. */
    record DeparturePlanned(LocalDate lastDay) implements StaffEvent {}

    record DepartureWithdrawn(LocalDate lastDay) implements StaffEvent {}

    record StaffMemberLeft(LocalDate lastDay) implements StaffEvent {}

    record ClearanceChanged(
            Clearance.State from,
            Clearance.State to,
            @Nullable LocalDate validUntil) implements StaffEvent {}
}
