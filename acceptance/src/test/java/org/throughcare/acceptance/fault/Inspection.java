package org.throughcare.acceptance.fault;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.throughcare.acceptance.process.Fleet;
import org.throughcare.acceptance.process.ServiceProcess;

/** Compares, in the databases themselves, what was promised with what is there. */
final class Inspection {

    /** One entry of a journal. */
    private record Entry(String event, long revision, String command, Instant at, Document whole) {}

    private final Fleet fleet;
    private final MongoClient client;
    private final Findings findings = new Findings();
    /** By service, then by aggregate and id. */
    private final Map<String, Map<String, List<Entry>>> journals = new HashMap<>();

    Inspection(Fleet fleet, MongoClient client) {
        this.fleet = fleet;
        this.client = client;
        for (ServiceProcess each : fleet.services()) {
            journals.put(each.wireName(), journal(each.wireName()));
        }
    }

    Findings findings() {
        return findings;
    }

    private Map<String, List<Entry>> journal(String service) {
        Map<String, List<Entry>> byAggregate = new HashMap<>();
        for (Document each :
                fleet.journal(client, service).getCollection("journal").find()) {
            Document entry = each.get("entry", Document.class);
            byAggregate
                    .computeIfAbsent(
                            entry.getString("aggregate") + "/" + entry.getString("aggregateId"),
                            key -> new ArrayList<>())
                    .add(new Entry(
                            each.getString("_id"),
                            entry.getLong("revision"),
                            entry.getString("command"),
                            entry.getDate("at").toInstant(),
                            entry));
            findings.entries++;
        }
        return byAggregate;
    }

    /** One entry per revision without a gap, no command twice, and the document at the last of its revisions. */
    void journalsAgree() {
        journals.forEach((service, journal) -> {
            Map<String, Map<String, Long>> revisions = new HashMap<>();
            journal.forEach((key, entries) -> {
                Set<Long> seen = new HashSet<>();
                Set<String> commands = new HashSet<>();
                long last = 0;
                for (Entry each : entries) {
                    if (!seen.add(each.revision())) {
                        findings.appliedTwice.add(service + " " + key + " has revision " + each.revision() + " twice");
                    }
                    if (!commands.add(each.command())) {
                        findings.appliedTwice.add(service + " " + key + " has command " + each.command() + " twice");
                    }
                    last = Math.max(last, each.revision());
                }
                if (seen.size() < last) {
                    findings.lost.add(service + " " + key + " has " + seen.size() + " entries up to revision " + last);
                }
                String aggregate = key.substring(0, key.indexOf('/'));
                revisions
                        .computeIfAbsent(aggregate, name -> new HashMap<>())
                        .put(key.substring(key.indexOf('/') + 1), last);
            });
            revisions.forEach((aggregate, last) -> documentsAgree(service, aggregate, last));
        });
    }

    private void documentsAgree(String service, String aggregate, Map<String, Long> journaled) {
        Map<String, Long> stored = new HashMap<>();
        for (Document each : fleet.database(client, service)
                .getCollection(aggregate)
                .find()
                .projection(new Document("revision", 1))) {
            stored.put(each.getString("_id"), each.getLong("revision"));
        }
        journaled.forEach((id, revision) -> {
            if (!revision.equals(stored.get(id))) {
                findings.lost.add(service + " " + aggregate + "/" + id + " is at " + stored.get(id)
                        + ", its journal at " + revision);
            }
        });
        stored.forEach((id, revision) -> {
            if (!journaled.containsKey(id)) {
                findings.lost.add(service + " " + aggregate + "/" + id + " is in no journal");
            }
        });
    }

    /** Each acknowledged command is in the journal of its aggregate. */
    void acknowledgedAreThere(Book book) {
        for (Book.Acknowledged each : book.acknowledged) {
            long times = entries(each.service(), each.aggregate(), each.id()).stream()
                    .filter(entry -> entry.command().equals(each.key()))
                    .count();
            if (times == 0) {
                findings.lost.add(each.toString());
            } else if (times > 1) {
                findings.appliedTwice.add(each.toString());
            }
        }
    }

    private List<Entry> entries(String service, String aggregate, String id) {
        return Objects.requireNonNull(journals.get(service)).getOrDefault(aggregate + "/" + id, List.of());
    }

