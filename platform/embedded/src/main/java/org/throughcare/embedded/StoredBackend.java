package org.throughcare.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.MVStore;

/** Sends every command that changes something through {@link Commits}. */
final class StoredBackend extends AbstractMongoBackend {
    private static final Set<String> CHANGING = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "dropdatabase",
            "renamecollection");

    private final MVStore store;
    private final Commits commits;
    private final Map<String, StoredDatabase> open = new ConcurrentHashMap<>();

    StoredBackend(MVStore store, Commits commits) {
        this.store = store;
        this.commits = commits;
        store.getMapNames().stream()
                .filter(name -> name.startsWith("documents/"))
                .map(name -> name.split("/", 3)[1])
                .distinct()
                .forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        StoredDatabase known = open.get(name);
        if (known != null) {
            return known;
        }
        StoredDatabase database = new StoredDatabase(name, store, getCursorRegistry());
        open.put(name, database);
        return database;
    }

    @Override
    public void dropDatabase(String name) {
        open.remove(name);
        super.dropDatabase(name);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (command.equals("hello")) {
            return super.handleCommand(channel, database, "ismaster", query).append("isWritablePrimary", true);
        }
        if (command.equals("getMore")) {
            query.putIfAbsent("batchSize", StoredDatabase.DOCUMENTS_AT_ONCE);
        }
        boolean changes =
                CHANGING.contains(command.toLowerCase(Locale.ROOT)) || (command.equals("aggregate") && writes(query));
        return changes
                ? commits.change(() -> super.handleCommand(channel, database, command, query))
                : super.handleCommand(channel, database, command, query);
    }

    private static boolean writes(Document aggregate) {
        return aggregate.get("pipeline") instanceof Collection<?> stages
                && stages.stream()
                        .anyMatch(stage -> stage instanceof Document document
                                && (document.containsKey("$out") || document.containsKey("$merge")));
    }

    void expire() {
        Instant now = Instant.now(getClock());
        for (StoredDatabase database : open.values()) {
            if (database.expires()) {
                commits.change(() -> database.expire(now));
            }
        }
    }

    @Override
    public void close() {
        super.close();
        store.close();
    }
}
