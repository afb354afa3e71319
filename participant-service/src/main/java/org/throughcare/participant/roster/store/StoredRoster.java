package org.throughcare.participant.roster.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
 * source's revision and is only ever replaced by a newer one, so the sources may be heard in any order. An alias has its own, as
 * before the merge; what of it counts for the person is looked up when a page is made, so that an un-merge has nothing to undo.
 */
final class StoredRoster implements Roster, GranteeDatabasePreparation {

    private static final String COLLECTION = "roster";
    private static final String MERGED_INTO = "person.mergedInto";
    /** More than there are aliases that fit anything. */
    private static final int MANY = 10_000;

    private final TenantDatabases databases;

    StoredRoster(TenantDatabases databases) {
        this.databases = databases;
    }

    @Override
    public void prepare(MongoDatabase database, MongoDatabase journal) {
        MongoCollection<Document> roster = database.getCollection(COLLECTION);
        roster.createIndex(new Document("sites", 1).append("person.sortKey", 1));
        roster.createIndex(new Document("person.searchable", 1));
        roster.createIndex(new Document(MERGED_INTO, 1));
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
            Bson there = Filters.eq("custody.population", population.name());
            filters.add(Filters.or(
                    there, Filters.and(Filters.exists("custody", false), Filters.in("_id", survivorsOf(there)))));
        }
        String prefix = asked.beginsWith();
        if (prefix != null && !prefix.isEmpty()) {
            Bson named = Filters.regex("person.searchable", "^" + Pattern.quote(prefix));
            filters.add(Filters.or(named, Filters.in("_id", survivorsOf(named))));
        }
        String after = asked.after();
        if (after != null) {
            filters.add(Filters.gt("person.sortKey", opened(after)));
        }
        List<Document> found = roster().find(Filters.and(filters))
                .sort(Sorts.ascending("person.sortKey"))
                .limit(asked.limit() + 1)
                .into(new ArrayList<>());
        List<Document> shown = found.subList(0, Math.min(found.size(), asked.limit()));
        Map<String, List<Document>> merged = mergedInto(shown);
        List<Line> lines = shown.stream()
                .map(each -> line(each, merged.getOrDefault(each.getString("_id"), List.of())))
                .toList();
        String last = found.size() > shown.size() && !shown.isEmpty()
                ? part(shown.getLast(), "person").getString("sortKey")
                : null;
        return new Page(lines, last == null ? null : sealed(last));
    }

    /** Those for whom an alias fits. */
    private List<String> survivorsOf(Bson fitting) {
        List<String> survivors = new ArrayList<>();
        for (Document each : roster().find(Filters.and(Filters.gt(MERGED_INTO, ""), fitting))
                .projection(new Document(MERGED_INTO, 1))
                .limit(MANY)) {
            survivors.add(part(each, "person").getString("mergedInto"));
        }
        return survivors;
    }

    /** The aliases of these, who say themselves whether they are. */
    private Map<String, List<Document>> mergedInto(List<Document> survivors) {
        List<String> ids = survivors.stream()
                .filter(each -> !aliases(each).isEmpty())
                .map(each -> each.getString("_id"))
                .toList();
        Map<String, List<Document>> merged = new HashMap<>();
        if (!ids.isEmpty()) {
            for (Document each : roster().find(Filters.in(MERGED_INTO, ids)).sort(Sorts.ascending("_id"))) {
                merged.computeIfAbsent(part(each, "person").getString("mergedInto"), id -> new ArrayList<>())
                        .add(each);
            }
        }
        return merged;
    }

    private static List<String> aliases(Document document) {
        List<String> aliases = part(document, "person").getList("aliases", String.class);
        return aliases == null ? List.of() : aliases;
    }

    private static Line line(Document document, List<Document> merged) {
        Document person = part(document, "person");
        List<Document> all = Stream.concat(Stream.of(document), merged.stream()).toList();
        Document custody = first(all, "custody", part -> true);
        Document open = first(all, "case", part -> part.getBoolean("open", true));
        String primary = open.getString("primary");
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
                primary == null ? first(all, "case", part -> true).getString("primary") : primary);
    }

    private static Document first(List<Document> all, String name, Predicate<Document> fits) {
        return all.stream()
                .map(each -> part(each, name))
                .filter(part -> !part.isEmpty() && fits.test(part))
                .findFirst()
                .orElseGet(Document::new);
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
