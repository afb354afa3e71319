package org.throughcare.participant.casework;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.time.BusinessClock;

/** A case goes on to another phase, or back (H1). */
public final class ChangingThePhase {

    private final Aggregates<Case> cases;
    private final CaseTerms terms;
    private final BusinessClock clock;

    public ChangingThePhase(Aggregates<Case> cases, CaseTerms terms, BusinessClock clock) {
        this.cases = cases;
        this.terms = terms;
        this.clock = clock;
    }

    /** @param because asked for when the case goes back, and when it is evaluated with nobody in touch since its transition */
    public Result<Case> change(Command command, UUID participant, Phase to, @Nullable String because) {
        @Nullable
        Case before = cases.find(participant.toString()).map(Stored::state).orElse(null);
        if (before == null) {
            return new Result.Missing<>();
        }
        boolean stratified =
                terms.at(before.site()).policy().values().careLevels().beforePlanning();
        String by = Scope.current().actor().toString();
        return cases.change(
                command, participant.toString(), of -> CasePhases.moveTo(of, to, because, stratified, clock.now(), by));
    }
}
