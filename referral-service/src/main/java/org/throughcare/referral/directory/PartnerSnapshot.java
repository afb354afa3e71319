package org.throughcare.referral.directory;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A partner as the other services know it. */
public record PartnerSnapshot(
        UUID id,
        String name,
        List<NeedKind> kinds,
        Partner.Delivery delivery,
        @Nullable UUID organization,
        boolean communityCentre,
        boolean active) {

    public static PartnerSnapshot of(Partner partner) {
        return new PartnerSnapshot(
                partner.id(),
                partner.name(),
                partner.kinds(),
                partner.delivery(),
                partner.organization(),
                partner.communityCentre(),
                partner.active());
    }
}
