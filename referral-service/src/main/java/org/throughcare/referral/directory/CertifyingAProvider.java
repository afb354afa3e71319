package org.throughcare.referral.directory;

import java.time.LocalDate;
import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** Staff have seen a training provider on the list of certified ones (C5). */
public final class CertifyingAProvider {

    private final Aggregates<ServiceListing> listings;
    private final BusinessClock clock;

    public CertifyingAProvider(Aggregates<ServiceListing> listings, BusinessClock clock) {
        this.listings = listings;
        this.clock = clock;
    }

    public Result<ServiceListing> certify(Command command, UUID listing, String by, String source, LocalDate until) {
        return listings.change(
                command,
                listing.toString(),
                known -> known.certify(by, source, until, clock.today(java.time.ZoneOffset.UTC)));
    }
}
