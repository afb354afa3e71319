package org.throughcare.platform.store;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.json.Documents;
import org.throughcare.platform.tenancy.Scope;

/**
 * The one entry that an accepted command leaves: what goes to the journal and, if the world may know, to the broker. It holds all
 * that is needed to do the command's write again on the revision before it: changes, deadline, and what its handled mark says.
 */
final class OutboxEntry {

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private OutboxEntry() {}

    static <S> Document of(
            AggregateType<S> type,
            String id,
            long revision,
            S state,
            Happened happened,
            Command command,
            List<Document> changes,
            Instant businessTime) {
        Scope scope = Scope.current();
        Document entry = new Document("eventId", IDS.generate().toString())
                .append("aggregate", type.name())
                .append("aggregateId", id)
                .append("revision", revision)
                .append("event", Happened.wireName(happened.getClass()))
                .append("at", new Date())
                .append("time", Date.from(businessTime))
                .append("actor", scope.actor().value())
                .append("command", command.id())
                .append("trace", scope.traceparent())
                .append("bulk", command.bulk())
                .append("change", changes)
                .append("happened", Documents.of(happened));
        append(entry, "fingerprint", command.fingerprint());
        append(entry, "participant", type.participant(state));
        append(entry, "site", type.site(state));
        Instant due = type.dueAt(state);
        if (due != null) {
            entry.append("nextDueAt", Date.from(due));
        }
        Object snapshot = type.snapshot(state);
        if (snapshot != null) {
            entry.append("snapshot", Documents.of(snapshot));
        }
        return entry;
    }

    private static void append(Document entry, String name, @Nullable String value) {
        if (value != null) {
            entry.append(name, value);
        }
    }
}
