package org.throughcare.referral.referral;

import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.referral.known.People;

/**
 * Custody changed, or another custody counts because two records are one person's or no longer are: what starts with the release
 * follows it (L15, H8).
 */
public final class FollowingTheRelease {

    private static final int MOST = 500;

    private final Aggregates<Referral> referrals;
    private final People people;
    private final BusinessClock clock;

    public FollowingTheRelease(Aggregates<Referral> referrals, People people, BusinessClock clock) {
        this.referrals = referrals;
        this.people = people;
        this.clock = clock;
    }

    /**
     * @param because what made it look
     */
    public void allOf(UUID participant, String because) {
        people.idsOf(participant).stream()
                .flatMap(id -> referrals.where("asked.participant", id.toString(), MOST).stream())
                .forEach(each -> one(each.state().id(), participant, because));
    }

    /** Custody as it is known here; nobody is asked for it. */
    public void one(UUID referral, UUID participant, String because) {
        people.custodyHeld(participant)
                .ifPresent(custody -> referrals.change(
                        Command.effectOf("start-follows-release", because, referral.toString()),
                        referral.toString(),
                        state -> state.followCustody(custody.state(), custody.revision(), clock.now())));
    }
}
