package org.throughcare.platform.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.json.Documents;
import org.throughcare.platform.tenancy.TenantDatabases;

/**
 * Copies as documents {@code {_id, revision, participant, site, snapshot}}; the whole snapshot is kept, the payload type reads what it
 * names.
 */
public final class CopyStore<T> implements Copies<T> {

    private static final Document REVISION = new Document("revision", 1);

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
        return Reaction.once(name(id), () -> {
            Document held = documents().find(eq("_id", id)).first();
            long revision = held == null ? 0 : held.getLong("revision");
            Reaction.read(collection + "/" + id, () -> revision(id) == revision);
            return Optional.ofNullable(held).map(this::copy);
        });
    }

    private String name(String id) {
        return collection + "/" + id + "/" + payload.getName();
    }

    @Override
    public List<Copy<T>> findAll(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : list(in("_id", ids), ids.size());
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
        return GuardedUpsert.put(documents(), id, lt("revision", revision), new Document("$set", set));
    }

    private List<Copy<T>> list(Bson filter, int limit) {
        List<Copy<T>> result = new ArrayList<>();
        for (Document each :
                documents().find(filter).sort(new Document("_id", 1)).limit(limit)) {
            result.add(copy(each));
        }
        Map<String, Long> seen = new HashMap<>();
        result.forEach(each -> seen.put(each.id(), each.revision()));
        Reaction.read(
                collection + "/" + filter + "/" + limit,
                () -> revisions(filter, limit).equals(seen));
        return result;
    }

    /** For a reaction to this copy, which has not read it from here. */
    public void reading(Copy<T> known) {
        Reaction.read(collection + "/" + known.id(), () -> revision(known.id()) == known.revision());
        Reaction.once(name(known.id()), () -> Optional.of(known));
    }

    /** The revision that is held, 0 for none. */
    private long revision(String id) {
        Document held = documents().find(eq("_id", id)).projection(REVISION).first();
        return held == null ? 0 : held.getLong("revision");
    }

    private Map<String, Long> revisions(Bson filter, int limit) {
        Map<String, Long> held = new HashMap<>();
        for (Document each : documents()
                .find(filter)
                .projection(REVISION)
                .sort(new Document("_id", 1))
                .limit(limit)) {
            held.put(each.getString("_id"), each.getLong("revision"));
        }
        return held;
    }

    private Copy<T> copy(Document document) {
        return new Copy<>(
                document.getString("_id"),
                document.getLong("revision"),
                document.getString("participant"),
                document.getString("site"),
                Documents.read(document.get("snapshot", Document.class), payload));
    }

    public String collectionName() {
        return collection;
    }

    List<String> indexedPaths() {
        return indexedPaths;
    }

    private MongoCollection<Document> documents() {
        return databases.current().getCollection(collection);
    }
}
