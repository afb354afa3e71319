package org.throughcare.participant.consent.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.consent.Reliance;
import org.throughcare.participant.consent.Reliances;
import org.throughcare.platform.json.Documents;
import org.throughcare.platform.tenancy.GranteeDatabasePreparation;
import org.throughcare.platform.tenancy.TenantDatabases;

/**
 * One document for each reliance, {@code {_id, key, reliance}}, inserted and never changed. The key begins with the release and
 * the moment, so that one index serves a page in order.
 */
final class StoredReliances implements Reliances, GranteeDatabasePreparation {

    private static final String COLLECTION = "consent_reliances";
    private static final String KEY = "key";

    private final TenantDatabases databases;

    StoredReliances(TenantDatabases databases) {
        this.databases = databases;
    }

    @Override
    public void prepare(MongoDatabase database, MongoDatabase journal) {
        database.getCollection(COLLECTION).createIndex(new Document(KEY, 1));
    }

    @Override
    public void record(Reliance reliance) {
        String id = UUID.randomUUID().toString();
        documents()
                .insertOne(new Document("_id", id)
                        .append(KEY, prefix(reliance.consent()) + moment(reliance.at()) + "/" + id)
                        .append("reliance", Documents.of(reliance)));
    }

    @Override
    public Page of(UUID consent, int limit, @Nullable String before) {
        String first = prefix(consent);
        String end = before == null ? first + "~" : first + opened(before);
        Bson own = Filters.and(Filters.gt(KEY, first), Filters.lt(KEY, end));
        List<Reliance> page = new ArrayList<>();
        @Nullable String last = null;
        for (Document each : documents().find(own).sort(Sorts.descending(KEY)).limit(limit + 1)) {
            if (page.size() == limit) {
                return new Page(page, last == null ? null : sealed(last.substring(first.length())));
            }
            page.add(Documents.read(Objects.requireNonNull(each.get("reliance", Document.class)), Reliance.class));
            last = each.getString(KEY);
        }
        return new Page(page, null);
    }

    private static String prefix(UUID consent) {
        return consent + "/";
    }

    /** Of one length, so that text sorts as time does. */
    private static String moment(Instant at) {
        return "%015d".formatted(at.toEpochMilli());
    }

    private static String sealed(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String opened(String cursor) {
        String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        if (!key.matches("\\d{15}/[0-9a-f-]{36}")) {
            throw new IllegalArgumentException("not a cursor");
        }
        return key;
    }

    private MongoCollection<Document> documents() {
        return databases.current().getCollection(COLLECTION);
    }
}
