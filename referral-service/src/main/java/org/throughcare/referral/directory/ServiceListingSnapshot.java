package org.throughcare.referral.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A listing as the other services know it. */
public record ServiceListingSnapshot(
        UUID id,
        ServiceListing.Organization organization,
        String name,
        String status,
        @Nullable String description,
        @Nullable String eligibilityDescription,
        List<NeedKind> kinds,
        List<ServiceListing.Location> locations,
        List<ServiceListing.Phone> phones,
        List<ServiceListing.Opening> schedules,
        List<ServiceListing.Term> terms,
        @Nullable LocalDate certifiedUntil) {

    public static ServiceListingSnapshot of(ServiceListing listing) {
        ServiceListing.Certification certification = listing.certification();
        return new ServiceListingSnapshot(
                listing.id(),
                listing.organization(),
                listing.name(),
                listing.status().published(),
                listing.details().description(),
                listing.details().eligibilityDescription(),
                listing.kinds(),
                listing.locations(),
                listing.phones(),
                listing.schedules(),
                listing.terms(),
                certification == null ? null : certification.until());
    }
}
