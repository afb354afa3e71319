package org.throughcare.referral.referral;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** A partner says what becomes of a referral (Y14, C8). */
public final class AnsweringAReferral {

    private final Aggregates<Referral> referrals;
    private final CaseManagers caseManagers;
    private final Remarks remarks;
    private final BusinessClock clock;

    public AnsweringAReferral(
            Aggregates<Referral> referrals, CaseManagers caseManagers, Remarks remarks, BusinessClock clock) {
        this.referrals = referrals;
        this.caseManagers = caseManagers;
        this.remarks = remarks;
        this.clock = clock;
    }

    /** The partner itself; a referral to somebody else is none to it. */
    public Result<Referral> byPartner(Command command, UUID id, UUID partner, Answer answer) {
        return known(id, partner)
                ? answer(command, id, answer, "partner:" + partner, Party.PARTNER, null)
                : new Result.Missing<>();
    }

    /** The partner calls it off itself. */
    public Result<Referral> cancelledByPartner(Command command, UUID id, UUID partner, String reason) {
        return known(id, partner)
                ? referrals.change(
                        command,
                        id.toString(),
                        referral -> referral.cancel(
                                remarks.words(id, reason),
                                new Teller(
                                        "partner:" + partner,
                                        Party.PARTNER,
                                        null,
                                        caseManagers.of(referral).orElse(null)),
                                clock.now()))
                : new Result.Missing<>();
    }

    /** Staff, who were told by somebody at the partner. */
    public Result<Referral> byStaff(Command command, UUID id, String actor, @Nullable String toldBy, Answer answer) {
        return answer(command, id, answer, actor, Party.REQUESTER, toldBy);
    }

    private boolean known(UUID id, UUID partner) {
        return referrals
                .find(id.toString())
                .map(stored -> stored.state())
                .filter(referral -> referral.asked().partner().equals(partner))
                .filter(referral -> referral.progress().status() != ReferralStatus.DRAFT)
                .isPresent();
    }

    private Result<Referral> answer(
            Command command, UUID id, Answer answer, String actor, Party party, @Nullable String toldBy) {
        return referrals.change(command, id.toString(), referral -> {
            LocalDate today = clock.today(ZoneId.of(referral.asked().zone()));
            Teller by =
                    new Teller(actor, party, toldBy, caseManagers.of(referral).orElse(null));
            return referral.answer(remarks.sealed(referral, answer), by, today, clock.now());
        });
    }
}
