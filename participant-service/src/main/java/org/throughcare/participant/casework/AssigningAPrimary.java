package org.throughcare.participant.casework;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.site.Setting;
import org.throughcare.participant.staff.StaffMember;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** Someone else answers for a participant from now on, cleared where that is needed: the place first, then the case (C6, L2, L12). */
public final class AssigningAPrimary {

    private final Aggregates<Case> cases;
    private final CaseTerms terms;
    private final TakingAPlace places;
    private final JailClearance clearance;
    private final BusinessClock clock;

    public AssigningAPrimary(
            Aggregates<Case> cases,
            CaseTerms terms,
            TakingAPlace places,
            JailClearance clearance,
            BusinessClock clock) {
        this.cases = cases;
        this.terms = terms;
        this.places = places;
        this.clearance = clearance;
        this.clock = clock;
    }

    public Result<Case> assign(
            Command command, UUID participant, UUID worker, @Nullable Setting setting, Caseload.Grounds grounds) {
        return assign(command, participant, worker, setting, grounds, true);
    }

    /** After a departure, where nobody is cleared: better somebody who cannot go in than nobody at all (L12). */
    Result<Case> handOn(
            Command command, UUID participant, UUID worker, @Nullable Setting setting, Caseload.Grounds grounds) {
        return assign(command, participant, worker, setting, grounds, false);
    }

    private Result<Case> assign(
            Command command,
            UUID participant,
            UUID worker,
            @Nullable Setting setting,
            Caseload.Grounds grounds,
            boolean cleared) {
        @Nullable
        Case before = cases.find(participant.toString()).map(Stored::state).orElse(null);
        if (before == null) {
            return new Result.Missing<>();
        }
        @Nullable StaffMember member = places.working(worker);
        if (member == null) {
            return new Result.Refused<>(Refusal.invalid("C6", "staff", "There is no such staff member at work."));
        }
        Setting where = setting == null ? TakingAPlace.usualSetting(member) : setting;
        if (!before.primary().equals(worker)) {
            Refusal uncleared = cleared ? clearance.refusal(before, member, where) : null;
            if (uncleared != null) {
                return new Result.Refused<>(uncleared);
            }
            Refusal full = places.take(
                    worker,
                    participant,
                    before.side(),
                    before.weightPercent(),
                    terms.at(before.site()).policy(),
                    grounds);
            if (full != null) {
                return new Result.Refused<>(full);
            }
        }
        return cases.change(
                command, participant.toString(), of -> CaseTeamwork.assignPrimary(of, worker, where, clock.now()));
    }
}
