package org.throughcare.referral.disclosure.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.json.Documents;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.referral.disclosure.Disclosure;
import org.throughcare.referral.disclosure.Disclosures;

/** Disclosures by their next try, which is kept as text that sorts as time does. */
final class StoredDisclosures implements Disclosures {

    private static final int MOST_OF_ONE = 200;

    private final TenantDatabases databases;

    StoredDisclosures(TenantDatabases databases) {
        this.databases = databases;
    }

    @Override
    public List<Stored<Disclosure>> due(Instant now, int limit) {
        String until = Json.mapper().valueToTree(now).asString();
        return list(lte("body.nextTryAt", until), limit);
    }

    @Override
    public List<Stored<Disclosure>> pendingOf(String referral) {
        return list(and(eq("body.referral", referral), exists("body.nextTryAt")), MOST_OF_ONE);
    }

    private List<Stored<Disclosure>> list(Bson filter, int limit) {
        List<Stored<Disclosure>> found = new ArrayList<>();
        for (Document each : databases
                .current()
                .getCollection(DisclosureParts.TYPE.name())
                .find(filter)
                .sort(new Document("body.nextTryAt", 1).append("body.decidedAt", 1))
                .limit(limit)) {
            found.add(new Stored<>(
                    each.getString("_id"),
                    each.getLong("revision"),
                    Documents.read(each.get("body", Document.class), Disclosure.class)));
        }
        return found;
    }
}
