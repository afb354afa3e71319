package org.throughcare.platform.backup;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.throughcare.platform.backup.Installation.ServiceStore;
import org.throughcare.platform.messaging.Journal;
import org.throughcare.platform.store.Pending;

/**
 * What other services' copies tell of revisions that a restore could not bring back, because the journal was lost as well. An
 * aggregate that went on from its old revision would announce what they take for old news, so it is raised above their copies,
 * with a journal entry that holds its whole body.
 */
final class LostRevisions {

    private static final Document REVISION = new Document("revision", 1);

    private LostRevisions() {}

    /**
     * @param raised aggregates that others knew at a later revision
     * @param missing those that others knew and that are not there at all
     */
    record Outcome(List<String> raised, List<String> missing) {}

    static Outcome raise(ServiceStore at, List<ServiceStore> others) {
        List<String> raised = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        copies(at.service(), others).forEach((aggregate, known) -> {
            Map<String, Long> held = revisions(at, aggregate);
            known.forEach((id, revision) -> {
                Long here = held.get(id);
                if (here == null) {
                    missing.add(aggregate + " " + id);
                } else if (here < revision) {
                    raise(at, aggregate, id, revision + 1);
                    raised.add(aggregate + " " + id);
                }
            });
        });
        return new Outcome(List.copyOf(raised), List.copyOf(missing));
    }

    /** The highest revision that any of them knows, by aggregate and id. */
    private static Map<String, Map<String, Long>> copies(String service, List<ServiceStore> others) {
        String prefix = "copies_" + service + "_";
        Map<String, Map<String, Long>> known = new TreeMap<>();
        for (ServiceStore other : others) {
            for (String collection : Installation.collections(other.store())) {
                if (collection.startsWith(prefix)) {
                    Map<String, Long> of =
                            known.computeIfAbsent(collection.substring(prefix.length()), name -> new TreeMap<>());
                    revisions(other, collection).forEach((id, revision) -> of.merge(id, revision, Math::max));
                }
            }
        }
        return known;
    }

    private static Map<String, Long> revisions(ServiceStore in, String collection) {
        Map<String, Long> revisions = new HashMap<>();
        for (Document each : in.store().getCollection(collection).find().projection(REVISION)) {
            revisions.put(each.getString("_id"), each.getLong("revision"));
        }
        return revisions;
    }

    private static void raise(ServiceStore at, String aggregate, String id, long revision) {
        Document held = at.store().getCollection(aggregate).find(eq("_id", id)).first();
        if (held == null) {
            return;
        }
        Date now = new Date();
        Document entry = new Document("eventId", UUID.randomUUID().toString())
                .append("aggregate", aggregate)
                .append("aggregateId", id)
                .append("revision", revision)
                .append("event", "restored")
                .append("at", now)
                .append("time", now)
                .append("actor", "system:restore")
                .append("command", "restore/" + UUID.randomUUID())
                .append("trace", "")
                .append("bulk", true)
                .append("change", List.of(new Document("path", "body").append("after", held.get("body"))))
                .append("happened", new Document("from", held.getLong("revision")));
        for (String column : List.of("participant", "site", "nextDueAt")) {
            if (held.containsKey(column)) {
                entry.append(column, held.get(column));
            }
        }
        at.journal().getCollection("journal").insertOne(Journal.entry(new Pending(at.grantee(), aggregate, id, entry)));
        at.store().getCollection(aggregate).updateOne(eq("_id", id), Updates.set("revision", revision));
    }
}
