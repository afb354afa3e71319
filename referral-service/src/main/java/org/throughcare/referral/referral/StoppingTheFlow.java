package org.throughcare.referral.referral;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.referral.known.KnownConsent;
import org.throughcare.referral.known.Releases;

/**
 * A release of information ended: what rests on it stops at once (C7). A person's releases count under whichever of their ids
 * they were signed, as at the owner; once a merge is undone, those of the other record count no more (H8).
 */
public final class StoppingTheFlow {

    private static final int MOST = 500;

    private final Aggregates<Referral> referrals;
    private final CaseManagers caseManagers;
    private final Releases releases;
    private final BusinessClock clock;

    public StoppingTheFlow(
            Aggregates<Referral> referrals, CaseManagers caseManagers, Releases releases, BusinessClock clock) {
        this.referrals = referrals;
        this.caseManagers = caseManagers;
        this.releases = releases;
        this.clock = clock;
    }

    /** @param others all releases of the same person that are known here */
    public void ended(KnownConsent consent, List<KnownConsent> others) {
        if (consent.inForce()) {
            return;
        }
        for (Stored<Referral> each : referrals.where("consent", consent.id(), MOST)) {
            Referral referral = each.state();
            Optional<KnownConsent> other = another(consent, referral, others);
            UUID ended = UUID.fromString(consent.id());
            Command command = Command.effectOf("release-ended", consent.id(), each.id());
            referrals.change(
                    command,
                    each.id(),
                    state -> consent.state() == KnownConsent.State.EXPIRED && other.isPresent()
                            ? state.goOnUnder(ended, UUID.fromString(other.get().id()))
                            : state.stop(
                                    ended,
                                    reason(consent),
                                    caseManagers.of(state).orElse(null),
                                    clock.now()));
        }
    }

    /**
     * By what is known here a referral rests on a release of another person: two records are not one person's after all, or it is
     * not known here yet that they are. The owner says which it is, for nothing brings a referral back that was stopped.
     *
     * @throws org.throughcare.platform.web.OwnerAway when the owner cannot be asked; nothing leaves meanwhile, and it is asked again
     */
    public void ifAnothers(UUID referral, KnownConsent consent, String because) {
        UUID ended = UUID.fromString(consent.id());
        Optional<Asked> resting = referrals
                .find(referral.toString())
                .map(Stored::state)
                .filter(state -> state.stopped() == null && ended.equals(state.consent()))
                .map(Referral::asked);
        if (resting.isEmpty()) {
            return;
        }
        Asked asked = resting.get();
        Releases.Answer now = releases.standing(
                asked.participant(),
                asked.partner(),
                asked.kinds(),
                new Releases.About(referral, Releases.Doing.TELLING));
        if (now instanceof Releases.Stands stands && stands.consent().equals(ended)) {
            return;
        }
        referrals.change(
                Command.effectOf("release-anothers", because, referral.toString()),
                referral.toString(),
                state -> now instanceof Releases.Stands stands
                        ? state.goOnUnder(ended, stands.consent())
                        : state.stop(
                                ended,
                                "The release of information is of another record, which is not this person's after all.",
                                caseManagers.of(state).orElse(null),
                                clock.now()));
    }

    private static Optional<KnownConsent> another(KnownConsent than, Referral referral, List<KnownConsent> of) {
        return of.stream()
                .filter(KnownConsent::inForce)
                .filter(one -> !one.id().equals(than.id()))
                .filter(one -> one.covers(
                        referral.asked().partner().toString(), referral.asked().kinds()))
                .findFirst();
    }

    private static String reason(KnownConsent consent) {
        return consent.state() == KnownConsent.State.REVOKED
                ? "The release of information was revoked."
                : "The release of information expired.";
    }
}
