package org.throughcare.scheduling.known;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A staff member as last announced, as far as scheduling asks.
 *
 * @param lastDay of someone who left
 * @param leavesOn the last day of someone whose departure is planned (L12); it is worked in full
 * @param sites where they work
 */
public record KnownStaff(
        String id,
        @Nullable String name,
        boolean active,
        @Nullable Clearance clearance,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate leavesOn,
        @Nullable String role,
        List<String> sites) {

    public enum ClearanceState {
        NONE,
        PENDING,
        VALID,
        EXPIRED,
        REVOKED
    }

    /** @param validUntil the last day it holds; null when it has no end */
    public record Clearance(ClearanceState state, @Nullable LocalDate validUntil) {}

    public KnownStaff {
        sites = sites == null ? List.of() : List.copyOf(sites);
    }

    public boolean supervises() {
        return active && "SUPERVISOR".equals(role);
    }

    /** Whether they are at work on that day, as far as is known. */
    public boolean worksOn(LocalDate day) {
        return active && (leavesOn == null || !day.isAfter(leavesOn));
    }

    /** Whether the background check lets this person into a jail on that day (L12). */
    public boolean mayEnterAJailOn(LocalDate day) {
        if (clearance == null || clearance.state() != ClearanceState.VALID) {
            return false;
        }
        LocalDate until = clearance.validUntil();
        return until == null || !day.isAfter(until);
    }
}
