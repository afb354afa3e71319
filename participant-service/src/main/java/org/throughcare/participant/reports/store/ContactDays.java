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
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.tenancy.TenantDatabases;

/**
 * The days on which a participant was in contact, {@code {_id: participant, days: […], ways: ["2026-03-09 IN_PERSON", …]}}. Sets, so
 * that the order and number of the messages that fill them do not matter.
 */
public final class ContactDays {

    private final TenantDatabases databases;

    ContactDays(TenantDatabases databases) {
        this.databases = databases;
    }

    void add(String participant, LocalDate day, @Nullable String method) {
        Document sets = new Document("days", day.toString());
        if (method != null) {
            sets.append("ways", day + " " + method);
        }
        documents()
                .updateOne(eq("_id", participant), new Document("$addToSet", sets), new UpdateOptions().upsert(true));
    }

    /** Days of contact by whatever method. */
    Map<String, NavigableSet<LocalDate>> of(Collection<String> participants) {
        Map<String, NavigableSet<LocalDate>> found = new HashMap<>();
        for (Document each : documents().find(in("_id", participants)).projection(new Document("days", 1))) {
            TreeSet<LocalDate> days = new TreeSet<>();
            texts(each, "days").forEach(day -> days.add(LocalDate.parse(day)));
            found.put(Objects.requireNonNull(each.getString("_id")), days);
        }
        return found;
    }

    /** Days of contact by one of these methods. */
    public Map<String, NavigableSet<LocalDate>> of(Collection<String> participants, Set<String> methods) {
        Map<String, NavigableSet<LocalDate>> found = new HashMap<>();
        for (Document each : documents().find(in("_id", participants)).projection(new Document("ways", 1))) {
            TreeSet<LocalDate> days = new TreeSet<>();
            for (String way : texts(each, "ways")) {
                int space = way.indexOf(' ');
                if (methods.contains(way.substring(space + 1))) {
                    days.add(LocalDate.parse(way.substring(0, space)));
                }
            }
            found.put(Objects.requireNonNull(each.getString("_id")), days);
        }
        return found;
    }

    private static List<String> texts(Document document, String field) {
        return Objects.requireNonNullElse(document.getList(field, String.class), List.<String>of());
    }

    private MongoCollection<Document> documents() {
        return databases.current().getCollection("report_contact_days");
    }
}
