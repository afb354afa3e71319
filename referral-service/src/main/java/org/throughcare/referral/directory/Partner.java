package org.throughcare.referral.directory;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

/**
 * An organisation outside the suite that participants are referred to. It is registered by the grantee's administrator, may change
 * its name and the way it is reached, and may be set aside: then nothing new goes to it.
 *
 * @param organization its id in the directory, if it is listed
 * @param communityCentre whether it is a community job center: referrals to those are reported apart (L13)
 */
public record Partner(
        UUID id,
        String name,
        List<NeedKind> kinds,
        Delivery delivery,
        @Nullable UUID organization,
        boolean communityCentre,
        boolean active) {

    /** How its messages reach it. */
    public enum Delivery {
        AMQP,
        WEBHOOK
    }

    public Partner {
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
    }

    public static Decision<Partner> register(Partner asked) {
        return refusal(asked) instanceof Refusal no
                ? Decision.refuse(no)
                : Decision.accept(asked, new PartnerEvent.PartnerRegistered(asked.name()));
    }

    public Decision<Partner> change(Partner asked) {
        if (refusal(asked) instanceof Refusal no) {
            return Decision.refuse(no);
        }
        return asked.equals(this)
                ? Decision.unchanged()
                : Decision.accept(asked, new PartnerEvent.PartnerChanged(asked.name(), asked.active()));
    }

    private static @Nullable Refusal refusal(Partner asked) {
        return asked.kinds().isEmpty() ? Refusal.invalid("Y14", "kinds", "Say what the partner helps with.") : null;
    }
}
