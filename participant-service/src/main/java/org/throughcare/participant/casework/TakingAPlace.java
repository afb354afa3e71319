package org.throughcare.participant.casework;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.PolicyInForce;
import org.throughcare.participant.site.Setting;
import org.throughcare.participant.staff.StaffMember;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** Before a case gets a primary worker, a place on that worker's caseload is taken (L2). */
public final class TakingAPlace {

    private final Aggregates<Caseload> caseloads;
    private final Aggregates<StaffMember> staff;
    private final BusinessClock clock;

    public TakingAPlace(Aggregates<Caseload> caseloads, Aggregates<StaffMember> staff, BusinessClock clock) {
        this.caseloads = caseloads;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * Again and again until the case has its worker: a place that is taken is not taken twice, and one that became free
     * meanwhile is looked at anew, against the limit.
     *
     * @param weight what the case counts for, in hundredths of an ordinary one
     * @return why there is no place, or null when it is taken
     */
    @Nullable
    Refusal take(
            UUID worker,
            UUID participant,
            Caseload.Side side,
            int weight,
            PolicyInForce policy,
            Caseload.Grounds grounds) {
        if (working(worker) == null) {
            return Refusal.invalid("C6", "staff", "There is no such staff member at work.");
        }
        int limit = CaseTerms.limit(policy, side);
        Result<Caseload> result = caseloads.createOrChange(
                Command.withId(UUID.randomUUID().toString()),
                worker.toString(),
                before -> take(before.orElseGet(() -> Caseload.of(worker)), participant, side, weight, limit, grounds));
        return result instanceof Result.Refused<Caseload> refused ? refused.refusal() : null;
    }

    private Decision<Caseload> take(
            Caseload from, UUID participant, Caseload.Side side, int weight, int limit, Caseload.Grounds grounds) {
        return from.take(participant, side, weight, limit, grounds, clock.now());
    }

    /** The staff member, unless they left. */
    @Nullable
    StaffMember working(UUID worker) {
        return staff.find(worker.toString())
                .map(Stored::state)
                .filter(StaffMember::active)
                .orElse(null);
    }

    /** Where someone works unless said otherwise. */
    static Setting usualSetting(StaffMember member) {
        if (member.role() == Role.JAIL_CASE_MANAGER) {
            return Setting.JAIL;
        }
        return member.settings().size() == 1 ? member.settings().getFirst() : Setting.COMMUNITY;
    }
}
