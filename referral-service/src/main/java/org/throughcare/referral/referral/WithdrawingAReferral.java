package org.throughcare.referral.referral;

import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** The requesting side calls a referral off, or it should never have been. */
public final class WithdrawingAReferral {

    private final Aggregates<Referral> referrals;
    private final CaseManagers caseManagers;
    private final Remarks remarks;
    private final BusinessClock clock;

    public WithdrawingAReferral(
            Aggregates<Referral> referrals, CaseManagers caseManagers, Remarks remarks, BusinessClock clock) {
        this.referrals = referrals;
        this.caseManagers = caseManagers;
        this.remarks = remarks;
        this.clock = clock;
    }

    public Result<Referral> cancel(Command command, UUID id, String actor, String reason) {
        return referrals.change(
                command,
                id.toString(),
                referral -> referral.cancel(remarks.words(id, reason), teller(referral, actor), clock.now()));
    }

    public Result<Referral> enteredInError(Command command, UUID id, String actor, String reason) {
        return referrals.change(
                command,
                id.toString(),
                referral -> referral.enteredInError(remarks.words(id, reason), teller(referral, actor), clock.now()));
    }

    public Result<Referral> alertSeen(Command command, UUID id, UUID by) {
        return referrals.change(command, id.toString(), referral -> referral.alertSeen(by));
    }

    private Teller teller(Referral referral, String actor) {
        return new Teller(
                actor, Party.REQUESTER, null, caseManagers.of(referral).orElse(null));
    }
}
