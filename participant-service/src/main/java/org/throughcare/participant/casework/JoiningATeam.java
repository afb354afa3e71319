package org.throughcare.participant.casework;

import java.util.UUID;
import org.throughcare.participant.site.Setting;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** Someone works on a case beside its primary worker (L7). */
public final class JoiningATeam {

    private final Aggregates<Case> cases;
    private final TakingAPlace working;
    private final BusinessClock clock;

    public JoiningATeam(Aggregates<Case> cases, TakingAPlace working, BusinessClock clock) {
        this.cases = cases;
        this.working = working;
        this.clock = clock;
    }

    public Result<Case> join(Command command, UUID participant, UUID staff, TeamRole role, Setting setting) {
        return cases.change(
                command,
                participant.toString(),
                of -> working.working(staff) == null
                        ? Decision.refuse(Refusal.invalid("C6", "staff", "There is no such staff member at work."))
                        : CaseTeamwork.join(of, staff, role, setting, clock.now()));
    }
}
