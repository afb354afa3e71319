package org.throughcare.participant.reports.hud.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.tenancy.TenantDatabases;

/**
 * Since when a participant has a plan, and when they were assessed: {@code {_id: participant, planSince, assessedOn: […]}}. The earliest
 * day and a set of days, so that the order and number of the messages that fill them do not matter.
 */
final class CareDays {

    /** Of one participant. */
    record Days(@Nullable LocalDate planSince, NavigableSet<LocalDate> assessedOn) {}

    private final TenantDatabases databases;

    CareDays(TenantDatabases databases) {
        this.databases = databases;
    }

    void planned(String participant, LocalDate day) {
        put(participant, new Document("$min", new Document("planSince", day.toString())));
    }

    void assessed(String participant, LocalDate day) {
        put(participant, new Document("$addToSet", new Document("assessedOn", day.toString())));
    }

    private void put(String participant, Document update) {
        documents().updateOne(eq("_id", participant), update, new UpdateOptions().upsert(true));
    }

    Map<String, Days> of(Collection<String> participants) {
        Map<String, Days> found = new HashMap<>();
        for (Document each : documents().find(in("_id", participants))) {
            TreeSet<LocalDate> assessed = new TreeSet<>();
            Objects.requireNonNullElse(each.getList("assessedOn", String.class), List.<String>of())
                    .forEach(day -> assessed.add(LocalDate.parse(day)));
            String since = each.getString("planSince");
            found.put(
                    Objects.requireNonNull(each.getString("_id")),
                    new Days(since == null ? null : LocalDate.parse(since), assessed));
        }
        return found;
    }

    private MongoCollection<Document> documents() {
        return databases.current().getCollection("report_care_days");
    }
}
