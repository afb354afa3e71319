package org.throughcare.platform.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.json.Documents;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.time.BusinessClock;

/**
 * Aggregates in MongoDB's protocol: one document {@code {_id, revision, schema, body, handled, nextDueAt, outbox}} each.
 * A command is one update guarded on the revision; the relay takes entries out of the outbox without touching the
 * revision; nobody ever replaces a document. So an entry that was published cannot come back to life, and a relay
 * at work makes nobody's {@code If-Match} fail.
 */
public final class AggregateStore<S> implements Aggregates<S> {

    private static final int ROUNDS = 50;
    private static final int MOST_PENDING = 200;
    private static final int MOST_PENDING_BYTES = 4 * 1024 * 1024;

    private final AggregateType<S> type;
    private final TenantDatabases databases;
    private final BusinessClock clock;
    private final CommittedEntries committed;
    private final DueHints dueHints;

    AggregateStore(
            AggregateType<S> type,
            TenantDatabases databases,
            BusinessClock clock,
            CommittedEntries committed,
            DueHints dueHints) {
        this.type = type;
        this.databases = databases;
        this.clock = clock;
        this.committed = committed;
        this.dueHints = dueHints;
    }

    public AggregateType<S> type() {
        return type;
    }

    @Override
    public Optional<Stored<S>> find(String id) {
        return Optional.ofNullable(load(id)).map(this::stored);
    }

    @Override
    public Result<S> create(Command command, String id, Supplier<Decision<S>> decision) {
        return createOrChange(
                command,
                id,
                existing -> existing.isPresent()
                        ? Decision.refuse(
                                Refusal.conflict("exists-already", "This " + type.name() + " exists already."))
                        : decision.get());
    }

    @Override
    public Result<S> change(Command command, String id, Function<S, Decision<S>> decision) {
        return execute(command, id, null, decision);
    }

    @Override
    public Result<S> createOrChange(Command command, String id, Function<Optional<S>, Decision<S>> decision) {
        return execute(
                command, id, () -> decision.apply(Optional.empty()), state -> decision.apply(Optional.of(state)));
    }

    @Override
    public List<Stored<S>> where(String path, Object value, int limit) {
        return where(eq("body." + path, value), new Document("_id", 1), limit);
    }

    /** For adapters in {@code …/store} that need more than equality; paths start with {@code body.}. */
    public List<Stored<S>> where(Bson filter, Bson sort, int limit) {
        FindIterable<Document> found = collection().find(filter).sort(sort).limit(limit);
        List<Stored<S>> result = new ArrayList<>();
        for (Document each : found) {
            result.add(stored(each));
        }
        return result;
    }

