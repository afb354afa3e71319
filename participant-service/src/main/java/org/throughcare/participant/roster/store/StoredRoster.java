package org.throughcare.participant.roster.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.custody.Population;
import org.throughcare.participant.roster.Roster;
import org.throughcare.platform.store.GuardedUpsert;
import org.throughcare.platform.tenancy.GranteeDatabasePreparation;
import org.throughcare.platform.tenancy.TenantDatabases;

/**
 * One document per participant with a part for each source, {@code {_id, sortKey, person, custody, case}}. Each part has its
 * source's revision and is only ever replaced by a newer one, so the sources may be heard in any order.
 */
final class StoredRoster implements Roster, GranteeDatabasePreparation {

    private static final String COLLECTION = "roster";

    private final TenantDatabases databases;

    StoredRoster(TenantDatabases databases) {
        this.databases = databases;
    }

    @Override
    public void prepare(MongoDatabase database, MongoDatabase journal) {
        MongoCollection<Document> roster = database.getCollection(COLLECTION);
        roster.createIndex(new Document("sites", 1).append("person.sortKey", 1));
        roster.createIndex(new Document("person.searchable", 1));
    }

    /** Takes a part unless a newer one is held. */
    void take(String participant, String part, long revision, Document content, List<String> sites) {
        Document update = new Document("$set", new Document(part, content.append("revision", revision)));
        if (!sites.isEmpty()) {
            update.append("$addToSet", new Document("sites", new Document("$each", sites)));
        }
        GuardedUpsert.put(
                roster(),
                participant,
                Filters.or(Filters.exists(part, false), Filters.lt(part + ".revision", revision)),
                update);
    }

    @Override
    public Page page(Asked asked) {
        List<Bson> filters = new ArrayList<>();
        filters.add(Filters.eq("person.active", true));
        if (!asked.sites().isEmpty()) {
            filters.add(Filters.in("sites", asked.sites()));
        }
        Population population = asked.population();
        if (population != null) {
            filters.add(Filters.eq("custody.population", population.name()));
        }
        String prefix = asked.beginsWith();
        if (prefix != null && !prefix.isEmpty()) {
            filters.add(Filters.regex("person.searchable", "^" + Pattern.quote(prefix)));
        }
        String after = asked.after();
        if (after != null) {
            filters.add(Filters.gt("person.sortKey", opened(after)));
        }
        List<Line> lines = new ArrayList<>();
        @Nullable String last = null;
        boolean more = false;
        for (Document each : roster().find(Filters.and(filters))
                .sort(Sorts.ascending("person.sortKey"))
                .limit(asked.limit() + 1)) {
            if (lines.size() == asked.limit()) {
                more = true;
                break;
            }
            lines.add(line(each));
            last = part(each, "person").getString("sortKey");
        }
        return new Page(lines, more && last != null ? sealed(last) : null);
    }

    private static Line line(Document document) {
        Document person = part(document, "person");
        Document custody = part(document, "custody");
        String population = custody.getString("population");
        return new Line(
                document.getString("_id"),
                person.getString("caseNumber"),
                person.getString("givenName"),
                person.getString("familyName"),
                person.getString("preferredName"),
                person.getBoolean("priorityOfService", false),
                person.getString("site"),
                population == null ? null : Population.valueOf(population),
                date(custody.getString("projectedRelease")),
                date(custody.getString("releasedOn")),
                part(document, "case").getString("primary"));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Document part(Document document, String name) {
        Document part = document.get(name, Document.class);
        return part == null ? new Document() : part;
    }

    private static String sealed(String sortKey) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sortKey.getBytes(StandardCharsets.UTF_8));
    }

    private static String opened(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }

    private MongoCollection<Document> roster() {
        return databases.current().getCollection(COLLECTION);
    }
}
