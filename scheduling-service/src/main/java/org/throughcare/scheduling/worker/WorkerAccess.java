package org.throughcare.scheduling.worker;

import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.web.ProblemException;

/** A worker's diary, tasks and hours are their own, their supervisors' and the administrator's. */
public final class WorkerAccess {

    private WorkerAccess() {}

    public static void require(Caller caller, String worker) {
        boolean own = caller.id().equals(worker) && caller.is(Role.JAIL_CASE_MANAGER, Role.COMMUNITY_CASE_MANAGER);
        if (!own && !caller.is(Role.SUPERVISOR, Role.GRANTEE_ADMINISTRATOR, Role.SYSTEM)) {
            throw ProblemException.forbidden("This is another worker's; ask them or their supervisor.");
        }
    }

    /** Everybody who works for the grantee; neither partners nor monitors. */
    public static void requireStaff(Caller caller) {
        if (caller.is(Role.PARTNER_STAFF, Role.MONITOR)) {
            throw ProblemException.forbidden("This is for the grantee's own staff.");
        }
    }
}
