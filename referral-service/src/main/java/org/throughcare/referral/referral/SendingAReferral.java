package org.throughcare.referral.referral;

import java.util.Optional;
import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.referral.directory.Partner;
import org.throughcare.referral.known.Releases;

/** A referral goes out, if a release of information stands at this moment (C7). */
public final class SendingAReferral {

    private final Aggregates<Referral> referrals;
    private final Aggregates<Partner> partners;
    private final Releases releases;
    private final BusinessClock clock;

    public SendingAReferral(
            Aggregates<Referral> referrals, Aggregates<Partner> partners, Releases releases, BusinessClock clock) {
        this.referrals = referrals;
        this.partners = partners;
        this.releases = releases;
        this.clock = clock;
    }

    /** @throws org.throughcare.platform.web.OwnerAway when nobody can say whether a release stands */
    public Result<Referral> send(Command command, UUID id, Teller by) {
        Optional<Stored<Referral>> known = referrals.find(id.toString());
        if (known.isEmpty()) {
            return new Result.Missing<>();
        }
        Asked asked = known.get().state().asked();
        boolean active = partners.find(asked.partner().toString())
                .filter(partner -> partner.state().active())
                .isPresent();
        if (!active) {
            return new Result.Refused<>(Refusal.conflict("Y14", "The partner is no longer active."));
        }
        Releases.Answer release = releases.standing(
                asked.participant(), asked.partner(), asked.kinds(), new Releases.About(id, Releases.Doing.SENDING));
        return referrals.change(
                command,
                id.toString(),
                referral -> referral.asked().equals(asked)
                        ? referral.send(release, by, clock.now())
                        : Decision.refuse(
                                Refusal.conflict("referral-state", "It was rewritten at the same time; look again.")));
    }
}