    /** Every announcement reached the broker; those that a mishap held up were brought after it. */
    void announcementsCame(Eavesdropper heard, List<Broken> broken) {
        Map<String, Eavesdropper.Heard> events = heard.heard();
        journals.forEach((service, journal) -> journal.forEach((key, entries) -> entries.forEach(each -> {
            if (!each.whole().containsKey("snapshot")) {
                return;
            }
            Eavesdropper.Heard published = events.get(each.event());
            if (published == null) {
                findings.unpublished.add(service + " " + key + "@" + each.revision());
                return;
            }
            if (published.times().get() > 1) {
                findings.publishedAgain++;
            }
            if (broken.stream()
                    .anyMatch(one -> one.concerns(service)
                            && each.at().isBefore(one.at())
                            && published.first().isAfter(one.at().plusMillis(500)))) {
                findings.recovered++;
            }
        })));
    }

    /** Each copy that anybody keeps equals its owner's last announcement, and none is missing. */
    void copiesEqual() {
        for (ServiceProcess each : fleet.services()) {
            MongoDatabase database = fleet.database(client, each.wireName());
            for (String collection : database.listCollectionNames()) {
                String[] parts = collection.split("_", 3);
                if (parts.length == 3 && parts[0].equals("copies") && journals.containsKey(parts[1])) {
                    copiesEqual(each.wireName(), database, collection, parts[1], parts[2]);
                }
            }
        }
    }

    private void copiesEqual(
            String consumer, MongoDatabase database, String collection, String owner, String aggregate) {
        Map<String, Document> copies = new HashMap<>();
        for (Document each : database.getCollection(collection).find()) {
            copies.put(each.getString("_id"), each);
        }
        Objects.requireNonNull(journals.get(owner)).forEach((key, entries) -> {
            if (!key.startsWith(aggregate + "/")) {
                return;
            }
            entries.stream()
                    .filter(each -> each.whole().containsKey("snapshot"))
                    .max((a, b) -> Long.compare(a.revision(), b.revision()))
                    .ifPresent(last -> {
                        findings.copies++;
                        Document copy = copies.get(key.substring(key.indexOf('/') + 1));
                        if (copy == null
                                || copy.getLong("revision") != last.revision()
                                || !Objects.equals(
                                        copy.get("snapshot"), last.whole().get("snapshot"))) {
                            findings.behind.add(consumer + "'s copy of " + key + " is "
                                    + (copy == null ? "missing" : "at " + copy.getLong("revision"))
                                    + ", its owner's last announcement at " + last.revision());
                        }
                    });
        });
    }

    /** Every signed note is counted once; every release that stands has its one task, and one that was withdrawn none to do. */
    void effectsExistOnce(List<CaseWorker.Expected> people) {
        Map<String, Integer> counted = new HashMap<>();
        for (Document each :
                fleet.database(client, "notes").getCollection("contact-ledger").find()) {
            Document body = each.get("body", Document.class);
            counted.merge(
                    body.getString("participant"),
                    body.getList("counted", Document.class).size(),
                    Integer::sum);
        }
        Map<String, List<String>> tasks = new HashMap<>();
        for (Document each :
                fleet.database(client, "scheduling").getCollection("task").find()) {
            Document body = each.get("body", Document.class);
            if ("FIRST_CONTACT".equals(body.getString("kind"))) {
                tasks.computeIfAbsent(body.getString("cause"), cause -> new ArrayList<>())
                        .add(body.get("status", Document.class).getString("is"));
            }
        }
        for (CaseWorker.Expected one : people) {
            findings.effects++;
            int contacts = counted.getOrDefault(one.participant, 0);
            if (contacts != one.signedNotes.size()) {
                findings.wrongEffects.add(
                        one.participant + " signed " + one.signedNotes.size() + " notes, counted " + contacts);
            }
            for (String release : one.releases) {
                findings.effects++;
                List<String> of = tasks.getOrDefault(release, List.of());
                boolean standing = !one.withdrawn.contains(release);
                boolean right = standing
                        ? of.size() == 1 && !of.getFirst().equals("Withdrawn")
                        : of.size() <= 1 && !of.contains("Open");
                if (!right) {
                    findings.wrongEffects.add(
                            "release " + release + (standing ? "" : ", withdrawn,") + " has tasks " + of);
                }
            }
        }
    }

    void nothingIsDead() {
        for (ServiceProcess each : fleet.services()) {
            for (MongoDatabase database :
                    List.of(fleet.database(client, each.wireName()), fleet.control(client, each.wireName()))) {
                for (Document letter : database.getCollection("deadLetters").find()) {
                    findings.deadLetters.add(each.wireName() + ": " + letter.getString("reason"));
                }
            }
        }
    }

    /** A service that was killed, or all of them cut off. */
    record Broken(Instant at, String service) {
        static final String ALL = "";

        boolean concerns(String one) {
            return service.equals(ALL) || service.equals(one);
        }
    }
}
