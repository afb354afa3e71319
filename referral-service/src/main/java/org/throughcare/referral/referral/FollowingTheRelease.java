package org.throughcare.referral.referral;

import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.referral.known.KnownCustody;

/** Custody changed: what starts with the release follows it (L15). */
public final class FollowingTheRelease {

    private static final int MOST = 500;

    private final Aggregates<Referral> referrals;
    private final BusinessClock clock;

    public FollowingTheRelease(Aggregates<Referral> referrals, BusinessClock clock) {
        this.referrals = referrals;
        this.clock = clock;
    }

    public void allOf(KnownCustody custody, long revision) {
        for (Stored<Referral> each : referrals.where("asked.participant", custody.participant(), MOST)) {
            one(each.state().id(), custody, revision);
        }
    }

    public void one(UUID referral, KnownCustody custody, long revision) {
        referrals.change(
                Command.effectOf("start-follows-release", custody.participant() + "@" + revision, referral.toString()),
                referral.toString(),
                state -> state.followCustody(custody, revision, clock.now()));
    }
}
