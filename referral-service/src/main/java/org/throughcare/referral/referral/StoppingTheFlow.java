package org.throughcare.referral.referral;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.referral.known.KnownConsent;

/** A release of information ended: what rests on it stops at once (C7). */
public final class StoppingTheFlow {

    private static final int MOST = 500;

    private final Aggregates<Referral> referrals;
    private final CaseManagers caseManagers;
    private final BusinessClock clock;

    public StoppingTheFlow(Aggregates<Referral> referrals, CaseManagers caseManagers, BusinessClock clock) {
        this.referrals = referrals;
        this.caseManagers = caseManagers;
        this.clock = clock;
    }

    /** @param others all releases of the same participant that are known here */
    public void ended(KnownConsent consent, List<KnownConsent> others) {
        if (consent.inForce()) {
            return;
        }
        for (Stored<Referral> each : referrals.where("consent", consent.id(), MOST)) {
            Referral referral = each.state();
            Optional<KnownConsent> other = others.stream()
                    .filter(KnownConsent::inForce)
                    .filter(one -> !one.id().equals(consent.id()))
                    .filter(one -> one.covers(
                            referral.asked().partner().toString(),
                            referral.asked().kinds()))
                    .findFirst();
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

    private static String reason(KnownConsent consent) {
        return consent.state() == KnownConsent.State.REVOKED
                ? "The release of information was revoked."
                : "The release of information expired.";
    }
}
