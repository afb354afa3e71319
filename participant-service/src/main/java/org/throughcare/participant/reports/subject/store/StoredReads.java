package org.throughcare.participant.reports.subject.store;

import static com.mongodb.client.model.Filters.eq;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.throughcare.participant.reports.subject.ReadsOnRecord;
import org.throughcare.platform.tenancy.TenantDatabases;

/** The platform keeps the record of reads with an index on participant and time. */
@Component
final class StoredReads implements ReadsOnRecord {

    private final TenantDatabases databases;

    StoredReads(TenantDatabases databases) {
        this.databases = databases;
    }

    @Override
    public List<Read> of(String participant) {
        List<Read> reads = new ArrayList<>();
        for (Document each : databases
                .current()
                .getCollection("reads")
                .find(eq("participant", participant))
                .sort(new Document("at", 1))) {
            reads.add(new Read(
                    Objects.requireNonNull(each.getDate("at")).toInstant(),
                    Objects.requireNonNullElse(each.getString("who"), ""),
                    each.getString("name"),
                    each.getString("role"),
                    Objects.requireNonNullElse(each.getString("what"), ""),
                    Objects.requireNonNullElse(each.getString("outcome"), ""),
                    each.getString("reason")));
        }
        return reads;
    }
}
