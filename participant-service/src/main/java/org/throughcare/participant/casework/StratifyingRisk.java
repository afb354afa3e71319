package org.throughcare.participant.casework;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.PolicyInForce;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.time.BusinessClock;

/**
 * A participant's risk is stratified, and comes to a level of care (H5). The case counts for more or less on its worker's
 * caseload from then on, past the limit if need be: what a participant needs does not wait for room.
 */
public final class StratifyingRisk {

    /**
     * @param factors codes of what was found; empty when nothing was
     * @param level the level the worker decides for; null to go by the policy's points
     * @param because why, when that is another level than the points come to
     */
    public record Asked(
            UUID participant,
            List<String> factors,
            @Nullable String level,
            @Nullable String because) {
        public Asked {
            factors = List.copyOf(factors);
        }
    }

    private final Aggregates<Case> cases;
    private final CaseTerms terms;
    private final KeepingCaseloads keeping;
    private final BusinessClock clock;

    public StratifyingRisk(Aggregates<Case> cases, CaseTerms terms, KeepingCaseloads keeping, BusinessClock clock) {
        this.cases = cases;
        this.terms = terms;
        this.keeping = keeping;
        this.clock = clock;
    }

    public Result<Case> stratify(Command command, Asked asked) {
        @Nullable
        Case before =
                cases.find(asked.participant().toString()).map(Stored::state).orElse(null);
        if (before == null) {
            return new Result.Missing<>();
        }
        PolicyInForce policy = terms.at(before.site()).policy();
        String by = Scope.current().actor().toString();
        Result<Case> result = cases.change(
                command,
                asked.participant().toString(),
                of -> CareDecision.stratify(
                        of, policy, asked.factors(), asked.level(), asked.because(), clock.now(), by));
        if (result instanceof Result.Done<Case>) {
            // the news would bring it about as well; but whoever assigns next is to meet the new weight
            keeping.keep(asked.participant());
        }
        return result;
    }
}
