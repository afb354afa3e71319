package org.throughcare.participant.casework;

import java.time.LocalDate;
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
        LocalDate today = clock.today(of.zone());
        return where != Setting.JAIL
                        || worker.clearance().holdsOn(today)
                        || !workforce.need(of).held()
                ? null
                : Refusal.conflict(
                        "L12",
                        "The participant is held, and " + worker.name() + " is not cleared for the jail on " + today
                                + ".",
                        "candidates");
    }
}
