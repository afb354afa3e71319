package org.throughcare.scheduling.worker;

import java.util.Collections;
import java.util.Optional;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.security.StaffDirectory;
import org.throughcare.platform.security.StaffDirectory.StaffCard;
import org.throughcare.platform.web.ProblemException;

/** A worker's diary, tasks and hours are their own, those of supervisors at one of their sites, and the administrator's. */
public final class WorkerAccess {

    private final StaffDirectory staff;

    public WorkerAccess(StaffDirectory staff) {
        this.staff = staff;
    }

    public void require(Caller caller, String worker) {
        boolean own = caller.id().equals(worker)
                && caller.is(Role.JAIL_CASE_MANAGER, Role.COMMUNITY_CASE_MANAGER, Role.SUPERVISOR);
        boolean all = caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SYSTEM);
        if (!own && !all && !(caller.is(Role.SUPERVISOR) && shareASite(caller, worker))) {
            throw ProblemException.forbidden("This is another worker's; ask them or their supervisor.");
        }
    }

    /** The copy may be behind: before a refusal the owner is asked. */
    private boolean shareASite(Caller caller, String worker) {
        return isAtASiteOf(caller, staff.find(worker)) || isAtASiteOf(caller, staff.findAtOwner(worker));
    }

    private static boolean isAtASiteOf(Caller caller, Optional<StaffCard> worker) {
        return worker.filter(card -> !Collections.disjoint(card.sites(), caller.sites()))
                .isPresent();
    }

    /** What is kept at a site is for those who work there, and for whoever leads it. */
    public static boolean isAt(Caller caller, String site, String leader) {
        return caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SYSTEM)
                || caller.id().equals(leader)
                || caller.sites().contains(site);
    }

    /** Everybody who works for the grantee; neither partners nor monitors. */
    public static void requireStaff(Caller caller) {
        if (caller.is(Role.PARTNER_STAFF, Role.MONITOR)) {
            throw ProblemException.forbidden("This is for the grantee's own staff.");
        }
    }
}
