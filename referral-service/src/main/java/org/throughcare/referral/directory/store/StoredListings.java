package org.throughcare.referral.directory.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.json.Documents;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.referral.directory.Listings;
import org.throughcare.referral.directory.NeedKind;
import org.throughcare.referral.directory.ServiceListing;

/** Looks through the listings as they are kept; a directory has thousands of rows at most, and a page is small. */
final class StoredListings implements Listings {

    private final TenantDatabases databases;

    StoredListings(TenantDatabases databases) {
        this.databases = databases;
    }

    @Override
    public List<ServiceListing> find(List<String> words, @Nullable NeedKind kind, @Nullable String after, int limit) {
        List<Bson> wanted = new ArrayList<>();
        wanted.add(eq("body.status", ServiceListing.Status.ACTIVE.name()));
        if (kind != null) {
            wanted.add(eq("body.kinds", kind.name()));
        }
        for (String word : words) {
            wanted.add(regex("body.words", Pattern.quote(word.toLowerCase(Locale.ROOT))));
        }
        if (after != null) {
            int bar = after.lastIndexOf('|');
            String name = after.substring(0, Math.max(0, bar));
            wanted.add(or(gt("body.name", name), and(eq("body.name", name), gt("_id", after.substring(bar + 1)))));
        }
        List<ServiceListing> found = new ArrayList<>();
        for (Document each : databases
                .current()
                .getCollection(DirectoryParts.LISTINGS.name())
                .find(and(wanted))
                .sort(new Document("body.name", 1).append("_id", 1))
                .limit(limit)) {
            found.add(Documents.read(each.get("body", Document.class), ServiceListing.class));
        }
        return found;
    }
}
