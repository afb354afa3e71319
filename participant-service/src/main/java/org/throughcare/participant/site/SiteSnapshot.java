package org.throughcare.participant.site;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.Programme;

/** A site as the other services know it. */
public record SiteSnapshot(
        UUID id,
        String name,
        String town,
        String zone,
        Programme programme,
        StaffingModel staffingModel,
        @Nullable StaffingModel plannedModel,
        @Nullable LocalDate plannedOn,
        List<Site.Place> places,
        boolean active) {

    public static SiteSnapshot of(Site site) {
        Site.PlannedModel planned = site.planned();
        return new SiteSnapshot(
                site.id(),
                site.name(),
                site.town(),
                site.zone().getId(),
                site.programme(),
                site.staffingModel(),
                planned == null ? null : planned.to(),
                planned == null ? null : planned.on(),
                site.places(),
                site.active());
    }
}
