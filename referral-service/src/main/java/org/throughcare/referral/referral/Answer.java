package org.throughcare.referral.referral;

import org.jspecify.annotations.Nullable;

/** What a partner says about a referral. */
public sealed interface Answer {

    ReferralStatus leadsTo();

    /** In the partner's own words. */
    @Nullable
    String note();

    record Accepts(@Nullable String note) implements Answer {
        @Override
        public ReferralStatus leadsTo() {
            return ReferralStatus.ACCEPTED;
        }
    }

    record Rejects(RejectionReason reason, @Nullable String note) implements Answer {
        @Override
        public ReferralStatus leadsTo() {
            return ReferralStatus.REJECTED;
        }
    }

    record Starts(@Nullable String note) implements Answer {
        @Override
        public ReferralStatus leadsTo() {
            return ReferralStatus.IN_PROGRESS;
        }
    }

    record Holds(String reason) implements Answer {
        @Override
        public String note() {
            return reason;
        }

        @Override
        public ReferralStatus leadsTo() {
            return ReferralStatus.ON_HOLD;
        }
    }

    record Completes(Outcome outcome, @Nullable String note) implements Answer {
        @Override
        public ReferralStatus leadsTo() {
            return ReferralStatus.COMPLETED;
        }
    }

    record Fails(String reason) implements Answer {
        @Override
        public String note() {
            return reason;
        }

        @Override
        public ReferralStatus leadsTo() {
            return ReferralStatus.FAILED;
        }
    }
}
