package org.throughcare.referral.delivery;

import org.throughcare.referral.directory.Partner;

/** One way to a partner. */
public interface PartnerRoute {

    Partner.Delivery serves();

    /** Does not throw for what goes wrong on the way; that is an outcome. */
    Outcome deliver(PartnerMessage message);

    /** What became of a try. */
    sealed interface Outcome {

        /** Safe at the partner, or in its durable queue. */
        record Confirmed() implements Outcome {}

        /** Certainly nobody got it. */
        record NotSent(String why) implements Outcome {}

        /** It may have arrived. */
        record Unconfirmed(String why) implements Outcome {}

        /** There is no way to this partner, and waiting will not make one. */
        record Impossible(String why) implements Outcome {}
    }
}
