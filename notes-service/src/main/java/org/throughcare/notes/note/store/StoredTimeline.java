package org.throughcare.notes.note.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.throughcare.notes.note.CaseNote;
import org.throughcare.notes.note.Timeline;
import org.throughcare.platform.json.Documents;
import org.throughcare.platform.tenancy.TenantDatabases;

/**
 * The timeline as {@code {_id, participant, occurredAt, id}}, written once per note. A page is at most two walks along one
 * index and one look-up of the notes by their ids.
 */
final class StoredTimeline implements Timeline {

    static final String COLLECTION = "timeline";
    private static final Document ORDER = new Document("occurredAt", -1).append("id", -1);

    private final TenantDatabases databases;
    private final String notes;

    StoredTimeline(TenantDatabases databases, String notes) {
        this.databases = databases;
        this.notes = notes;
    }

    static void prepare(MongoDatabase database) {
        database.getCollection(COLLECTION)
                .createIndex(
                        new Document("participant", 1).append("occurredAt", -1).append("id", -1));
    }

    @Override
    public void add(Entry entry) {
        add(databases.current(), entry);
    }

    private static void add(MongoDatabase database, Entry entry) {
        database.getCollection(COLLECTION)
                .updateOne(
                        eq("_id", entry.note()),
                        new Document(
                                "$set",
                                new Document("participant", entry.participant())
                                        .append("occurredAt", Date.from(entry.occurredAt()))
                                        .append("id", entry.note())),
                        new UpdateOptions().upsert(true));
    }

    @Override
    public List<Entry> latest(List<String> participants, @Nullable After after, int limit) {
        Bson theirs =
                participants.size() == 1 ? eq("participant", participants.getFirst()) : in("participant", participants);
        if (after == null) {
            return page(theirs, limit);
        }
        Date at = Date.from(after.occurredAt());
        List<Entry> page = page(and(theirs, eq("occurredAt", at), lt("id", after.id())), limit);
        if (page.size() < limit) {
            page.addAll(page(and(theirs, lt("occurredAt", at)), limit - page.size()));
        }
        return page;
    }

    private List<Entry> page(Bson filter, int limit) {
        List<Entry> entries = new ArrayList<>();
        for (Document each : databases
                .current()
                .getCollection(COLLECTION)
                .find(filter)
                .sort(ORDER)
                .limit(limit)) {
            entries.add(new Entry(
                    each.getString("_id"),
                    each.getString("participant"),
                    each.getDate("occurredAt").toInstant()));
        }
        return entries;
    }

    @Override
    public List<CaseNote.Signed> notes(List<Entry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        Map<String, CaseNote.Signed> byId = new HashMap<>();
        for (Document each : documents()
                .find(in("_id", entries.stream().map(Entry::note).toList()))
                .projection(new Document("body", 1))) {
            if (read(each) instanceof CaseNote.Signed signed) {
                byId.put(signed.id(), signed);
            }
        }
        return entries.stream()
                .map(Entry::note)
                .map(byId::get)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public long rebuild() {
        return madeAnew(databases.current(), notes);
    }

    static long madeAnew(MongoDatabase database, String notes) {
        long added = 0;
        for (Document each : database.getCollection(notes)
                .find()
                .projection(new Document("body", 1))
                .batchSize(200)) {
            if (read(each) instanceof CaseNote.Signed signed) {
                add(database, Timeline.entryOf(signed));
                added++;
            }
        }
        return added;
    }

    private static CaseNote read(Document document) {
        return Documents.read(document.get("body", Document.class), CaseNote.class);
    }

    private MongoCollection<Document> documents() {
        return databases.current().getCollection(notes);
    }
}
