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

/** Community staff take over (L7): a place on their caseload first, then the case. Colleagues inside are cleared for it (L12). */
public final class AcceptingAHandover {

    /** @param without why items of the list are left open, if any are */
    public record Asked(
            UUID participant,
            UUID by,
            Setting setting,
            @Nullable String without,
            Caseload.Grounds grounds) {}

    private final Aggregates<Case> cases;
    private final CaseTerms terms;
    private final TakingAPlace places;
    private final JailClearance clearance;
    private final BusinessClock clock;

    public AcceptingAHandover(
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

    public Result<Case> accept(Command command, Asked asked) {
        @Nullable
        Case before =
                cases.find(asked.participant().toString()).map(Stored::state).orElse(null);
        if (before == null) {
            return new Result.Missing<>();
        }
        if (before.pendingHandover() != null) {
            @Nullable StaffMember taking = places.working(asked.by());
            Refusal uncleared = taking == null ? null : clearance.refusal(before, taking, asked.setting());
            if (uncleared != null) {
                return new Result.Refused<>(uncleared);
            }
            Refusal full = places.take(
                    asked.by(),
                    asked.participant(),
                    before.side(),
                    before.weightPercent(),
                    terms.at(before.site()).policy(),
                    asked.grounds());
            if (full != null) {
                return new Result.Refused<>(full);
            }
        }
        return cases.change(
                command,
                asked.participant().toString(),
                of -> CaseTeamwork.acceptHandover(open(of), asked.by(), asked.setting(), asked.without(), clock.now()));
    }

    /** A handover to somebody who has left since is anybody's to accept; it would be nobody's otherwise. */
    private Case open(Case of) {
        Handover pending = of.pendingHandover();
        @Nullable UUID to = pending == null ? null : pending.to();
        return pending == null || to == null || places.working(to) != null
                ? of
                : of.edit().handover(pending.between(pending.from(), null)).done();
    }
}
