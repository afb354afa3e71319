package org.throughcare.participant.reports.store;

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
import org.throughcare.platform.tenancy.TenantDatabases;

/**
 * The days on which a participant was in contact: {@code {_id: participant, days: […]}}. A set, so that the order and number of
 * the messages that fill it do not matter.
 */
final class ContactDays {

    private final TenantDatabases databases;

    ContactDays(TenantDatabases databases) {
        this.databases = databases;
    }

    void add(String participant, LocalDate day) {
        documents()
                .updateOne(
                        eq("_id", participant),
                        new Document("$addToSet", new Document("days", day.toString())),
                        new UpdateOptions().upsert(true));
    }

    Map<String, NavigableSet<LocalDate>> of(Collection<String> participants) {
        Map<String, NavigableSet<LocalDate>> found = new HashMap<>();
        for (Document each : documents().find(in("_id", participants))) {
            TreeSet<LocalDate> days = new TreeSet<>();
            Objects.requireNonNullElse(each.getList("days", String.class), List.<String>of())
                    .forEach(day -> days.add(LocalDate.parse(day)));
            found.put(Objects.requireNonNull(each.getString("_id")), days);
        }
        return found;
    }

    private MongoCollection<Document> documents() {
        return databases.current().getCollection("report_contact_days");
    }
}
