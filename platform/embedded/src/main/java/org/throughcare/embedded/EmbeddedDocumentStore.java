package org.throughcare.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A document store in this JVM that speaks MongoDB's protocol on 127.0.0.1. On disk it answers a write only when the
 * write is committed. It is for tests, the demo and one small site: it has no users, no
 * replication, no transactions and no change streams.
 */
public final class EmbeddedDocumentStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDocumentStore.class);
    private static final int CACHE_MEBIBYTES = 256;
    /** A connection keeps its thread, and a thread waits out a commit: enough that connections rarely share one. */
    private static final int THREADS = 32;

    /** Smaller than the default, since each commit writes whole pages and most change a single document. */
    private static final int PAGE_BYTES = 4 * 1024;
    /** How much the compaction in the background moves in one go, while writers wait. */
    private static final int HOUSEKEEPING_KIBIBYTES = 4 * 1024;

    private static final int FILL_PERCENT = 60;
    /** How long space that a newer version has replaced is left alone. */
    private static final int RETENTION_MILLISECONDS = 5_000;

    private static final int EXPIRY_SECONDS = 60;

    private final StoredBackend backend;
    private final MongoServer server;
    private final int port;
    private final ScheduledExecutorService expiry;

    private EmbeddedDocumentStore(MVStore store, Runnable commit, int port) {
        backend = new StoredBackend(store, new Commits(commit));
        server = new MongoServer(backend);
        try {
            server.bind(new InetSocketAddress("127.0.0.1", port), 1, THREADS);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
        this.port = server.getLocalAddress().getPort();
        expiry = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("documents-expiry").factory());
        expiry.scheduleWithFixedDelay(this::expireQuietly, EXPIRY_SECONDS, EXPIRY_SECONDS, TimeUnit.SECONDS);
    }

    private void expireQuietly() {
        try {
            expire();
        } catch (RuntimeException e) {
            LOG.warn("Expired documents were not removed", e);
        }
    }

    /** Removes what time-to-live indexes say has expired, as happens once a minute anyway. */
    void expire() {
        backend.expire();
    }

    /** Keeps nothing after {@link #close()}; any free port. */
    public static EmbeddedDocumentStore inMemory() {
        return new EmbeddedDocumentStore(new MVStore.Builder().open(), () -> {}, 0);
    }

    /** What an acknowledged write outlives. */
    public enum Survives {
        /** The write has reached the operating system. */
        PROCESS_DEATH,
        /** The write has been forced to the device. */
        POWER_LOSS
    }

    /** As {@link #onDisk(Path, int, Survives)}, surviving {@link Survives#POWER_LOSS}. */
    public static EmbeddedDocumentStore onDisk(Path directory, int port) {
        return onDisk(directory, port, Survives.POWER_LOSS);
    }

    /** Port 0 takes any free one. A directory serves one process at a time. */
    public static EmbeddedDocumentStore onDisk(Path directory, int port, Survives survives) {
        Directories.create(directory);
        MVStore store = new MVStore.Builder()
                .fileName(directory.resolve("documents.mv").toString())
                .cacheSize(CACHE_MEBIBYTES)
                .pageSplitSize(PAGE_BYTES)
                .autoCommitBufferSize(HOUSEKEEPING_KIBIBYTES)
                .autoCompactFillRate(FILL_PERCENT)
                .open();
        store.setRetentionTime(RETENTION_MILLISECONDS);
        Runnable commit = survives == Survives.PROCESS_DEATH
                ? store::commit
                : () -> {
                    store.commit();
                    store.sync();
                };
        return new EmbeddedDocumentStore(store, commit, port);
    }

    public String connectionString() {
        return "mongodb://127.0.0.1:" + port + "/?directConnection=true";
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        expiry.close();
        server.shutdownNow();
    }
}
