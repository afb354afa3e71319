package org.throughcare.benchmarks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;

/**
 * The same participants' latest notes, and one note, while the collections grow around them. The pages that are read hold notes
 * that were written and signed over HTTP; the bulk around them is put there by the driver.
 */
final class GrowingTimeline {

    private static final int PEOPLE = 20;
    private static final int PAGE = 20;
    private static final int OLDER = 100;
    private static final int SMALL = 10_000;

    private final Infra infra;
    private final Suite suite;
    private final Grantee grantee;
    private final Client client;
    private final Quiet quiet;
    private final List<String> notes = new ArrayList<>();

    GrowingTimeline(Infra infra, Suite suite, Grantee grantee, Client client, Quiet quiet) {
        this.infra = infra;
        this.suite = suite;
        this.grantee = grantee;
        this.client = client;
        this.quiet = quiet;
    }

    void measure(Report report, int large, int reads) {
        System.err.println("   signing the notes that are read");
        for (int person = 0; person <= PEOPLE; person++) {
            sign(grantee.participant(person));
        }
        quiet.await("notes", List.of("case-note", "contact-ledger"));
        BulkNotes bulk = new BulkNotes(database(), example());
        for (int person = 0; person < PEOPLE; person++) {
            bulk.add(grantee.participant(person), OLDER);
        }
        bulk.addUpTo(SMALL);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("read", "notes", "reads", "p50 ms", "p99 ms"));
        settle();
        read(rows, reads);
        String heavy = grantee.participant(PEOPLE);
        bulk.add(heavy, large / 10);
        bulk.addUpTo(large);
        settle();
        read(rows, reads);
        rows.add(row(
                "20 latest over HTTP, of one person with " + count(large / 10),
                reads,
                (worker, number) -> page(heavy)));
        rows.sort((one, other) -> one.getFirst().equals("read")
                ? -1
                : other.getFirst().equals("read") ? 1 : one.getFirst().compareTo(other.getFirst()));
        report.heading("(c) A participant's latest notes, and one note, as the timeline grows");
        report.paragraph("Aim: the same at both sizes. " + PEOPLE + " participants with at least " + (PAGE + OLDER)
                + " notes each are read in turn, by one caller; their " + PAGE
                + " latest were written and signed over HTTP."
                + " The rest of `timeline` and of `case-note` was put there by the driver: " + bulk.told()
                + " Each reading is access-checked, decrypted and put on record; below it, the bare queries.");
        report.table(rows);
        report.paragraph("Load average now " + Machine.load() + ".");
    }

    private void sign(String participant) {
        for (int i = 0; i < PAGE; i++) {
            String id = Grantee.id();
            String at = suite.uri("notes") + "/notes/" + id;
            client.put(at, grantee.writer(), Grantee.note(participant, i)).ok();
            client.post(at + "/signature", grantee.writer(), Map.of(), id).ok();
            notes.add(id);
        }
    }

    /** Statistics and dead rows of the bulk are the store's to work off before anything is read. */
    private void settle() {
        quiet.await("notes", List.of("case-note"));
        read(new ArrayList<>(), 200);
    }

    private void read(List<List<String>> rows, int reads) {
        String token = grantee.writer();
        MongoCollection<Document> timeline = database().getCollection("timeline");
        MongoCollection<Document> stored = database().getCollection("case-note");
        rows.add(row("20 latest over HTTP", reads, (worker, number) -> page(grantee.participant(number % PEOPLE))));
        rows.add(row("20 latest, bare queries", reads, (worker, number) -> {
            List<String> ids = new ArrayList<>();
            timeline.find(Filters.eq("participant", grantee.participant(number % PEOPLE)))
                    .sort(new Document("occurredAt", -1).append("id", -1))
                    .limit(PAGE + 1)
                    .forEach(each -> ids.add(each.getString("_id")));
            stored.find(Filters.in("_id", ids.subList(0, PAGE))).into(new ArrayList<>());
        }));
        rows.add(row(
                "one note by id over HTTP",
                reads,
                (worker, number) -> client.get(
                                suite.uri("notes") + "/notes/" + notes.get(number * 7 % notes.size()), token)
                        .ok()));
        rows.add(row(
                "one note by id, bare query",
                reads,
                (worker, number) -> stored.find(Filters.eq("_id", notes.get(number * 7 % notes.size())))
                        .first()));
    }

    private void page(String participant) {
        int size = client.get(
                        suite.uri("notes") + "/participants/" + participant + "/notes?limit=" + PAGE, grantee.writer())
                .ok()
                .json()
                .path("notes")
                .size();
        if (size != PAGE) {
            throw new CannotMeasure("a page of " + PAGE + " notes has " + size);
        }
    }

    private List<String> row(String what, int reads, ClosedLoop.Operation operation) {
        Latencies latencies = ClosedLoop.run(1, 0, reads, operation).latencies();
        return List.of(
                what,
                count(database().getCollection("timeline").estimatedDocumentCount()),
                String.valueOf(reads),
                latencies.text(50),
                latencies.text(99));
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private Document example() {
        Document found = database()
                .getCollection("case-note")
                .find(Filters.eq("_id", notes.getLast()))
                .first();
        if (found == null) {
            throw new CannotMeasure("a note that was signed is not in the store");
        }
        return found;
    }

    private MongoDatabase database() {
        return infra.database(suite.databaseOf("notes"));
    }
}
