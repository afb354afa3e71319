package org.throughcare.referral.disclosure;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.referral.referral.Asked;
import org.throughcare.referral.referral.Referral;
import org.throughcare.referral.referral.Telling;

/**
 * Brings about the disclosures that a referral's tellings ask for, and holds back those that its end forbids. May be done any
 * number of times: a disclosure has its telling's id.
 */
public final class TellingAPartner {

    private static final int MOST = 200;

    private final Aggregates<Referral> referrals;
    private final Aggregates<Disclosure> disclosures;
    private final Disclosures kept;

    public TellingAPartner(Aggregates<Referral> referrals, Aggregates<Disclosure> disclosures, Disclosures kept) {
        this.referrals = referrals;
        this.disclosures = disclosures;
        this.kept = kept;
    }

    /** @return whether anything is to be delivered now */
    public boolean whatThePartnerMustKnow(UUID referral, Instant now) {
        Referral state = referrals.find(referral.toString()).map(Stored::state).orElse(null);
        if (state == null) {
            return false;
        }
        String over = over(state);
        if (over != null) {
            holdBack(state, over, now);
        }
        boolean any = false;
        for (Telling telling : state.tellings()) {
            if (!overtaken(telling, state)) {
                any |= decide(state, telling, now);
            }
        }
        return any;
    }

    /** Why nothing of what the referral says may leave any more; null while it may. */
    private static @Nullable String over(Referral referral) {
        Referral.Stop stop = referral.stopped();
        if (stop != null) {
            return stop.reason();
        }
        return referral.calledOff() ? "The referral was called off before it left." : null;
    }

    private void holdBack(Referral referral, String reason, Instant now) {
        for (Stored<Disclosure> each : kept.pendingOf(referral.id().toString())) {
            if (!each.state().kinds().isEmpty()) {
                disclosures.change(
                        Command.effectOf(
                                "hold-back",
                                referral.id() + (referral.stopped() == null ? "/called-off" : "/stopped"),
                                each.id()),
                        each.id(),
                        disclosure -> disclosure.withhold(reason, now));
            }
        }
    }

    /** A partner that never heard of a referral need not hear of its end. */
    private boolean overtaken(Telling telling, Referral referral) {
        if (disclosures.find(telling.id().toString()).isPresent()) {
            return true;
        }
        boolean ends = telling.kind() == Telling.Kind.STOPPED || telling.kind() == Telling.Kind.CANCELLED;
        if (!ends) {
            return false;
        }
        return disclosures.where("referral", referral.id().toString(), MOST).stream()
                .map(Stored::state)
                .filter(each -> each.way() == Disclosure.Way.MESSAGE)
                .noneMatch(each -> each.pending()
                        || each.state() instanceof Disclosure.State.Sent
                        || each.state() instanceof Disclosure.State.PossiblySent);
    }

    private boolean decide(Referral referral, Telling telling, Instant now) {
        Asked asked = referral.asked();
        String over = telling.kinds().isEmpty() ? null : over(referral);
        Disclosure planned = new Disclosure(
                telling.id(),
                referral.id(),
                asked.participant(),
                asked.site(),
                asked.partner(),
                Disclosure.Way.MESSAGE,
                telling.kind().wire(),
                telling.status(),
                asked.kind(),
                telling.kinds(),
                referral.consent(),
                null,
                over == null ? new Disclosure.State.Decided(null) : new Disclosure.State.Withheld(now, over),
                0,
                over == null ? now : null,
                telling.at());
        Result<Disclosure> result = disclosures.createOrChange(
                Command.effectOf(
                        "telling", telling.id().toString(), referral.id().toString()),
                telling.id().toString(),
                known -> known.isPresent() ? Decision.unchanged() : Disclosure.decide(planned));
        return result instanceof Result.Done<Disclosure> && over == null;
    }
}
