package org.throughcare.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** Puts right what the library answers differently from MongoDB, and keeps collections in the store's maps. */
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<Object> {
    private static final String INDEXES = "system.indexes";
    static final int DOCUMENTS_AT_ONCE = 1_000;

    private final MVStore store;
    private final Map<String, StoredCollection> open = new ConcurrentHashMap<>();
    private @Nullable Document indexBeingAdded;

    StoredDatabase(String name, MVStore store, CursorRegistry cursors) {
        super(name, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
    }

    static String mapPrefix(String database) {
        return "documents/" + database + "/";
    }

    private MVMap<Object, Document> documents(String collection) {
        return store.openMap(
                mapPrefix(databaseName) + collection,
                new MVMap.Builder<Object, Document>().keyType(new IdType()).valueType(new BsonType()));
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        StoredCollection collection = new StoredCollection(this, name, options, documents(name), cursorRegistry);
        open.put(name, collection);
        return collection;
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        if (index.equals(IdIndex.NAME)) {
            return new IdIndex(documents(collection));
        }
        return new OrderedIndex(index, keys, true, description(collection, index));
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return new OrderedIndex(index, keys, false, description(collection, index));
    }

    @Override
    protected synchronized void addIndex(Document indexDescription) {
        Document outer = indexBeingAdded;
        indexBeingAdded = indexDescription;
        try {
            super.addIndex(indexDescription);
        } finally {
            indexBeingAdded = outer;
        }
    }

    private Document description(String collection, String index) {
        Document adding = indexBeingAdded;
        if (adding != null) {
            return adding;
        }
        Document wanted = new Document("ns", getFullCollectionNamespace(collection)).append("name", index);
        return getOrCreateIndexesCollection()
                .handleQueryAsStream(wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No description of the index " + index));
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver resolver, Oplog oplog) {
        return switch (command) {
            case "find" -> {
                if (!query.containsKey("batchSize") && !Utils.isTrue(query.get("singleBatch"))) {
                    query.put("batchSize", DOCUMENTS_AT_ONCE);
                }
                yield super.handleCommand(channel, command, query, resolver, oplog);
            }
            case "insert" -> counted(super.handleCommand(channel, command, query, resolver, oplog), query);
            case "update" ->
                Utils.isTrue(query.getOrDefault("ordered", true))
                                && list(query, "updates").size() > 1
                        ? updateInOrder(channel, query, resolver, oplog)
                        : super.handleCommand(channel, command, query, resolver, oplog);
            case "aggregate" -> {
                List<Document> pipeline = Aggregation.parse(query.get("pipeline"));
                boolean watching = !pipeline.isEmpty() && pipeline.getFirst().containsKey("$changeStream");
                StoredCollection collection = query.get(command) instanceof String name ? open.get(name) : null;
                yield watching || collection == null
                        ? super.handleCommand(channel, command, query, resolver, oplog)
                        : aggregate(collection, pipeline, query, resolver, oplog);
            }
            default -> super.handleCommand(channel, command, query, resolver, oplog);
        };
    }

    /** The library counts documents it refused as inserted. */
    private static Document counted(Document answer, Document query) {
        List<Document> errors = list(answer, "writeErrors");
        if (!errors.isEmpty()) {
            int given = list(query, "documents").size();
            boolean ordered = Utils.isTrue(query.getOrDefault("ordered", true));
            answer.put("n", ordered ? number(errors.getFirst(), "index") : given - errors.size());
        }
        return answer;
    }

    /** The library goes on after a failure even where order was asked for. */
    private Document updateInOrder(Channel channel, Document query, DatabaseResolver resolver, Oplog oplog) {
        int matched = 0;
        int modified = 0;
        List<Document> upserted = new ArrayList<>();
        List<Document> errors = new ArrayList<>();
        List<Document> updates = list(query, "updates");
        for (int i = 0; i < updates.size() && errors.isEmpty(); i++) {
            Document single = query.clone();
            single.put("updates", List.of(updates.get(i)));
            Document answer = super.handleCommand(channel, "update", single, resolver, oplog);
            matched += number(answer, "n");
            modified += number(answer, "nModified");
            for (Document each : list(answer, "upserted")) {
                upserted.add(each.append("index", i));
            }
            for (Document each : list(answer, "writeErrors")) {
                errors.add(each.append("index", i));
            }
        }
        Document answer = new Document("n", matched).append("nModified", modified);
        if (!upserted.isEmpty()) {
            answer.put("upserted", upserted);
        }
        if (!errors.isEmpty()) {
            answer.put("writeErrors", errors);
        }
        Utils.markOkay(answer);
        return answer;
    }

    /** Lets a leading $match use the indexes, and keeps stages that write into nested documents off the stored ones. */
    private Document aggregate(
            StoredCollection collection,
            List<Document> pipeline,
            Document query,
            DatabaseResolver resolver,
            Oplog oplog) {
        Aggregation aggregation = Aggregation.fromPipeline(pipeline, resolver, this, collection, oplog);
        aggregation.validate(query);
        Document match =
                pipeline.isEmpty() ? null : (Document) pipeline.getFirst().get("$match");
        Stream<Document> from = collection.handleQueryAsStream(match == null ? new Document() : match);
        String stages = pipeline.toString();
        if (stages.contains("$addFields") || stages.contains("$set")) {
            from = from.map(Document::cloneDeeply);
        }
        Document cursor = new Document("id", 0L)
                .append("ns", collection.getFullName())
                .append("firstBatch", aggregation.runStages(from));
        Document answer = new Document("cursor", cursor);
        Utils.markOkay(answer);
        return answer;
    }

    private static int number(Document holder, String field) {
        return holder.get(field) instanceof Number number ? number.intValue() : 0;
    }

    @SuppressWarnings("unchecked")
    private static List<Document> list(Document holder, String field) {
        Object value = holder.get(field);
        return value instanceof Collection<?> elements ? new ArrayList<>((Collection<Document>) elements) : List.of();
    }

    boolean expires() {
        return open.values().stream().anyMatch(StoredCollection::expires);
    }

    int expire(Instant now) {
        return open.values().stream()
                .mapToInt(collection -> collection.expire(now))
                .sum();
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        open.remove(name);
        store.removeMap(documents(name));
    }

    /** The library would also drop every database whose name begins with this one's. */
    @Override
    public void drop(Oplog oplog) {
        super.drop(oplog);
        List<String> left = store.getMapNames().stream()
                .filter(name -> name.startsWith(mapPrefix(databaseName)))
                .toList();
        left.forEach(store::removeMap);
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        String oldMap = mapPrefix(from.getDatabaseName()) + collection.getCollectionName();
        super.moveCollection(from, collection, newName);
        if (collection instanceof StoredCollection moved) {
            ((StoredDatabase) from).open.values().remove(moved);
            open.put(newName, moved);
        }
        store.renameMap(store.openMap(oldMap), mapPrefix(databaseName) + newName);
    }

    @Override
    protected long getStorageSize() {
        FileStore<?> file = store.getFileStore();
        return file == null ? 0 : file.size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }
}
