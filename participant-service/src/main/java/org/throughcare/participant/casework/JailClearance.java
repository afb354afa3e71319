package org.throughcare.participant.casework;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.site.Setting;
import org.throughcare.participant.staff.StaffMember;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.time.BusinessClock;

/**
 * Who answers for a participant who is held, from inside the jail, is cleared for it on that day at the case's site (L12, C6). Nobody
 * without a clearance can be booked there, so the participant would have a worker on record whom they never meet. Someone who leads
 * from outside needs none.
 */
public final class JailClearance {

    private final Workforce workforce;
    private final BusinessClock clock;

    public JailClearance(Workforce workforce, BusinessClock clock) {
        this.workforce = workforce;
        this.clock = clock;
    }

    /** @return what stands in the way of this worker; null when nothing does */
    @Nullable
    Refusal refusal(Case of, StaffMember worker, Setting where) {
        return refusal(of.participant(), of.zone(), worker, where, "candidates");
    }

    /**
     * As {@link #refusal(Case, StaffMember, Setting)}, with or without a case.
     *
     * @param zone of the site
     * @param instead what is possible
     */
    @Nullable
    Refusal refusal(UUID participant, ZoneId zone, StaffMember worker, Setting where, String instead) {
        LocalDate today = clock.today(zone);
        return where != Setting.JAIL || worker.clearance().holdsOn(today) || !workforce.held(participant)
                ? null
                : Refusal.conflict(
                        "L12",
                        "The participant is held, and " + worker.name() + " is not cleared for the jail on " + today
                                + ".",
                        instead);
    }
}
