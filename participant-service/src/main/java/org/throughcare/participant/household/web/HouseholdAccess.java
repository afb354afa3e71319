package org.throughcare.participant.household.web;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.throughcare.participant.household.Household;
import org.throughcare.participant.household.Member;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.ProblemException;

/**
 * Who may open a household: the staff of its site, administrators and the suite itself; others by the case of a participant in it,
 * as {@link CaseAccess} says. It holds facts about several people, so reading it is on record for each participant.
 */
@Component
class HouseholdAccess {

    static final String WHAT = "household";

    private final Aggregates<Household> households;
    private final CaseAccess access;
    private final ReadAudit audit;

    HouseholdAccess(Aggregates<Household> households, CaseAccess access, ReadAudit audit) {
        this.households = households;
        this.access = access;
        this.audit = audit;
    }

    Stored<Household> toRead(Caller caller, String id) {
        noPartners(caller);
        Stored<Household> stored = found(id);
        if (!atHome(caller, stored.state())) {
            access.requireRead(caller, someParticipant(stored.state()));
        }
        onRecord(caller, stored.state());
        return stored;
    }

    void toChange(Caller caller, String id) {
        writers(caller);
        Household household = found(id).state();
        if (!atHome(caller, household)) {
            access.requireWrite(caller, someParticipant(household));
        }
    }

    void toOpen(Caller caller, String site, List<Member> members) {
        writers(caller);
        if (!caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SYSTEM)
                && !caller.sites().contains(site)) {
            throw ProblemException.forbidden("You do not work at this site.");
        }
        members.forEach(m -> toAdd(caller, m));
    }

    /** A participant's place in a household is part of their file. */
    void toAdd(Caller caller, Member member) {
        String participant = member.participant();
        if (participant != null) {
            access.requireWrite(caller, participant);
        }
    }

    void onRecord(Caller caller, Household household) {
        household.members().stream()
                .map(Member::participant)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(each -> audit.read(caller, each, WHAT));
    }

    private static boolean atHome(Caller caller, Household household) {
        return switch (caller.role()) {
            case GRANTEE_ADMINISTRATOR, SYSTEM -> true;
            case SUPERVISOR, JAIL_CASE_MANAGER, COMMUNITY_CASE_MANAGER ->
                caller.sites().contains(household.site());
            case MONITOR, PARTNER_STAFF -> false;
        };
    }

    private static String someParticipant(Household household) {
        return household.members().stream()
                .map(Member::participant)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> ProblemException.forbidden("This household is at another site."));
    }

    private static void writers(Caller caller) {
        noPartners(caller);
        if (caller.is(Role.MONITOR)) {
            throw ProblemException.forbidden("Monitors read and change nothing.");
        }
    }

    private static void noPartners(Caller caller) {
        if (caller.is(Role.PARTNER_STAFF)) {
            throw ProblemException.forbidden("Households are for the grantee's own staff.");
        }
    }

    private Stored<Household> found(String id) {
        return households.find(id).orElseThrow(() -> ProblemException.notFound(WHAT, id));
    }
}
