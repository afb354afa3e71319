package org.throughcare.platform.tenancy;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.throughcare.platform.Settings;

/**
 * The registry as this instance last saw it. It begins with what the settings name, waits for the store with growing pauses
 * when it is away, and reads the registry again every few seconds, so that a grantee registered on one instance is soon
 * served by all. A grantee is served here only after this instance has prepared its databases: a newer version of the
 * service may want another index.
 */
final class StoredGrantees implements Grantees, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StoredGrantees.class);
    private static final Duration REFRESH = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final StoreConnections connections;
    private final DatabaseNames names;
    private final Settings settings;
    private final Supplier<List<GranteeDatabasePreparation>> preparations;
    private final ReentrantLock writing = new ReentrantLock();
    private final Set<String> prepared = new HashSet<>();
    private volatile Map<String, Grantee> known = Map.of();
    private volatile @Nullable String whyNotReady = "The registry of grantees has not been read yet.";
    private volatile @Nullable Thread refresher;

    StoredGrantees(
            StoreConnections connections,
            DatabaseNames names,
            Settings settings,
            Supplier<List<GranteeDatabasePreparation>> preparations) {
        this.connections = connections;
        this.names = names;
        this.settings = settings;
        this.preparations = preparations;
        settings.grantees().forEach(each -> names.check(each.id()));
    }

    @Override
    public boolean isRead() {
        return whyNotReady == null;
    }

    @Override
    public List<String> served() {
        return known.values().stream()
                .filter(each -> each.state() == State.SERVED)
                .map(Grantee::id)
                .toList();
    }

    @Override
    public List<Grantee> known() {
        return List.copyOf(known.values());
    }

    @Override
    public boolean serves(String grantee) {
        Grantee found = known.get(grantee);
        return found != null && found.state() == State.SERVED;
    }

    @Override
    public boolean maySpeakFor(String issuer, String grantee) {
        Grantee found = known.get(grantee);
        return found != null && found.issuers().contains(issuer);
    }

    @Override
    public boolean knowsIssuer(String issuer) {
        return known.values().stream().anyMatch(each -> each.issuers().contains(issuer));
    }

    /** Why this instance cannot serve yet; empty once it can. */
    Optional<String> whyNotReady() {
        return Optional.ofNullable(whyNotReady);
    }

    @Override
    public void serve(String grantee, Set<String> issuers) {
        names.check(grantee);
        writing.lock();
        try {
            registry()
                    .updateOne(
                            eq("_id", grantee),
                            Updates.combine(
                                    Updates.set("issuers", List.copyOf(issuers)),
                                    Updates.setOnInsert("state", State.PREPARING.name())),
                            new UpdateOptions().upsert(true));
            prepare(grantee);
            registry().updateOne(eq("_id", grantee), Updates.set("state", State.SERVED.name()));
            read();
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void start() {
        boolean began = refreshOnce(true);
        refresher = Thread.ofVirtual().name("grantees-refresh").start(() -> keepFresh(began));
    }

    private void keepFresh(boolean begun) {
        boolean began = begun;
        Duration pause = began ? REFRESH : FIRST_PAUSE;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException stopping) {
                return;
            }
            boolean read = refreshOnce(!began);
            began |= read;
            if (read) {
                pause = REFRESH;
            } else {
                Duration longer = pause.multipliedBy(2);
                pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
            }
        }
    }

    private boolean refreshOnce(boolean first) {
        writing.lock();
        try {
            if (first) {
                registerThoseAtStart();
            }
            read();
            whyNotReady = null;
            return true;
        } catch (MongoException away) {
            if (first) {
                whyNotReady = "The document store does not answer; trying again.";
                LOG.warn("The registry of grantees cannot be read yet: {}", away.getMessage());
            } else {
                LOG.warn("The registry of grantees cannot be read; going on with what is known: {}", away.getMessage());
            }
            return false;
        } catch (RuntimeException broken) {
            if (first) {
                whyNotReady = "A grantee's databases cannot be prepared; the log has the reason.";
            }
            LOG.error("The registry of grantees cannot be brought up to date", broken);
            return false;
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void lookAgain() {
        writing.lock();
        try {
            read();
        } finally {
            writing.unlock();
        }
    }

    private void registerThoseAtStart() {
        for (Settings.GranteeAtStart each : settings.grantees()) {
            List<String> issuers =
                    List.copyOf(each.issuers().isEmpty() ? settings.security().issuers() : each.issuers());
            registry()
                    .updateOne(
                            eq("_id", each.id()),
                            Updates.combine(
                                    Updates.addEachToSet("issuers", issuers),
                                    Updates.setOnInsert("state", State.PREPARING.name())),
                            new UpdateOptions().upsert(true));
        }
    }

    private void read() {
        Map<String, Grantee> found = new TreeMap<>();
        for (Document each : registry().find(ne("state", REMOVED))) {
            String id = each.getString("_id");
            State state = State.valueOf(each.getString("state"));
            if (state == State.PARKED || state == State.PAUSED) {
                prepared.remove(id);
            } else if (!prepared.contains(id) && !prepared(id)) {
                state = State.PREPARING;
            } else if (state == State.PREPARING) {
                registry().updateOne(eq("_id", id), Updates.set("state", State.SERVED.name()));
                state = State.SERVED;
            }
            found.put(id, new Grantee(id, Set.copyOf(each.getList("issuers", String.class, List.of())), state));
        }
        known = Map.copyOf(found);
    }

    /** One grantee whose databases cannot be prepared must not keep the others from being served. */
    private boolean prepared(String grantee) {
        try {
            prepare(grantee);
            return true;
        } catch (MongoCommandException | IllegalArgumentException | IllegalStateException broken) {
            LOG.error("The databases of grantee {} cannot be prepared; it is not served", grantee, broken);
            return false;
        }
    }

    private void prepare(String grantee) {
        for (GranteeDatabasePreparation each : preparations.get()) {
            each.prepare(connections.store(names.of(grantee)), connections.journal(names.journalOf(grantee)));
        }
        if (prepared.add(grantee)) {
            LOG.info("Serving grantee {}", grantee);
        }
    }

    private MongoCollection<Document> registry() {
        return connections.store(names.control()).getCollection("grantees");
    }

    @Override
    public void stop() {
        Thread running = refresher;
        if (running != null) {
            running.interrupt();
            refresher = null;
        }
    }

    @Override
    public boolean isRunning() {
        return refresher != null;
    }

    /** Before consumers, relay and web server, all of which ask whom to serve. */
    @Override
    public int getPhase() {
        return -1000;
    }
}
