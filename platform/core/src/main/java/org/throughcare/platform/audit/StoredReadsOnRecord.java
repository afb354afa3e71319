package org.throughcare.platform.audit;

import static com.mongodb.client.model.Filters.in;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.throughcare.platform.subject.Held;
import org.throughcare.platform.tenancy.TenantDatabases;

/** By the index on participant and time. */
final class StoredReadsOnRecord implements ReadsOnRecord {

    /** A case that ten people open ten times a day has fewer in a year. */
    private static final int MOST = 40_000;

    private static final Document LATEST_FIRST = new Document("at", -1).append("_id", -1);

    private final TenantDatabases databases;
    private final int most;

    StoredReadsOnRecord(TenantDatabases databases) {
        this(databases, MOST);
    }

    StoredReadsOnRecord(TenantDatabases databases, int most) {
        this.databases = databases;
        this.most = most;
    }

    @Override
    public Held<Read> of(Collection<String> participants) {
        List<Read> reads = new ArrayList<>();
        for (Document each : databases
                .current()
                .getCollection(StoredReadAudit.COLLECTION)
                .find(in("participant", participants))
                .sort(LATEST_FIRST)
                .limit(most + 1)) {
            reads.add(read(each));
        }
        Held<Read> latest = Held.upTo(most, reads);
        return new Held<>(latest.items().reversed(), latest.all());
    }

    private static Read read(Document kept) {
        return new Read(
                Objects.requireNonNull(kept.getDate("at")).toInstant(),
                Objects.requireNonNullElse(kept.getString("who"), ""),
                kept.getString("name"),
                kept.getString("role"),
                Objects.requireNonNullElse(kept.getString("what"), ""),
                Objects.requireNonNullElse(kept.getString("outcome"), ""),
                kept.getString("reason"));
    }
}
