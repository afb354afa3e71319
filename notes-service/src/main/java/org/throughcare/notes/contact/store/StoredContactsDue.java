package org.throughcare.notes.contact.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.throughcare.notes.contact.ContactsDue;
import org.throughcare.platform.store.GuardedUpsert;
import org.throughcare.platform.store.Reaction;
import org.throughcare.platform.tenancy.TenantDatabases;

/**
 * One document per participant. {@code version}, of the ledger's part, is year and revision of the ledger: a later year's comes before
 * any of a former one; {@code caseRevision} is that of the case's part.
 */
final class StoredContactsDue implements ContactsDue {

    static final String COLLECTION = "contactsDue";
    private static final long REVISIONS_OF_A_YEAR = 1_000_000_000L;

    private final TenantDatabases databases;

    StoredContactsDue(TenantDatabases databases) {
        this.databases = databases;
    }

    static void prepare(MongoDatabase database) {
        MongoCollection<Document> rows = database.getCollection(COLLECTION);
        rows.createIndex(new Document("worker", 1).append("nextDueOn", 1));
        rows.createIndex(new Document("site", 1).append("nextDueOn", 1));
        rows.createIndex(new Document("nextDueOn", 1));
    }

    @Override
    public void put(Row row) {
        long version = row.year() * REVISIONS_OF_A_YEAR + row.revision();
        Document set = new Document("version", version)
                .append("zone", row.zone())
                .append("year", row.year())
                .append("revision", row.revision());
        Document unset = new Document();
        value("lastContactOn", row.lastContactOn(), set, unset);
        value("lastAttemptOn", row.lastAttemptOn(), set, unset);
        value("nextDueOn", row.nextDueOn(), set, unset);
        Document first = new Document("caseRevision", 0L);
        if (row.site() != null) {
            first.append("site", row.site());
        }
        upsert(row.participant(), lte("version", version), set, unset, first);
    }

    @Override
    public void assign(
            String participant, String caseOf, @Nullable String worker, @Nullable String site, long revision) {
        Document set = new Document("caseRevision", revision).append("caseOf", caseOf);
        Document unset = new Document();
        value("worker", worker, set, unset);
        value("site", site, set, unset);
        Bson another = and(exists("caseOf"), ne("caseOf", caseOf));
        Reaction.wrote();
        upsert(participant, or(another, lte("caseRevision", revision)), set, unset, new Document("version", 0L));
    }

    @Override
    public void ownCaseAlone(String participant) {
        Reaction.wrote();
        rows().updateOne(
                        and(eq("_id", participant), exists("caseOf"), ne("caseOf", participant)),
                        new Document("$set", new Document("caseRevision", 0L))
                                .append("$unset", new Document("caseOf", "").append("worker", "")));
    }

    /** Ledger and case each write their own part under their own guard, whichever is heard of first. */
    private void upsert(String participant, Bson newer, Document set, Document unset, Document first) {
        Document update = new Document("$set", set).append("$setOnInsert", first);
        if (!unset.isEmpty()) {
            update.append("$unset", unset);
        }
        GuardedUpsert.put(rows(), participant, newer, update);
    }

    @Override
    public List<Row> due(@Nullable String worker, @Nullable String site, LocalDate until, int limit) {
        List<Bson> filters = new ArrayList<>();
        if (worker != null) {
            filters.add(eq("worker", worker));
        }
        if (site != null) {
            filters.add(eq("site", site));
        }
        filters.add(gt("nextDueOn", ""));
        filters.add(lte("nextDueOn", until.toString()));
        List<Row> due = new ArrayList<>();
        for (Document each :
                rows().find(and(filters)).sort(new Document("nextDueOn", 1)).limit(limit)) {
            due.add(new Row(
                    each.getString("_id"),
                    each.getString("site"),
                    each.getString("worker"),
                    each.getString("zone"),
                    each.getInteger("year", 0),
                    date(each, "lastContactOn"),
                    date(each, "lastAttemptOn"),
                    date(each, "nextDueOn"),
                    each.getLong("revision")));
        }
        return due;
    }

    private static @Nullable LocalDate date(Document from, String name) {
        String text = from.getString(name);
        return text == null ? null : LocalDate.parse(text);
    }

    private static void value(String name, @Nullable Object value, Document set, Document unset) {
        if (value == null) {
            unset.append(name, "");
        } else {
            set.append(name, value.toString());
        }
    }

    private MongoCollection<Document> rows() {
        return databases.current().getCollection(COLLECTION);
    }
}
