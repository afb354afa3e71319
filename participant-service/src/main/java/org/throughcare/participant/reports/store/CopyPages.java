package org.throughcare.participant.reports.store;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
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
        List<String> ids = new ArrayList<>(PAGE);
        for (Document each : copies(aggregate)
                .find(filter)
                .projection(new Document("_id", 1))
                .batchSize(PAGE)) {
            ids.add(Objects.requireNonNull(each.getString("_id")));
            if (ids.size() == PAGE) {
                page.accept(List.copyOf(ids));
                ids.clear();
            }
        }
        if (!ids.isEmpty()) {
            page.accept(ids);
        }
    }

    /** @param read makes a row of a copy's id and snapshot */
    public <T, R> List<R> withIds(
            String aggregate, Class<T> snapshot, Collection<String> ids, BiFunction<String, T, R> read) {
        return ids.isEmpty() ? List.of() : all(aggregate, snapshot, in("_id", ids), read);
    }

    public <T, R> List<R> all(String aggregate, Class<T> snapshot, Bson filter, BiFunction<String, T, R> read) {
        List<R> rows = new ArrayList<>();
        for (Document each : copies(aggregate).find(filter).batchSize(PAGE)) {
            rows.add(read.apply(
                    Objects.requireNonNull(each.getString("_id")),
                    Documents.read(Objects.requireNonNull(each.get("snapshot", Document.class)), snapshot)));
        }
        return rows;
    }

    private MongoCollection<Document> copies(String aggregate) {
        return databases.current().getCollection(COPIES + aggregate);
    }
}
