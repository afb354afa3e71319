package org.throughcare.participant.casework;

import java.time.LocalDate;
import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.time.BusinessClock;

/** After a transition, somebody is in touch with those it went to, or with the participant (H1). */
public final class FollowingATransition {

    private final Aggregates<Case> cases;
    private final BusinessClock clock;

    public FollowingATransition(Aggregates<Case> cases, BusinessClock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    public Result<Case> follow(Command command, UUID participant, UUID id, LocalDate on, String with) {
        String by = Scope.current().actor().toString();
        return cases.change(
                command,
                participant.toString(),
                of -> CasePhases.communicate(of, new Case.Communication(id, on, with, by), clock.now()));
    }
}
