package org.throughcare.participant.reports.store;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.not;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.throughcare.participant.reports.PreparedPerformance;
import org.throughcare.participant.reports.SitePerformance;
import org.throughcare.platform.json.Documents;
import org.throughcare.platform.store.GuardedUpsert;
import org.throughcare.platform.tenancy.TenantDatabases;

/**
 * {@code {_id: site, busyUntil, tookMillis, performance}}. Can be thrown away: it is counted anew. A site that was taken on for the
 * first time has no performance yet.
 */
final class StoredPerformance implements PreparedPerformance {

    private final TenantDatabases databases;

    StoredPerformance(TenantDatabases databases) {
        this.databases = databases;
    }

    @Override
    public List<Kept> of(Collection<String> sites) {
        List<Kept> kept = new ArrayList<>();
        for (Document each : documents().find(in("_id", sites))) {
            Document performance = each.get("performance", Document.class);
            if (performance != null) {
                kept.add(new Kept(
                        Documents.read(performance, SitePerformance.class),
                        Duration.ofMillis(Objects.requireNonNull(each.getLong("tookMillis")))));
            }
        }
        return kept;
    }

    @Override
    public void keep(Kept counted) {
        GuardedUpsert.put(
                documents(),
                counted.performance().site(),
                new Document(),
                new Document(
                                "$set",
                                new Document("performance", Documents.of(counted.performance()))
                                        .append("tookMillis", counted.took().toMillis()))
                        .append("$unset", new Document("busyUntil", 1)));
    }

    @Override
    public boolean takeOn(String site, Instant now, Instant until) {
        return GuardedUpsert.put(
                documents(),
                site,
                not(gt("busyUntil", Date.from(now))),
                new Document("$set", new Document("busyUntil", Date.from(until))));
    }

    private MongoCollection<Document> documents() {
        return databases.current().getCollection("report_performance");
    }
}
