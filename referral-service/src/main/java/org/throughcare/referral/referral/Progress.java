package org.throughcare.referral.referral;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A referral's state machine: a record per state, and from each the steps that may follow.
 */
public sealed interface Progress {

    ReferralStatus status();

    List<ReferralStatus> next();

    default boolean open() {
        return !next().isEmpty();
    }

    /** Being written; nobody outside knows of it. */
    record Draft() implements Progress {
        @Override
        public ReferralStatus status() {
            return ReferralStatus.DRAFT;
        }

        @Override
        public List<ReferralStatus> next() {
            return List.of(ReferralStatus.REQUESTED, ReferralStatus.CANCELLED, ReferralStatus.ENTERED_IN_ERROR);
        }
    }

    /** Sent under a release of information; the partner has it. */
    record Requested(Instant at) implements Progress {
        @Override
        public ReferralStatus status() {
            return ReferralStatus.REQUESTED;
        }

        @Override
        public List<ReferralStatus> next() {
            return List.of(
                    ReferralStatus.ACCEPTED,
                    ReferralStatus.REJECTED,
                    ReferralStatus.CANCELLED,
                    ReferralStatus.ENTERED_IN_ERROR);
        }
    }

    /** The partner will do it. */
    record Accepted(Instant at) implements Progress {
        @Override
        public ReferralStatus status() {
            return ReferralStatus.ACCEPTED;
        }

        @Override
        public List<ReferralStatus> next() {
            return List.of(
                    ReferralStatus.IN_PROGRESS,
                    ReferralStatus.ON_HOLD,
                    ReferralStatus.COMPLETED,
                    ReferralStatus.FAILED,
                    ReferralStatus.CANCELLED);
        }
    }

    /** The partner will not do it. */
    record Rejected(
            Instant at, RejectionReason reason, @Nullable String note) implements Progress {
        @Override
        public ReferralStatus status() {
            return ReferralStatus.REJECTED;
        }

        @Override
        public List<ReferralStatus> next() {
            return List.of();
        }
    }

    /** The service has begun. */
    record InProgress(Instant at) implements Progress {
        @Override
        public ReferralStatus status() {
            return ReferralStatus.IN_PROGRESS;
        }

        @Override
        public List<ReferralStatus> next() {
            return List.of(
                    ReferralStatus.ON_HOLD, ReferralStatus.COMPLETED, ReferralStatus.FAILED, ReferralStatus.CANCELLED);
        }
    }

    /** The partner waits for something. */
    record OnHold(Instant at, String reason) implements Progress {
        @Override
        public ReferralStatus status() {
            return ReferralStatus.ON_HOLD;
        }

        @Override
        public List<ReferralStatus> next() {
            return List.of(ReferralStatus.IN_PROGRESS, ReferralStatus.FAILED, ReferralStatus.CANCELLED);
        }
    }

    /** Done, with its outcome. */
    record Completed(Instant at, Outcome outcome) implements Progress {
        @Override
        public ReferralStatus status() {
            return ReferralStatus.COMPLETED;
        }

        @Override
        public List<ReferralStatus> next() {
            return List.of();
        }
    }

    /** Begun and not brought to an end. */
    record Failed(Instant at, String reason) implements Progress {
        @Override
        public ReferralStatus status() {
            return ReferralStatus.FAILED;
        }

        @Override
        public List<ReferralStatus> next() {
            return List.of();
        }
    }

    /** Called off by either side. */
    record Cancelled(Instant at, Party by, String reason) implements Progress {
        @Override
        public ReferralStatus status() {
            return ReferralStatus.CANCELLED;
        }

        @Override
        public List<ReferralStatus> next() {
            return List.of();
        }
    }

    /** It should never have been. */
    record EnteredInError(Instant at, String reason) implements Progress {
        @Override
        public ReferralStatus status() {
            return ReferralStatus.ENTERED_IN_ERROR;
        }

        @Override
        public List<ReferralStatus> next() {
            return List.of();
        }
    }
}
