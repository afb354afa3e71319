package org.throughcare.participant.reports.store;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoDatabase;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.throughcare.platform.json.Documents;
import org.throughcare.platform.tenancy.GranteeDatabasePreparation;
import org.throughcare.platform.tenancy.TenantDatabases;

/**
 * Copies of this service's own announcements, by page. The platform's look-up knows equality of one field and answers with a list;
 * reports ask for ranges of days and go through more people than fit into memory, so they have indexes of their own and a cursor.
 */
public final class CopyPages implements GranteeDatabasePreparation {

    /** People in a page: some megabytes of copies at most, and few enough ids for one look-up. */
    public static final int PAGE = 500;

    private static final String COPIES = "copies_participant_";

    private final TenantDatabases databases;

    CopyPages(TenantDatabases databases) {
        this.databases = databases;
    }

    /** Most of them after the site, which reports ask for. */
    @Override
    public void prepare(MongoDatabase database, MongoDatabase journal) {
        index(database, "enrolment", "site", "state");
        index(database, "enrolment", "site", "exitProjectedOn");
        index(database, "enrolment", "site", "followUps.dueOn");
        index(database, "custody", "site", "projectedRelease");
        index(database, "case", "site", "handover.state", "handover.dueOn");
        index(database, "plan", "site", "reviewDueOn");
        index(database, "consent", "state", "expiresOn");
        index(database, "participant", "mergedInto");
        index(database, "household", "members.participant");
        index(database, "household", "members.resident");
    }

    private static void index(MongoDatabase database, String aggregate, String... paths) {
        Document keys = new Document();
        for (String each : paths) {
            keys.append("snapshot." + each, 1);
        }
        database.getCollection(COPIES + aggregate).createIndex(keys);
    }

    /** Hands over the ids of those that match, page by page, while the store still looks for the next. */
    void ids(String aggregate, Bson filter, Consumer<List<String>> page) {
        inPages(found(aggregate, filter, new Document("_id", 1)), CopyPages::id, page);
    }

    /** As {@link #all}, page by page, while the store still looks for the next. */
    <T extends Record, R> void pages(
            String aggregate, Class<T> snapshot, Bson filter, BiFunction<String, T, R> read, Consumer<List<R>> page) {
        inPages(
                found(aggregate, filter, fields(snapshot)),
                each -> read.apply(id(each), snapshot(each, snapshot)),
                page);
    }

    private static <R> void inPages(Iterable<Document> found, Function<Document, R> read, Consumer<List<R>> page) {
        List<R> rows = new ArrayList<>(PAGE);
        for (Document each : found) {
            rows.add(read.apply(each));
            if (rows.size() == PAGE) {
                page.accept(List.copyOf(rows));
                rows.clear();
            }
        }
        if (!rows.isEmpty()) {
            page.accept(rows);
        }
    }

    /** @param read makes a row of a copy's id and snapshot */
    public <T extends Record, R> List<R> withIds(
            String aggregate, Class<T> snapshot, Collection<String> ids, BiFunction<String, T, R> read) {
        return ids.isEmpty() ? List.of() : all(aggregate, snapshot, in("_id", ids), read);
    }

    /** @param snapshot names the fields that are read; a copy's others stay in the store */
    public <T extends Record, R> List<R> all(
            String aggregate, Class<T> snapshot, Bson filter, BiFunction<String, T, R> read) {
        List<R> rows = new ArrayList<>();
        for (Document each : found(aggregate, filter, fields(snapshot))) {
            rows.add(read.apply(id(each), snapshot(each, snapshot)));
        }
        return rows;
    }

    private Iterable<Document> found(String aggregate, Bson filter, Document fields) {
        return databases
                .current()
                .getCollection(COPIES + aggregate)
                .find(filter)
                .projection(fields)
                .batchSize(PAGE);
    }

    private static String id(Document copy) {
        return Objects.requireNonNull(copy.getString("_id"));
    }

    private static <T> T snapshot(Document copy, Class<T> type) {
        return Documents.read(Objects.requireNonNull(copy.get("snapshot", Document.class)), type);
    }

    private static Document fields(Class<? extends Record> snapshot) {
        Document fields = new Document();
        for (RecordComponent each : snapshot.getRecordComponents()) {
            fields.append("snapshot." + each.getName(), 1);
        }
        return fields;
    }
}
