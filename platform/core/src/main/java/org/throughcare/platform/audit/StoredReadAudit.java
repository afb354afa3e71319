package org.throughcare.platform.audit;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.model.InsertManyOptions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.web.ProblemException;
import org.throughcare.platform.web.Trace;

/**
 * Reads on record in the collection {@code reads} of the grantee's database, with the content that the CJIS policy's AU-3
 * names: what, when (UTC), from where, who, whose, with which outcome.
 *
 * <p>Ordinary reads are written in batches, in order, half a second after they happen. While the store is away they wait,
 * but not without bound: when the queue is full nothing more is read, for what cannot be put on record may not be shown.
 */
final class StoredReadAudit implements ReadAudit, SmartLifecycle {

    static final String COLLECTION = "reads";
    private static final Logger LOG = LoggerFactory.getLogger(StoredReadAudit.class);
    private static final int MOST_WAITING = 20_000;
    private static final int BATCH = 500;
    private static final Duration PACE = Duration.ofMillis(400);
    private static final Duration LAST_TRIES = Duration.ofSeconds(5);
    private static final int DUPLICATE_KEY = 11000;
    private static final String ALLOWED = "ALLOWED";
    private static final String REFUSED = "REFUSED";

    private record Entry(String grantee, Document document) {}

    private final TenantDatabases databases;
    private final LinkedBlockingQueue<Entry> waiting;
    private final Deque<Entry> inHand = new ArrayDeque<>();
    private final Counter full;
    private final Counter failed;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private volatile @Nullable Thread writer;
    private volatile boolean stopping;

    StoredReadAudit(TenantDatabases databases, MeterRegistry meters) {
        this(databases, meters, MOST_WAITING);
    }

    StoredReadAudit(TenantDatabases databases, MeterRegistry meters, int mostWaiting) {
        this.databases = databases;
        this.waiting = new LinkedBlockingQueue<>(mostWaiting);
        this.full = meters.counter("throughcare.audit.full");
        this.failed = meters.counter("throughcare.audit.failed_writes");
        Gauge.builder("throughcare.audit.waiting", waiting, LinkedBlockingQueue::size)
                .register(meters);
    }

    @Override
    public void read(Caller caller, String participant, String what) {
        later(caller, participant, what, ALLOWED);
    }

    @Override
    public void refused(Caller caller, String participant, String what) {
        later(caller, participant, what, REFUSED);
    }

    @Override
    public void readNow(Caller caller, Collection<String> participants, String what, String reason) {
        List<Document> entries = participants.stream()
                .distinct()
                .map(each -> entry(caller, each, what, ALLOWED, reason))
                .toList();
        if (!entries.isEmpty()) {
            write(caller.grantee(), entries, true);
        }
    }

    private void later(Caller caller, String participant, String what, String outcome) {
        if (!waiting.offer(new Entry(caller.grantee(), entry(caller, participant, what, outcome, null)))) {
            full.increment();
            ProblemException unavailable = new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "audit-unavailable",
                    "Reading cannot be put on record at the moment, so nothing is shown; try again shortly.");
            unavailable.getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
            throw unavailable;
        }
    }

    private Document entry(Caller caller, String participant, String what, String outcome, @Nullable String reason) {
        Document entry = new Document("_id", ids.generate().toString())
                .append("at", new Date())
                .append("who", caller.actor().value())
                .append("name", caller.name())
                .append("role", caller.role().name())
                .append("what", what)
                .append("participant", participant)
                .append("outcome", outcome);
        if (reason != null) {
            entry.append("reason", reason);
        }
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            entry.append("address", request.getRemoteAddr());
        }
        if (Scope.isBound()) {
            entry.append("trace", Trace.id(Scope.current().traceparent()));
        }
        return entry;
    }

    @Override
    public void start() {
        stopping = false;
        writer = Thread.ofVirtual().name("read-audit").start(this::writeUntilStopped);
    }

    private void writeUntilStopped() {
        while (!stopping) {
            try {
                Thread.sleep(PACE);
            } catch (InterruptedException woken) {
                if (stopping) {
                    return;
                }
            }
            writeWaiting();
        }
    }

    /** @return whether nothing waits any more */
    private synchronized boolean writeWaiting() {
        try {
            while (true) {
                waiting.drainTo(inHand, BATCH - inHand.size());
                if (inHand.isEmpty()) {
                    return true;
                }
                Map<String, List<Document>> byGrantee = inHand.stream()
                        .collect(Collectors.groupingBy(
                                Entry::grantee,
                                TreeMap::new,
                                Collectors.mapping(Entry::document, Collectors.toList())));
                byGrantee.forEach((grantee, entries) -> write(grantee, entries, false));
                inHand.clear();
            }
        } catch (MongoException away) {
            failed.increment();
            LOG.warn("{} reads wait to be put on record: {}", inHand.size() + waiting.size(), away.getMessage());
            return false;
        }
    }

    /**
     * @param inOrder stops at the first that cannot be written; otherwise each is tried, so that what a lost answer left undone of a
     *     batch is done by the next try
     */
    private void write(String grantee, List<Document> entries, boolean inOrder) {
        Runnable insert = () -> {
            try {
                databases
                        .current()
                        .getCollection(COLLECTION)
                        .insertMany(entries, new InsertManyOptions().ordered(inOrder));
            } catch (MongoBulkWriteException partly) {
                boolean repeated = partly.getWriteConcernError() == null
                        && partly.getWriteErrors().stream()
                                .allMatch(each -> each.getCode() == DUPLICATE_KEY
                                        && (!inOrder || each.getIndex() == entries.size() - 1));
                if (!repeated) {
                    throw partly;
                }
            }
        };
        if (Scope.isBound() && Scope.current().grantee().equals(grantee)) {
            insert.run();
        } else {
            new Scope(grantee, Actor.system("audit"), "00-" + "0".repeat(31) + "1-" + "0".repeat(15) + "1-00")
                    .run(insert);
        }
    }

    @Override
    public void stop() {
        stopping = true;
        Thread running = writer;
        if (running != null) {
            running.interrupt();
        }
        long until = System.nanoTime() + LAST_TRIES.toNanos();
        while (!writeWaiting() && System.nanoTime() < until) {
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        List<Entry> lost = new ArrayList<>(inHand);
        waiting.drainTo(lost);
        lost.forEach(each -> LOG.error(
                "A read could not be put on record before the end: {}",
                each.document().toJson()));
        writer = null;
    }

    @Override
    public boolean isRunning() {
        return writer != null;
    }

    /** Ends after the web server, whose last requests still read. */
    @Override
    public int getPhase() {
        return -500;
    }
}
