package org.throughcare.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDocumentStoreTest {
    private static EmbeddedDocumentStore store;
    private static MongoClient client;
    private MongoCollection<Document> cases;

    @BeforeAll
    static void start() {
        store = EmbeddedDocumentStore.inMemory();
        client = MongoClients.create(store.connectionString() + "&uuidRepresentation=standard");
    }

    @AfterAll
    static void stop() {
        client.close();
        store.close();
    }

    @BeforeEach
    void emptyCollection() {
        cases = client.getDatabase("g1").getCollection("case-" + UUID.randomUUID());
    }

    private static Document doc(String json) {
        return Document.parse(json);
    }

    @Test
    void aGuardedCommandChangesStateEventAndMarkInOneWrite() {
        cases.insertOne(
                doc("{_id: 'a', revision: 1, body: {x: 1, old: true, deep: {y: 1}}, handled: ['m0'], outbox: []}"));
        Document command = doc("{$set: {'body.x': 2, 'body.deep.z': [1, 2], revision: 2}, $unset: {'body.old': 1},"
                + "$push: {outbox: {eventId: 'e1', at: 5}, handled: {$each: ['m1', 'm2'], $slice: -2}}}");
        UpdateResult done = cases.updateOne(and(eq("_id", "a"), eq("revision", 1)), command);
        assertThat(done.getModifiedCount()).isOne();
        assertThat(cases.updateOne(and(eq("_id", "a"), eq("revision", 1)), command)
                        .getMatchedCount())
                .isZero();
        assertThat(cases.find(eq("_id", "a")).first())
                .isEqualTo(doc("{_id: 'a', revision: 2, body: {x: 2, deep: {y: 1, z: [1, 2]}},"
                        + "handled: ['m1', 'm2'], outbox: [{eventId: 'e1', at: 5}]}"));
        assertThat(cases.updateOne(eq("_id", "a"), doc("{$pull: {outbox: {eventId: {$in: ['e1', 'e9']}}}}"))
                        .getModifiedCount())
                .isOne();
        assertThat(cases.find(eq("_id", "a")).first().getList("outbox", Document.class))
                .isEmpty();
    }

    @Test
    void aCopyIsReplacedOnlyByANewerRevision() {
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        Bson seven = doc("{$set: {revision: 7, snapshot: {a: 1}}}");
        assertThat(cases.updateOne(and(eq("_id", "p"), lt("revision", 7)), seven, upsert)
                        .getUpsertedId()
                        .asString()
                        .getValue())
                .isEqualTo("p");
        assertThatThrownBy(() -> cases.updateOne(and(eq("_id", "p"), lt("revision", 7)), seven, upsert))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        e -> assertThat(e.getError().getCode()).isEqualTo(11000));
        assertThat(cases.updateOne(and(eq("_id", "p"), lt("revision", 8)), doc("{$set: {revision: 8}}"), upsert)
                        .getModifiedCount())
                .isOne();
    }

    @Test
    void countsWhatAnUnorderedInsertTookAndStopsAnOrderedBulkAtItsFirstFailure() {
        cases.insertOne(doc("{_id: 2}"));
        assertThatThrownBy(() -> cases.insertMany(
                        List.of(doc("{_id: 1}"), doc("{_id: 2}"), doc("{_id: 3}")),
                        new InsertManyOptions().ordered(false)))
                .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                    assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(2);
                    assertThat(e.getWriteErrors().getFirst().getIndex()).isOne();
                });
        assertThat(cases.countDocuments()).isEqualTo(3);
        cases.createIndex(doc("{u: 1}"), new IndexOptions().unique(true).sparse(true));
        cases.updateOne(eq("_id", 1), Updates.set("u", "taken"));
        List<UpdateOneModel<Document>> writes = List.of(
                new UpdateOneModel<>(eq("_id", 2), Updates.set("u", "taken")),
                new UpdateOneModel<>(eq("_id", 3), Updates.set("u", "free")));
        assertThatThrownBy(() -> cases.bulkWrite(writes)).isInstanceOf(MongoBulkWriteException.class);
        assertThat(cases.find(eq("_id", 3)).first().get("u")).isNull();
        assertThatThrownBy(() -> cases.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e -> assertThat(e.getWriteResult().getModifiedCount()).isOne());
        assertThat(cases.find(eq("_id", 3)).first().get("u")).isEqualTo("free");
    }

    @Test
    void aPartialUniqueIndexBindsOnlyTheDocumentsItNames() {
        cases.createIndex(
                doc("{key: 1}"), new IndexOptions().unique(true).partialFilterExpression(doc("{active: true}")));
        cases.insertOne(doc("{_id: 1, key: 'k', active: false}"));
        cases.insertOne(doc("{_id: 2, key: 'k', active: true}"));
        assertThatThrownBy(() -> cases.insertOne(doc("{_id: 3, key: 'k', active: true}")))
                .isInstanceOf(MongoWriteException.class);
        assertThatThrownBy(() -> cases.updateOne(eq("_id", 1), Updates.set("active", true)))
                .isInstanceOf(MongoWriteException.class);
        cases.updateOne(eq("_id", 2), Updates.set("active", false));
        cases.updateOne(eq("_id", 1), Updates.set("active", true));
        assertThat(cases.find(doc("{key: 'k'}")).into(new ArrayList<>())).hasSize(2);
    }

    @Test
    void aTimeToLiveIndexRemovesWhatExpired() {
        cases.createIndex(doc("{at: 1}"), new IndexOptions().expireAfter(60L, TimeUnit.SECONDS));
        cases.insertOne(new Document("_id", 1).append("at", new Date()));
        cases.insertOne(
                new Document("_id", 2).append("at", Date.from(Instant.now().minusSeconds(61))));
        cases.insertOne(new Document("_id", 3));
        store.expire();
        assertThat(cases.distinct("_id", Integer.class).into(new ArrayList<>())).containsExactly(1, 3);
    }

    @Test
    void anOptimisticIncrementByManyLosesNothing() throws Exception {
        cases.insertOne(doc("{_id: 'n', revision: 0, a: 0, b: 0}"));
        AtomicInteger torn = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                writers.add(threads.submit(() -> {
                    for (int done = 0; done < 50; ) {
                        Document seen = cases.find(eq("_id", "n")).first();
                        torn.addAndGet(seen.getInteger("a").equals(seen.getInteger("b")) ? 0 : 1);
                        int revision = seen.getInteger("revision");
                        Document set = new Document("revision", revision + 1)
                                .append("a", revision + 1)
                                .append("b", revision + 1);
                        done += (int) cases.updateOne(
                                        and(eq("_id", "n"), eq("revision", revision)), new Document("$set", set))
                                .getModifiedCount();
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        assertThat(cases.find().first().getInteger("revision")).isEqualTo(400);
        assertThat(torn).hasValue(0);
    }

    @Test
    void findAndModifyTakesTheFirstInOrder() {
        cases.insertMany(List.of(doc("{_id: 1, at: 30}"), doc("{_id: 2, at: 10}"), doc("{_id: 3, at: 20}")));
        Document taken = cases.findOneAndUpdate(
                doc("{taken: {$exists: false}}"),
                Updates.set("taken", true),
                new FindOneAndUpdateOptions().sort(doc("{at: 1}")).returnDocument(ReturnDocument.AFTER));
        assertThat(taken).isEqualTo(doc("{_id: 2, at: 10, taken: true}"));
        assertThat(cases.findOneAndDelete(eq("_id", 2))).isNotNull();
        assertThat(cases.findOneAndUpdate(
                        eq("_id", 9), Updates.set("x", 1), new FindOneAndUpdateOptions().upsert(true)))
                .isNull();
        assertThat(cases.countDocuments()).isEqualTo(3);
    }

    @Test
    void databasesAreKeptApartEvenWhenOneNameBeginsWithTheOther() {
        for (String name : List.of("t1", "t10", "t100")) {
            MongoDatabase database = client.getDatabase(name);
            database.getCollection("c").insertOne(doc("{_id: 1}"));
            database.getCollection("c").createIndex(doc("{x: 1}"), new IndexOptions().unique(true));
        }
        client.getDatabase("t1").drop();
        assertThat(client.getDatabase("t1").getCollection("c").countDocuments()).isZero();
        assertThat(client.getDatabase("t10").getCollection("c").countDocuments())
                .isOne();
        assertThat(client.listDatabaseNames().into(new ArrayList<>())).contains("t10", "t100");
        client.getDatabase("t1").getCollection("c").insertOne(doc("{_id: 1}"));
        assertThat(client.getDatabase("t1").getCollection("c").countDocuments()).isOne();
    }

    @Test
    void answersHelloAndPing() {
        assertThat(client.getDatabase("admin").runCommand(doc("{hello: 1}")).get("isWritablePrimary"))
                .isEqualTo(true);
        assertThat(client.getDatabase("admin").runCommand(doc("{ping: 1}")).get("ok"))
                .isNotNull();
    }

    @Test
    void aPipelineThatWritesIntoNestedFieldsLeavesTheStoredDocumentAlone() {
        cases.insertOne(doc("{_id: 1, body: {a: 1}}"));
        List<Document> pipeline = List.of(doc("{$match: {_id: 1}}"), doc("{$addFields: {body: {a: 'spoilt'}}}"));
        assertThat(cases.aggregate(pipeline).first().get("body")).isEqualTo(doc("{a: 'spoilt'}"));
        assertThat(cases.find().first()).isEqualTo(doc("{_id: 1, body: {a: 1}}"));
    }

    @Test
    void readsMoreThanOneBatch() {
        List<Document> many = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            many.add(new Document("_id", i));
        }
        cases.insertMany(many);
        assertThat(cases.find().sort(doc("{_id: -1}")).into(new ArrayList<>()))
                .hasSize(2_500)
                .first()
                .isEqualTo(doc("{_id: 2499}"));
        assertThat(cases.find().batchSize(7).limit(30).into(new ArrayList<>())).hasSize(30);
    }

    /** Whatever the indexes, a query finds what reading every document would find. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void anIndexNeverChangesAnAnswer(long seed) {
        MongoCollection<Document> plain = client.getDatabase("g1").getCollection("plain-" + UUID.randomUUID());
        Random random = new Random(seed);
        cases.createIndex(doc("{a: 1}"));
        cases.createIndex(doc("{a: 1, b: 1}"));
        cases.createIndex(doc("{'tags': 1}"));
        cases.createIndex(doc("{'outbox.at': 1}"));
        cases.createIndex(doc("{'outbox.0': 1}"));
        cases.createIndex(doc("{'body.deep.v': 1, a: -1}"));
        for (int i = 0; i < 400; i++) {
            Document each = randomDocument(random, i);
            cases.insertOne(new Document(each));
            plain.insertOne(new Document(each));
            if (i % 3 == 0) {
                Bson change = random.nextBoolean()
                        ? Updates.set(random.nextBoolean() ? "a" : "body.deep.v", value(random))
                        : Updates.unset(random.nextBoolean() ? "b" : "outbox");
                int which = random.nextInt(i + 1);
                cases.updateOne(eq("_id", which), change);
                plain.updateOne(eq("_id", which), change);
            } else if (i % 17 == 0) {
                cases.deleteOne(eq("_id", i / 2));
                plain.deleteOne(eq("_id", i / 2));
            }
        }
        for (int i = 0; i < 300; i++) {
            Document filter = randomFilter(random, 0);
            Document sort = List.of(
                            doc("{a: 1, _id: 1}"),
                            doc("{a: -1, _id: -1}"),
                            doc("{b: 1, _id: 1}"),
                            doc("{_id: 1}"),
                            doc("{'body.deep.v': -1, _id: 1}"))
                    .get(random.nextInt(5));
            int limit = random.nextInt(3) * 5;
            assertThat(cases.find(filter).sort(sort).limit(limit).into(new ArrayList<>()))
                    .as("%s sorted %s limit %s", filter, sort, limit)
                    .isEqualTo(plain.find(filter).sort(sort).limit(limit).into(new ArrayList<>()));
            assertThat(cases.aggregate(List.of(new Document("$match", filter), doc("{$count: 'n'}")))
                            .first())
                    .isEqualTo(plain.aggregate(List.of(new Document("$match", filter), doc("{$count: 'n'}")))
                            .first());
        }
    }

    private static Document randomDocument(Random random, int id) {
        Document document = new Document("_id", id);
        if (random.nextInt(4) > 0) {
            document.append("a", value(random));
        }
        if (random.nextBoolean()) {
            document.append("b", value(random));
        }
        List<Object> tags = new ArrayList<>();
        List<Object> outbox = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            tags.add(value(random));
            outbox.add(new Document("at", value(random)).append("id", i));
        }
        if (random.nextInt(5) > 0) {
            document.append("tags", tags).append("outbox", outbox);
        }
        return document.append("body", new Document("deep", new Document("v", value(random))));
    }

    private static Object value(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> "s" + random.nextInt(6);
            case 1 -> (long) random.nextInt(6);
            case 2 -> random.nextInt(6) + 0.5;
            case 3 -> Date.from(Instant.ofEpochSecond(random.nextInt(6)));
            case 4 -> random.nextBoolean();
            default -> random.nextInt(6);
        };
    }

    private static Document randomFilter(Random random, int depth) {
        Document filter = new Document();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            String path = List.of("a", "b", "tags", "outbox.at", "outbox.0", "body.deep.v", "_id", "outbox.0.at")
                    .get(random.nextInt(8));
            filter.append(path, condition(random, path));
        }
        if (depth == 0 && random.nextInt(4) == 0) {
            filter.append(
                    random.nextBoolean() ? "$or" : "$and", List.of(randomFilter(random, 1), randomFilter(random, 1)));
        }
        return filter;
    }

    private static @Nullable Object condition(Random random, String path) {
        Object value = path.equals("_id") ? random.nextInt(400) : value(random);
        return switch (random.nextInt(9)) {
            case 0 -> new Document("$in", List.of(value, value(random)));
            case 1 -> new Document("$gt", value);
            case 2 -> new Document("$lte", value);
            case 3 -> new Document("$gte", value).append("$lt", value(random));
            case 4 -> new Document("$exists", random.nextBoolean());
            case 5 -> new Document("$ne", value);
            case 6 -> null;
            default -> value;
        };
    }
}
