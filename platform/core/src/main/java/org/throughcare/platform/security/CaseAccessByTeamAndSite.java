package org.throughcare.platform.security;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.person.IdsOfPersons;
import org.throughcare.platform.security.CaseFiles.CaseFile;
import org.throughcare.platform.web.ProblemException;

/**
 * A case is open to its team, former members included, and to the staff of every site it has run at: the jail sees how it
 * goes outside (L21); before there is one, the participant is their site's. Before a refusal the owner is asked, because the
 * copy may be behind. Break-glass opens any case of the grantee to case managers and supervisors, for a reason that is on record
 * before they see anything.
 *
 * <p>Of a person with several ids (H8) the case under the id that stands for them opens everything; where that one has none,
 * those under the aliases do. What is under an alias stays open to whom it was open before, and so nobody loses what is
 * theirs, or gains what is not.
 */
final class CaseAccessByTeamAndSite implements CaseAccess {

    static final String BREAK_GLASS = "Throughcare-Break-Glass";
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;

    private final CaseFiles cases;
    private final IdsOfPersons persons;
    private final ReadAudit audit;
    private final MeterRegistry meters;

    /** What is open to a caller. */
    private enum Opened {
        NOTHING,
        /** What is under this very id. */
        THIS_ID,
        WHOLE_PERSON
    }

    CaseAccessByTeamAndSite(CaseFiles cases, IdsOfPersons persons, ReadAudit audit, MeterRegistry meters) {
        this.cases = cases;
        this.persons = persons;
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

    @Override
    public List<String> requireReadOfPerson(Caller caller, String participant) {
        List<String> all = persons.allOf(participant);
        if (opened(caller, participant, () -> all, false) == Opened.WHOLE_PERSON || all.size() == 1) {
            return all;
        }
        return all.stream()
                .filter(each -> each.equals(participant)
                        || cases.find(each)
                                .filter(file -> isTheirs(caller, file))
                                .isPresent())
                .toList();
    }

    /** What the case under this very id opens, as most do, is open whoever else the person is. */
    private void require(Caller caller, String participant, boolean write) {
        boolean byCase = switch (caller.role()) {
            case GRANTEE_ADMINISTRATOR, SYSTEM, PARTNER_STAFF -> false;
            case MONITOR -> !write;
            case SUPERVISOR, JAIL_CASE_MANAGER, COMMUNITY_CASE_MANAGER -> true;
        };
        if (!byCase
                || cases.find(participant)
                        .filter(file -> isTheirs(caller, file))
                        .isEmpty()) {
            opened(caller, participant, () -> persons.allOf(participant), write);
        }
    }

    /** @param all gives all ids of the person; asked for only where it matters */
    private Opened opened(Caller caller, String participant, Supplier<List<String>> all, boolean write) {
        Opened opened = switch (caller.role()) {
            case GRANTEE_ADMINISTRATOR, SYSTEM -> Opened.WHOLE_PERSON;
            case PARTNER_STAFF -> Opened.NOTHING;
            case MONITOR -> write ? Opened.NOTHING : opened(caller, participant, all.get(), false);
            case SUPERVISOR, JAIL_CASE_MANAGER, COMMUNITY_CASE_MANAGER -> opened(caller, participant, all.get(), true);
        };
        if (opened == Opened.NOTHING) {
            meters.counter("throughcare.access.refused", "role", caller.role().name())
                    .increment();
            audit.refused(caller, participant, what());
            throw new ProblemException(HttpStatus.FORBIDDEN, "case-not-open", sentence(caller.role(), write));
        }
        return opened;
    }

    /** @param beforeCase the answer while there is no case: intake comes first; those who may so may break glass too */
    private Opened opened(Caller caller, String participant, List<String> all, boolean beforeCase) {
        if (isThePersons(caller, all, beforeCase) || (beforeCase && brokeGlass(caller, participant))) {
            return Opened.WHOLE_PERSON;
        }
        return all.size() > 1 && isTheirs(caller, participant, beforeCase) ? Opened.THIS_ID : Opened.NOTHING;
    }

    private boolean isThePersons(Caller caller, List<String> all, boolean beforeCase) {
        String survivor = all.getFirst();
        Optional<CaseFile> survivors = decisive(caller, survivor);
        if (survivors.isPresent()) {
            return isTheirs(caller, survivors.get());
        }
        List<CaseFile> aliases = all.stream()
                .skip(1)
                .flatMap(each -> decisive(caller, each).stream())
                .toList();
        return aliases.isEmpty()
                ? isTheirsBeforeCase(caller, survivor, beforeCase)
                : aliases.stream().anyMatch(file -> isTheirs(caller, file));
    }

    /** @param beforeCase the answer while there is no case: intake comes first */
    private boolean isTheirs(Caller caller, String participant, boolean beforeCase) {
        return decisive(caller, participant)
                .map(file -> isTheirs(caller, file))
                .orElseGet(() -> isTheirsBeforeCase(caller, participant, beforeCase));
    }

    /** The case under this id: the copy where it lets them in, or else as the owner has it; empty while there is none. */
    private Optional<CaseFile> decisive(Caller caller, String participant) {
        Optional<CaseFile> copy = cases.find(participant);
        return copy.filter(file -> isTheirs(caller, file))
                .or(() -> cases.findAtOwner(participant))
                .or(() -> copy);
    }

    /** Who is not known here yet has nothing here that is not the caller's own: intake comes first. */
    private boolean isTheirsBeforeCase(Caller caller, String participant, boolean beforeCase) {
        Optional<CaseFile> site = cases.beforeCase(participant);
        return site.isEmpty()
                ? beforeCase
                : isTheirs(caller, site.get())
                        || cases.beforeCaseAtOwner(participant)
                                .filter(file -> isTheirs(caller, file))
                                .isPresent();
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
