package org.throughcare.platform.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.json.Documents;
import org.throughcare.platform.tenancy.TenantDatabases;

/** Copies as documents {@code {_id, revision, participant, site, snapshot}}; the whole snapshot is kept, the payload type reads what it names. */
public final class CopyStore<T> implements Copies<T> {

    private static final int DUPLICATE_KEY = 11000;

    private final String collection;
    private final Class<T> payload;
    private final TenantDatabases databases;
    private final List<String> indexedPaths;

    CopyStore(
            String service, String aggregate, Class<T> payload, TenantDatabases databases, List<String> indexedPaths) {
        this.collection = "copies_" + service + "_" + aggregate;
        this.payload = payload;
        this.databases = databases;
        this.indexedPaths = indexedPaths;
    }

    @Override
    public Optional<Copy<T>> find(String id) {
        return Optional.ofNullable(documents().find(eq("_id", id)).first()).map(this::copy);
    }

    @Override
    public List<Copy<T>> where(String path, Object value, int limit) {
        return list(eq("snapshot." + path, value), limit);
    }

    @Override
    public List<Copy<T>> ofParticipant(String participant, int limit) {
        return list(eq("participant", participant), limit);
    }

    @Override
    public boolean take(Copy<T> copy) {
        return take(
                copy.id(), copy.revision(), copy.participant(), copy.site(), Documents.of((Object) copy.snapshot()));
    }

    /** As {@link #take(Copy)}, with the snapshot as it travelled. */
    public boolean take(
            String id, long revision, @Nullable String participant, @Nullable String site, Document snapshot) {
        Document set = new Document("revision", revision).append("snapshot", snapshot);
        if (participant != null) {
            set.append("participant", participant);
        }
        if (site != null) {
            set.append("site", site);
        }
        try {
            documents()
                    .updateOne(
                            and(eq("_id", id), lt("revision", revision)),
                            new Document("$set", set),
                            new UpdateOptions().upsert(true));
            return true;
        } catch (MongoWriteException notNewer) {
            if (notNewer.getError().getCode() == DUPLICATE_KEY) {
                return false;
            }
            throw notNewer;
        }
    }

    private List<Copy<T>> list(Bson filter, int limit) {
        List<Copy<T>> result = new ArrayList<>();
        for (Document each :
                documents().find(filter).sort(new Document("_id", 1)).limit(limit)) {
            result.add(copy(each));
        }
        return result;
    }

    private Copy<T> copy(Document document) {
        return new Copy<>(
                document.getString("_id"),
                document.getLong("revision"),
                document.getString("participant"),
                document.getString("site"),
                Documents.read(document.get("snapshot", Document.class), payload));
    }

    String collectionName() {
        return collection;
    }

    List<String> indexedPaths() {
        return indexedPaths;
    }

    private MongoCollection<Document> documents() {
        return databases.current().getCollection(collection);
    }
}