    private Result<S> execute(
            Command command, String id, @Nullable Supplier<Decision<S>> whenAbsent, Function<S, Decision<S>> decision) {
        for (int round = 0; round < ROUNDS; round++) {
            Document document = load(id);
            Optional<Result<S>> result = document == null
                    ? whenAbsent == null ? Optional.of(new Result.Missing<>()) : tryCreate(command, id, whenAbsent)
                    : tryChange(command, document, decision);
            if (result.isPresent()) {
                return result.get();
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L * (1 + Math.min(round, 20))));
        }
        throw new OutboxFull(type.name() + " " + id + ": too many writers at once");
    }

    private Optional<Result<S>> tryCreate(Command command, String id, Supplier<Decision<S>> decision) {
        if (command.expectedRevision() != null) {
            return Optional.of(new Result.Stale<>(0));
        }
        return switch (decision.get()) {
            case Decision.Refused<S> refused -> Optional.of(new Result.Refused<>(refused.refusal()));
            case Decision.Unchanged<S> _ -> Optional.of(new Result.Missing<>());
            case Decision.Accepted<S> accepted -> insert(command, id, accepted);
        };
    }

    private Optional<Result<S>> insert(Command command, String id, Decision.Accepted<S> accepted) {
        S state = accepted.state();
        Document body = Documents.of(state);
        Document entry =
                OutboxEntry.of(type, id, 1, state, accepted.happened(), command, Body.created(body), clock.now());
        Document document = new Document("_id", id)
                .append("revision", 1L)
                .append("schema", 1)
                .append("body", body)
                .append("handled", List.of(Handled.mark(command, 1, true)))
                .append("outbox", List.of(entry));
        columns(state).forEach(document::append);
        try {
            Reaction.wrote();
            collection().insertOne(document);
        } catch (MongoWriteException failed) {
            if (failed.getError().getCode() == StoreFaults.DUPLICATE_KEY) {
                return takenByAnother(id, failed);
            }
            return orAgain(failed);
        }
        committed(id, entry, document.getDate("nextDueAt"));
        return Optional.of(new Result.Done<>(new Stored<>(id, 1, state), 1, true, false));
    }

    /** Another writer made it first: look again. Unless it is a unique index over something else: then it is a refusal. */
    private Optional<Result<S>> takenByAnother(String id, MongoWriteException duplicate) {
        if (load(id) != null) {
            return Optional.empty();
        }
        return Optional.of(new Result.Refused<>(Refusal.conflict(
                "unique",
                "Another " + type.name() + " has this already: "
                        + duplicate.getError().getMessage())));
    }

    private Optional<Result<S>> tryChange(Command command, Document document, Function<S, Decision<S>> decision) {
        Optional<Document> mark = Handled.in(document).of(command);
        if (mark.isPresent()) {
            return Optional.of(repeated(command, mark.get(), stored(document)));
        }
        long revision = document.getLong("revision");
        Long expected = command.expectedRevision();
        if (expected != null && expected != revision) {
            return Optional.of(new Result.Stale<>(revision));
        }
        Stored<S> current = stored(document);
        return switch (decision.apply(current.state())) {
            case Decision.Refused<S> refused -> Optional.of(new Result.Refused<>(refused.refusal()));
            case Decision.Unchanged<S> _ -> Optional.of(new Result.Unchanged<>(current));
            case Decision.Accepted<S> accepted -> update(command, document, current, accepted);
        };
    }

    private Result<S> repeated(Command command, Document mark, Stored<S> now) {
        if (Handled.contradicts(mark, command)) {
            return new Result.Refused<>(Refusal.invalid(
                    "idempotency-key-reused", "Idempotency-Key", "This key was used for another request."));
        }
        return new Result.Done<>(now, mark.getLong("revision"), mark.getBoolean("created", false), true);
    }

    private Optional<Result<S>> update(
            Command command, Document document, Stored<S> before, Decision.Accepted<S> accepted) {
        refuseWhenOutboxIsFull(document);
        S state = accepted.state();
        long next = before.revision() + 1;
        Document raw = document.get("body", Document.class);
        Body changed = Body.changed(Documents.of(before.state()), Documents.of(state), raw);
        Document entry = OutboxEntry.of(
                type, before.id(), next, state, accepted.happened(), command, changed.changes(), clock.now());
        Document set = new Document("revision", next);
        Document unset = new Document();
        columns(state).forEach(set::append);
        if (!set.containsKey("nextDueAt")) {
            unset.append("nextDueAt", "");
        }
        set.putAll(changed.set());
        unset.putAll(changed.unset());
        Document push = new Document("outbox", entry);
        Document mark = Handled.mark(command, next, false);
        Handled.in(document)
                .pruned(mark)
                .ifPresentOrElse(kept -> set.append("handled", kept), () -> push.append("handled", mark));
        Document update = new Document("$set", set).append("$push", push);
        if (!unset.isEmpty()) {
            update.append("$unset", unset);
        }
        try {
            Reaction.wrote();
            long matched = collection()
                    .updateOne(and(eq("_id", before.id()), eq("revision", before.revision())), update)
                    .getMatchedCount();
            if (matched == 0) {
                return Optional.empty();
            }
        } catch (MongoWriteException failed) {
            if (failed.getError().getCode() == StoreFaults.DUPLICATE_KEY) {
                return Optional.of(new Result.Refused<>(
                        Refusal.conflict("unique", "Another " + type.name() + " has this already.")));
            }
            return orAgain(failed);
        }
        committed(before.id(), entry, set.getDate("nextDueAt"));
        return Optional.of(new Result.Done<>(new Stored<>(before.id(), next, state), next, false, false));
    }

    /** A write that was undone because of another one is the same as a guard that did not hold: look again. */
    private static <R> Optional<R> orAgain(MongoWriteException failed) {
        if (StoreFaults.isContended(failed)) {
            return Optional.empty();
        }
        throw failed;
    }

    private void committed(String id, Document entry, @Nullable Date due) {
        String grantee = Scope.current().grantee();
        if (due != null) {
            dueHints.written(grantee, type.name(), due.toInstant());
        }
        committed.offer(new Pending(grantee, type.name(), id, entry));
    }

    /**
     * Visits one aggregate whose deadline has come: decides, or moves the hint on when there is nothing to decide.
     *
     * @return whether something happened
     */
    boolean visit(String id, Instant now) {
        Document document = load(id);
        if (document == null || document.getDate("nextDueAt") == null) {
            return false;
        }
        if (document.getDate("nextDueAt").toInstant().isAfter(now)) {
            return false;
        }
        Stored<S> current = stored(document);
        Command command = Command.effectOf("deadline", type.name() + "@" + current.revision(), id);
        return switch (type.whenDue(current.state(), now)) {
            case Decision.Accepted<S> accepted ->
                update(command, document, current, accepted).isPresent();
            case Decision.Unchanged<S> _, Decision.Refused<S> _ -> {
                moveHintOn(current, now);
                yield false;
            }
        };
    }

    private void moveHintOn(Stored<S> current, Instant now) {
        Instant due = type.dueAt(current.state());
        Document update = due == null
                ? new Document("$unset", new Document("nextDueAt", ""))
                : new Document(
                        "$set", new Document("nextDueAt", Date.from(due.isAfter(now) ? due : now.plusSeconds(3600))));
        collection().updateOne(and(eq("_id", current.id()), eq("revision", current.revision())), update);
    }

    /** Puts off an aggregate whose visit failed, so that it is not tried every second and keeps no other from its turn. */
    void putOff(String id, Instant until) {
        collection()
                .updateOne(
                        and(eq("_id", id), lt("nextDueAt", Date.from(until))),
                        new Document("$set", new Document("nextDueAt", Date.from(until))));
    }

    private void refuseWhenOutboxIsFull(Document document) {
        List<Document> outbox = document.getList("outbox", Document.class, List.of());
        if (outbox.size() >= MOST_PENDING
                || (outbox.size() > 8 && outbox.toString().length() >= MOST_PENDING_BYTES)) {
            throw new OutboxFull(type.name() + " " + document.getString("_id"));
        }
    }

    private Document columns(S state) {
        Document columns = new Document();
        Instant due = type.dueAt(state);
        if (due != null) {
            columns.append("nextDueAt", Date.from(due));
        }
        String participant = type.participant(state);
        if (participant != null) {
            columns.append("participant", participant);
        }
        String site = type.site(state);
        if (site != null) {
            columns.append("site", site);
        }
        return columns;
    }

    private @Nullable Document load(String id) {
        return collection().find(eq("_id", id)).first();
    }

    Stored<S> stored(Document document) {
        Document body = document.get("body", Document.class);
        return new Stored<>(
                document.getString("_id"), document.getLong("revision"), Documents.read(body, type.state()));
    }

    MongoCollection<Document> collection() {
        return databases.current().getCollection(type.name());
    }
}
