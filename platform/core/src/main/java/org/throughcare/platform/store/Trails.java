package org.throughcare.platform.store;

import static com.mongodb.client.model.Filters.eq;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.tenancy.TenantDatabases;

/**
 * What a service has of one participant, for whoever looks for what is stuck: its own aggregates with what they still have to
 * announce, its copies with their revisions, and the journal. Ids, revisions and names of events, nothing of their content.
 */
public final class Trails {

    private static final int MOST = 500;
    private static final String COPIES = "copies_";

    private final Stores stores;
    private final TenantDatabases databases;

    public Trails(Stores stores, TenantDatabases databases) {
        this.stores = stores;
        this.databases = databases;
    }

    /**
     * @param owned what this service owns about the participant
     * @param copied what it knows from others
     * @param journal the newest entries, newest first
     */
    public record Trail(String participant, List<Owned> owned, List<Copied> copied, List<Entry> journal) {}

    /** @param waiting entries that are not published yet; beyond some seconds that is the sign of something stuck */
    public record Owned(String aggregate, String id, long revision, int waiting) {}

    /** @param owner the wire name of the service that announced it */
    public record Copied(String owner, String aggregate, String id, long revision) {}

    /**
     * @param at when it was written, by the server's clock
     * @param time when it happened, by the business clock
     * @param journaled when it came to the journal, by the server's clock
     * @param trace the W3C trace parent of the request behind it
     */
    public record Entry(
            Date at,
            Date time,
            Date journaled,
            String aggregate,
            String id,
            long revision,
            String event,
            String actor,
            @Nullable String trace) {}

    /** Of the grantee in scope; at most 500 of a kind of aggregate or copy. */
    public Trail of(String participant, int limit) {
        return new Trail(participant, owned(participant), copied(participant), journal(participant, limit));
    }

    private List<Owned> owned(String participant) {
        List<Owned> owned = new ArrayList<>();
        for (AggregateStore<?> store : stores.aggregates()) {
            for (Document each : store.collection()
                    .find(eq("participant", participant))
                    .projection(new Document("revision", 1).append("outbox.eventId", 1))
                    .limit(MOST)) {
                owned.add(new Owned(
                        store.type().name(),
                        each.getString("_id"),
                        each.getLong("revision"),
                        each.getList("outbox", Document.class, List.of()).size()));
            }
        }
        return owned;
    }

    private List<Copied> copied(String participant) {
        List<Copied> copied = new ArrayList<>();
        for (String collection : stores.copyCollections()) {
            String[] owner = collection.substring(COPIES.length()).split("_", 2);
            for (Document each : databases
                    .current()
                    .getCollection(collection)
                    .find(eq("participant", participant))
                    .projection(new Document("revision", 1))
                    .limit(MOST)) {
                copied.add(new Copied(owner[0], owner[1], each.getString("_id"), each.getLong("revision")));
            }
        }
        copied.sort(Comparator.comparing(Copied::owner).thenComparing(Copied::aggregate));
        return copied;
    }

    private List<Entry> journal(String participant, int limit) {
        List<Entry> entries = new ArrayList<>();
        for (Document each : databases
                .journal()
                .getCollection("journal")
                .find(eq("participant", participant))
                .sort(new Document("at", -1))
                .limit(limit)) {
            Document entry = each.get("entry", Document.class);
            entries.add(new Entry(
                    each.getDate("at"),
                    entry.getDate("time"),
                    each.getDate("journaledAt"),
                    entry.getString("aggregate"),
                    each.getString("aggregateId"),
                    each.getLong("revision"),
                    entry.getString("event"),
                    entry.getString("actor"),
                    entry.getString("trace")));
        }
        return entries;
    }
}
