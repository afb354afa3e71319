package org.throughcare.participant.intake.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.identity.PriorityGround;
import org.throughcare.participant.intake.IntakeQueue;
import org.throughcare.platform.store.GuardedUpsert;
import org.throughcare.platform.tenancy.GranteeDatabasePreparation;
import org.throughcare.platform.tenancy.TenantDatabases;

/**
 * One document for each participant with a part for each source, {@code {_id, person, case, enrolment, custody}}. Each part has
 * its source's revision and is only ever replaced by a newer one, so the sources may be heard in any order.
 */
final class StoredIntakeQueue implements IntakeQueue, GranteeDatabasePreparation {

    private static final String COLLECTION = "intake_queue";
    private static final String KEY = "person.key";
    private static final String MERGED_INTO = "person.mergedInto";
    /** More than there are aliases. */
    private static final int MANY = 10_000;

    /** Who has what under an alias, and so does not wait for it. */
    private record UnderAliases(Set<String> open, Set<String> decided, Set<String> died) {}

    private final TenantDatabases databases;

    StoredIntakeQueue(TenantDatabases databases) {
        this.databases = databases;
    }

    @Override
    public void prepare(MongoDatabase database, MongoDatabase journal) {
        MongoCollection<Document> queue = database.getCollection(COLLECTION);
        queue.createIndex(new Document("person.site", 1).append(KEY, 1));
        queue.createIndex(new Document(MERGED_INTO, 1));
    }

    /** Takes a part unless a newer one is held. */
    void take(String participant, String part, long revision, Document content) {
        GuardedUpsert.put(
                queue(),
                participant,
                Filters.or(Filters.exists(part, false), Filters.lt(part + ".revision", revision)),
                new Document("$set", new Document(part, content.append("revision", revision))));
    }

    @Override
    public Page at(UUID site, @Nullable Waiting waitingFor, int limit, @Nullable String after) {
        UnderAliases others = underAliases();
        List<Bson> filters = new ArrayList<>(List.of(
                Filters.eq("person.site", site.toString()),
                Filters.eq("person.active", true),
                Filters.ne("custody.died", true),
                Filters.nin("_id", others.died()),
                Filters.ne("case.open", false),
                waiting(waitingFor, others)));
        if (after != null) {
            filters.add(Filters.gt(KEY, opened(after)));
        }
        List<Line> lines = new ArrayList<>();
        @Nullable String last = null;
        for (Document each :
                queue().find(Filters.and(filters)).sort(Sorts.ascending(KEY)).limit(limit + 1)) {
            if (lines.size() == limit) {
                return new Page(lines, last == null ? null : sealed(last));
            }
            lines.add(line(each, others));
            last = part(each, "person").getString("key");
        }
        return new Page(lines, null);
    }

    private UnderAliases underAliases() {
        UnderAliases others = new UnderAliases(new HashSet<>(), new HashSet<>(), new HashSet<>());
        for (Document each : queue().find(Filters.gt(MERGED_INTO, ""))
                .sort(Sorts.ascending("_id"))
                .limit(MANY)) {
            String survivor = text(part(each, "person"), "mergedInto");
            if (part(each, "case").getBoolean("open", false)) {
                others.open().add(survivor);
            }
            if (part(each, "enrolment").getBoolean("decided", false)) {
                others.decided().add(survivor);
            }
            if (part(each, "custody").getBoolean("died", false)) {
                others.died().add(survivor);
            }
        }
        return others;
    }

    private static Bson waiting(@Nullable Waiting what, UnderAliases others) {
        Bson noCase = Filters.and(Filters.exists("case", false), Filters.nin("_id", others.open()));
        Bson undecided = Filters.and(Filters.ne("enrolment.decided", true), Filters.nin("_id", others.decided()));
        return switch (what) {
            case CASE -> noCase;
            case ENROLMENT -> undecided;
            case null -> Filters.or(noCase, undecided);
        };
    }

    private static Line line(Document document, UnderAliases others) {
        String id = text(document, "_id");
        Document person = part(document, "person");
        List<Waiting> waitingFor = new ArrayList<>();
        if (!document.containsKey("case") && !others.open().contains(id)) {
            waitingFor.add(Waiting.CASE);
        }
        if (!part(document, "enrolment").getBoolean("decided", false)
                && !others.decided().contains(id)) {
            waitingFor.add(Waiting.ENROLMENT);
        }
        return new Line(
                UUID.fromString(id),
                text(person, "caseNumber"),
                text(person, "givenName"),
                text(person, "familyName"),
                Objects.requireNonNull(person.getList("priority", String.class)).stream()
                        .map(PriorityGround::valueOf)
                        .toList(),
                LocalDate.parse(text(person, "takenInOn")),
                waitingFor,
                text(person, "because"));
    }

    private static String text(Document document, String name) {
        return Objects.requireNonNull(document.getString(name));
    }

    private static Document part(Document document, String name) {
        Document part = document.get(name, Document.class);
        return part == null ? new Document() : part;
    }

    private static String sealed(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String opened(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }

    private MongoCollection<Document> queue() {
        return databases.current().getCollection(COLLECTION);
    }
}
