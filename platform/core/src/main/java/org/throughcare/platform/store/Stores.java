package org.throughcare.platform.store;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.bson.Document;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.tenancy.GranteeDatabasePreparation;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.time.BusinessClock;

/** All stores of this service: opened once as beans, walked by relay, deadlines, re-announce and index building. */
public final class Stores implements AggregateStores, CopyStores, GranteeDatabasePreparation {

    private final Map<String, AggregateStore<?>> aggregates = new ConcurrentSkipListMap<>();
    private final Map<String, CopyStore<?>> copies = new ConcurrentHashMap<>();
    private final TenantDatabases databases;
    private final BusinessClock clock;
    private final CommittedEntries committed;
    private final DueHints dueHints = new DueHints();

    public Stores(TenantDatabases databases, BusinessClock clock, CommittedEntries committed) {
        this.databases = databases;
        this.clock = clock;
        this.committed = committed;
    }

    @Override
    public <S> Aggregates<S> of(AggregateType<S> type) {
        AggregateStore<S> store = new AggregateStore<>(type, databases, clock, committed, dueHints);
        if (aggregates.putIfAbsent(type.name(), store) != null) {
            throw new IllegalStateException("two stores for " + type.name());
        }
        return store;
    }

    @Override
    public <T> Copies<T> of(String service, String aggregate, Class<T> payload, String... indexedPaths) {
        CopyStore<T> store = new CopyStore<>(service, aggregate, payload, databases, List.of(indexedPaths));
        copies.merge(store.collectionName() + "/" + payload.getName(), store, (first, second) -> first);
        return store;
    }

    DueHints dueHints() {
        return dueHints;
    }

    public Collection<AggregateStore<?>> aggregates() {
        return aggregates.values();
    }

    Set<String> copyCollections() {
        Set<String> names = new TreeSet<>();
        copies.values().forEach(each -> names.add(each.collectionName()));
        return names;
    }

    @Override
    public void prepare(MongoDatabase database, MongoDatabase journal) {
        for (AggregateStore<?> store : aggregates.values()) {
            AggregateType<?> type = store.type();
            index(database, type.name(), false, List.of("nextDueAt"));
            index(database, type.name(), false, List.of("outbox.at"));
            index(database, type.name(), false, List.of("participant"));
            for (AggregateType.Index each : type.indexes()) {
                index(
                        database,
                        type.name(),
                        each.unique(),
                        each.paths().stream().map(path -> "body." + path).toList());
            }
        }
        for (CopyStore<?> store : copies.values()) {
            index(database, store.collectionName(), false, List.of("participant"));
            for (String path : store.indexedPaths()) {
                index(database, store.collectionName(), false, List.of("snapshot." + path));
            }
        }
        index(database, "deadLetters", false, List.of("at"));
        index(journal, "journal", false, List.of("aggregateId", "revision"));
        index(journal, "journal", false, List.of("participant", "at"));
    }

    private static void index(MongoDatabase database, String collection, boolean unique, List<String> paths) {
        Document keys = new Document();
        paths.forEach(path -> keys.append(path, 1));
        database.getCollection(collection).createIndex(keys, new IndexOptions().unique(unique));
    }
}
