package org.throughcare.participant.intake.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
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

    private final TenantDatabases databases;

    StoredIntakeQueue(TenantDatabases databases) {
        this.databases = databases;
    }

    @Override
    public void prepare(MongoDatabase database, MongoDatabase journal) {
        database.getCollection(COLLECTION).createIndex(new Document("person.site", 1).append(KEY, 1));
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
        List<Bson> filters = new ArrayList<>(List.of(
                Filters.eq("person.site", site.toString()),
                Filters.eq("person.active", true),
                Filters.ne("custody.died", true),
                Filters.ne("case.open", false),
                waiting(waitingFor)));
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
            lines.add(line(each));
            last = part(each, "person").getString("key");
        }
        return new Page(lines, null);
    }

    private static Bson waiting(@Nullable Waiting what) {
        Bson noCase = Filters.exists("case", false);
        Bson undecided = Filters.ne("enrolment.decided", true);
        return switch (what) {
            case CASE -> noCase;
            case ENROLMENT -> undecided;
            case null -> Filters.or(noCase, undecided);
        };
    }

    private static Line line(Document document) {
        Document person = part(document, "person");
        List<Waiting> waitingFor = new ArrayList<>();
        if (!document.containsKey("case")) {
            waitingFor.add(Waiting.CASE);
        }
        if (!part(document, "enrolment").getBoolean("decided", false)) {
            waitingFor.add(Waiting.ENROLMENT);
        }
        return new Line(
                UUID.fromString(text(document, "_id")),
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
