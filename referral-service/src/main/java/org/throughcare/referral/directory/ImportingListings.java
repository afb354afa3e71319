package org.throughcare.referral.directory;

import java.util.ArrayList;
import java.util.List;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/** Listings are taken in from a directory published elsewhere (Y17): the same one again changes nothing. */
public final class ImportingListings {

    /** How many were new, changed and as before. */
    public record Imported(int added, int changed, int unchanged, List<String> refused) {}

    private final Aggregates<ServiceListing> listings;

    public ImportingListings(Aggregates<ServiceListing> listings) {
        this.listings = listings;
    }

    public Imported take(Command command, List<ServiceListing> described) {
        int added = 0;
        int changed = 0;
        int unchanged = 0;
        List<String> refused = new ArrayList<>();
        for (ServiceListing each : described) {
            Command one = Command.effectOf(
                    "import",
                    command.id() + "/" + Integer.toHexString(each.hashCode()),
                    each.id().toString());
            switch (listings.createOrChange(
                    one,
                    each.id().toString(),
                    known -> known.map(listing -> listing.imported(each))
                            .orElseGet(() ->
                                    Decision.accept(each, new ServiceListingEvent.ListingImported(each.name()))))) {
                case Result.Done<ServiceListing> done -> {
                    if (done.repeated()) {
                        unchanged++;
                    } else if (done.created()) {
                        added++;
                    } else {
                        changed++;
                    }
                }
                case Result.Unchanged<ServiceListing> _ -> unchanged++;
                case Result.Refused<ServiceListing> no ->
                    refused.add(each.id() + ": " + no.refusal().reason());
                case Result.Stale<ServiceListing> _, Result.Missing<ServiceListing> _ ->
                    refused.add(each.id() + ": changed at the same time, import it again");
            }
        }
        return new Imported(added, changed, unchanged, refused);
    }
}
