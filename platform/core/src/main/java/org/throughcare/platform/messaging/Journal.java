package org.throughcare.platform.messaging;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.throughcare.platform.store.Pending;
import org.throughcare.platform.store.StoreFaults;
import org.throughcare.platform.tenancy.TenantDatabases;

/**
 * The append-only record of every accepted command: one entry per revision, by event id, so that writing it again changes
 * nothing. Audit of change, and what closes the gap after a restore.
 */
public final class Journal {

    private final TenantDatabases databases;

    Journal(TenantDatabases databases) {
        this.databases = databases;
    }

    /**
     * Writes entries of the grantee in scope; those that are there already are passed over.
     *
     * @return those that were not there
     */
    List<Pending> write(List<Pending> batch) {
        List<Document> entries = batch.stream().map(Journal::entry).toList();
        List<Pending> written = new ArrayList<>(batch);
        try {
            databases.journal().getCollection("journal").insertMany(entries, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException some) {
            for (BulkWriteError error : some.getWriteErrors()) {
                if (error.getCode() != StoreFaults.DUPLICATE_KEY) {
                    throw some;
                }
                written.remove(batch.get(error.getIndex()));
            }
        }
        return written;
    }

    /** The journal's document of an outbox entry. */
    public static Document entry(Pending pending) {
        Document entry = new Document(pending.entry());
        entry.remove("eventId");
        return new Document("_id", pending.eventId())
                .append("journaledAt", new Date())
                .append("entry", entry)
                .append("aggregateId", pending.aggregateId())
                .append("revision", pending.entry().get("revision"))
                .append("participant", pending.entry().get("participant"))
                .append("at", pending.entry().get("at"));
    }
}
