package org.throughcare.referral.need;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.referral.directory.NeedKind;

/**
 * A need that nobody could meet (C8): recorded by the case manager, reported as a gap, and met if somebody can after all.
 *
 * @param why what was in the way, one of a few, so that gaps can be counted
 * @param tried referrals that came to nothing
 */
public record UnmetNeed(
        UUID id,
        UUID participant,
        UUID site,
        NeedKind kind,
        Why why,
        List<UUID> tried,
        LocalDate on,
        UUID recordedBy,
        @Nullable LocalDate metOn) {

    /** What was in the way. */
    public enum Why {
        NO_SUCH_SERVICE,
        NO_CAPACITY,
        NOT_ELIGIBLE,
        TOO_FAR,
        TOO_EXPENSIVE,
        LANGUAGE,
        OTHER
    }

    /** What happens to it. */
    public sealed interface UnmetNeedEvent extends Happened {}

    public record NeedLeftUnmet(NeedKind kind, Why why) implements UnmetNeedEvent {}

    public record NeedMet(LocalDate on) implements UnmetNeedEvent {}

    public UnmetNeed {
        tried = tried == null ? List.of() : List.copyOf(tried);
    }

    public static Decision<UnmetNeed> record(UnmetNeed need) {
        return Decision.accept(need, new NeedLeftUnmet(need.kind(), need.why()));
    }

    public Decision<UnmetNeed> met(LocalDate day) {
        if (metOn != null) {
            return metOn.equals(day)
                    ? Decision.unchanged()
                    : Decision.refuse(Refusal.conflict("C8", "It was met on " + metOn + " already."));
        }
        return day.isBefore(on)
                ? Decision.refuse(Refusal.invalid("C8", "on", "It cannot have been met before it was recorded."))
                : Decision.accept(
                        new UnmetNeed(id, participant, site, kind, why, tried, on, recordedBy, day), new NeedMet(day));
    }
}
