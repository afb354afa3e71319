package org.throughcare.platform.security;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.CaseFiles.CaseFile;
import org.throughcare.platform.web.ProblemException;

/**
 * A case is open to its team, former members included, and to the staff of every site it has run at: the jail sees how it
 * goes outside (L21). Before a refusal the owner of the case is asked, because the copy may be behind. Break-glass opens
 * any case of the grantee to case managers and supervisors, for a reason that is on record before they see anything.
 */
final class CaseAccessByTeamAndSite implements CaseAccess {

    static final String BREAK_GLASS = "Throughcare-Break-Glass";
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;

    private final CaseFiles cases;
    private final ReadAudit audit;
    private final MeterRegistry meters;

    CaseAccessByTeamAndSite(CaseFiles cases, ReadAudit audit, MeterRegistry meters) {
        this.cases = cases;
        this.audit = audit;
        this.meters = meters;
    }

    @Override
    public void requireRead(Caller caller, String participant) {
        require(caller, participant, false);
    }

    @Override
    public void requireWrite(Caller caller, String participant) {
        require(caller, participant, true);
    }

    private void require(Caller caller, String participant, boolean write) {
        boolean open = switch (caller.role()) {
            case GRANTEE_ADMINISTRATOR, SYSTEM -> true;
            case PARTNER_STAFF -> false;
            case MONITOR -> !write && isTheirs(caller, participant, false);
            case SUPERVISOR, JAIL_CASE_MANAGER, COMMUNITY_CASE_MANAGER ->
                isTheirs(caller, participant, true) || brokeGlass(caller, participant);
        };
        if (!open) {
            meters.counter("throughcare.access.refused", "role", caller.role().name())
                    .increment();
            audit.refused(caller, participant, what());
            throw new ProblemException(HttpStatus.FORBIDDEN, "case-not-open", sentence(caller.role(), write));
        }
    }

    /**
     * @param beforeCase the answer while there is no case: intake comes first
     */
    private boolean isTheirs(Caller caller, String participant, boolean beforeCase) {
        Optional<CaseFile> copy = cases.find(participant);
        if (copy.isPresent() && isTheirs(caller, copy.get())) {
            return true;
        }
        Optional<CaseFile> owners = cases.findAtOwner(participant);
        return owners.map(file -> isTheirs(caller, file)).orElse(beforeCase);
    }

    private static boolean isTheirs(Caller caller, CaseFile file) {
        return file.team().contains(caller.id()) || !Collections.disjoint(file.sites(), caller.sites());
    }

    private boolean brokeGlass(Caller caller, String participant) {
        HttpServletRequest request = request();
        String reason = request == null ? null : request.getHeader(BREAK_GLASS);
        if (reason == null) {
            return false;
        }
        String given = reason.strip();
        if (given.length() < SHORTEST_REASON || given.length() > LONGEST_REASON) {
            throw ProblemException.invalid(
                    BREAK_GLASS,
                    "reason",
                    "Opening a case that is not yours needs a reason of " + SHORTEST_REASON + " to " + LONGEST_REASON
                            + " characters.");
        }
        audit.readNow(caller, participant, "break-glass: " + what(), given);
        meters.counter("throughcare.access.break_glass", "role", caller.role().name())
                .increment();
        return true;
    }

    private static String sentence(Role role, boolean write) {
        return switch (role) {
            case PARTNER_STAFF -> "Partners read what is disclosed to them, never a case.";
            case MONITOR ->
                write ? "Monitors read and change nothing." : "This case is not in the sample that is open to you.";
            default ->
                "This case belongs to another team and site. With a reason it can be opened all the same: send it as "
                        + BREAK_GLASS + ".";
        };
    }

    private static String what() {
        HttpServletRequest request = request();
        return request == null ? "" : request.getMethod() + " " + request.getRequestURI();
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }
}
