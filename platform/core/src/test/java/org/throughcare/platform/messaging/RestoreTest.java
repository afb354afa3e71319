package org.throughcare.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.backup.Backups;
import org.throughcare.platform.store.Aggregates;

@DisplayName("A store that is destroyed and restored")
class RestoreTest {

    private static final int WRITERS = 4;
    private static final int COMMANDS = 120;
    private static final int TALLIES = 12;

    @TempDir
    Path folder;

    /** An acknowledged command. */
    private record Acknowledged(String id, String name, long revision) {}

    /** A service that is written to, one that hears of it, and what both acknowledged. */
    private static final class Suite implements AutoCloseable {
        final Backbone backbone = new Backbone();
        final ConcurrentLinkedQueue<Acknowledged> ledger = new ConcurrentLinkedQueue<>();
        final Map<String, Integer> facts = new ConcurrentHashMap<>();
        final Backbone.Instance listener = backbone.instance("hearer");
        Backbone.Instance owner = backbone.instance("owner");
        Aggregates<Tally> tallies = owner.tallies();

        Suite() {
            hear();
            register(owner);
            register(listener);
            owner.knowing(listener);
            listener.knowing(owner);
            owner.startRelay();
            listener.startRelay();
            listener.consumers.start();
        }

        private void hear() {
            Aggregates<Tally> effects = listener.tallies();
            listener.subscriptions.add(Subscription.toState(
                    owner.service,
                    "tally",
                    Tally.Snapshot.class,
                    listener.stores.of(owner.service, "tally", Tally.Snapshot.class)));
            // An effect that counts each time it is brought about: applied twice, it would show.
            listener.subscriptions.add(Subscription.toFacts(
                    owner.service,
                    "tally",
                    Tally.TallyEvent.AmountAdded.class,
                    Set.of("amount-added"),
                    (fact, heard) -> {
                        facts.merge(fact.snapshot().id(), 1, Integer::sum);
                        effects.createOrChange(
                                Command.effectOf("sum", heard.eventId(), "all"),
                                "sum-of-" + heard.subject(),
                                sum -> sum.orElseGet(() -> new Tally("sum", List.of()))
                                        .add(
                                                fact.snapshot().id(),
                                                fact.snapshot().amount()));
                    }));
        }

        private static void register(Backbone.Instance instance) {
            instance.databases
                    .control()
                    .getCollection("grantees")
                    .insertOne(new Document("_id", Backbone.GRANTEE)
                            .append("state", "SERVED")
                            .append("issuers", List.of("https://issuer.test")));
        }

        /** Commands until all are acknowledged; {@code half} is told when half of them are. */
        void underLoad(Runnable half) throws Exception {
            CountDownLatch halfway = new CountDownLatch(WRITERS * COMMANDS / 2);
            try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> running = new ArrayList<>();
                for (int w = 0; w < WRITERS; w++) {
                    int writer = w;
                    running.add(writers.submit(() -> {
                        Random random = new Random(writer);
                        for (int i = 0; i < COMMANDS; i++) {
                            Result.Done<Tally> done = add("t" + random.nextInt(TALLIES), "w" + writer + "-" + i);
                            assertThat(done.repeated()).isFalse();
                            ledger.add(new Acknowledged(done.stored().id(), "w" + writer + "-" + i, done.revision()));
                            halfway.countDown();
                        }
                    }));
                }
                halfway.await();
                half.run();
                for (Future<?> each : running) {
                    each.get();
                }
            }
        }

        Result.Done<Tally> add(String id, String name) {
            Result<Tally> result = owner.inScope(() -> tallies.createOrChange(
                    Command.withId(name),
                    id,
                    existing ->
                            existing.orElseGet(() -> new Tally(id, List.of())).add(name, 1)));
            assertThat(result).isInstanceOf(Result.Done.class);
            return (Result.Done<Tally>) result;
        }

        /** Ends the instance as a stop does: what it has in hand is carried away first. */
        void stopOwner() {
            owner.sweep.stop();
            owner.relay.stop();
        }

        void startOwner() {
            owner = backbone.instance("owner");
            tallies = owner.tallies();
            owner.knowing(listener);
            owner.startRelay();
        }

        long documents() {
            return owner.inScope(
                    () -> owner.databases.current().getCollection("tally").countDocuments());
        }

        void awaitQuiet() {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(owner.sweep.unsettled()).isZero();
                assertThat(listener.sweep.unsettled()).isZero();
                assertThat(facts).hasSize(ledger.size());
            });
        }

        int run(ByteArrayOutputStream said, String... arguments) {
            return Backups.run(
                    Map.of(
                            "throughcare.store-uri",
                            backbone.storeUri,
                            "throughcare.database-prefix",
                            "t",
                            "throughcare.cipher.key-encryption-key",
                            "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="),
                    new PrintStream(said, true, StandardCharsets.UTF_8),
                    arguments);
        }

        @Override
        public void close() {
            backbone.close();
        }
    }

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private String said() {
        String all = said.toString(StandardCharsets.UTF_8);
        said.reset();
        return all;
    }

    @Test
    @DisplayName(
            "with its journal kept: every acknowledged command is back, none counts twice when all are sent again, and"
                    + " what was heard stays as it was")
    void journalKept() throws Exception {
        try (Suite suite = new Suite()) {
            AtomicInteger atBackup = new AtomicInteger();
            suite.underLoad(() -> {
                assertThat(suite.run(said, "backup", "--service", suite.owner.service, folder.toString()))
                        .isZero();
                atBackup.set(suite.ledger.size());
            });
            suite.stopOwner();
            Map<String, Document> before = tallies(suite);
            suite.owner.inScope(() -> {
                suite.owner.databases.current().drop();
                return true;
            });
            assertThat(suite.documents()).isZero();

            assertThat(suite.run(said, "restore", "--stopped", folder.toString()))
                    .as(said.toString(StandardCharsets.UTF_8))
                    .isZero();
            String report = said();
            assertThat(report).contains("commands brought back from the journal");
            assertThat(atBackup.get()).isBetween(1, suite.ledger.size() - 1);

            suite.startOwner();
            Map<String, Document> after = tallies(suite);
            before.forEach((id, was) -> {
                Document is = Objects.requireNonNull(after.get(id));
                assertThat(is.get("body")).isEqualTo(was.get("body"));
                assertThat(is.get("revision")).isEqualTo(was.get("revision"));
            });
            for (Acknowledged each : suite.ledger) {
                Result.Done<Tally> again = suite.add(each.id(), each.name());
                assertThat(again.repeated()).as(each.name()).isTrue();
                assertThat(again.revision()).isEqualTo(each.revision());
            }
            suite.awaitQuiet();
            assertHeardOnce(suite);
            System.out.printf(
                    "Restore, journal kept: acknowledged %d, at the backup %d, lost 0, applied twice 0%n%s%n",
                    suite.ledger.size(), atBackup.get(), report);
        }
    }

    @Test
    @DisplayName(
            "with its journal destroyed as well: it says how many aggregates others knew later, and goes on above what"
                    + " they know")
    void journalDestroyed() throws Exception {
        try (Suite suite = new Suite()) {
            suite.underLoad(
                    () -> assertThat(suite.run(said, "backup", "--service", suite.owner.service, folder.toString()))
                            .isZero());
            suite.ledger.add(
                    new Acknowledged("t1", "late-1", suite.add("t1", "late-1").revision()));
            suite.ledger.add(new Acknowledged(
                    "late", "late-2", suite.add("late", "late-2").revision()));
            suite.awaitQuiet();
            suite.stopOwner();
            suite.owner.inScope(() -> {
                suite.owner.databases.current().drop();
                suite.owner.databases.journal().drop();
                return true;
            });
            said.reset();

            assertThat(suite.run(said, "restore", "--stopped", folder.toString()))
                    .isEqualTo(1);
            String report = said();
            assertThat(report)
                    .contains("aggregates were lost: other services knew them at a later revision")
                    .contains("1 aggregates were lost whole")
                    .contains("tally late");

            suite.startOwner();
            Map<String, Document> copies = copies(suite);
            tallies(suite)
                    .forEach((id, is) -> assertThat(is.getLong("revision"))
                            .as(id)
                            .isGreaterThanOrEqualTo(
                                    Objects.requireNonNull(copies.get(id)).getLong("revision")));
            // The next change is news to those who knew more.
            Result.Done<Tally> next = suite.add("t1", "after-the-loss");
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(
                                    Objects.requireNonNull(copies(suite).get("t1"))
                                            .getLong("revision"))
                            .isEqualTo(next.revision()));
            System.out.println("Restore, journal destroyed:\n" + report);
        }
    }

    @Test
    @DisplayName(
            "refused before anything is written: a store that is not empty, a file that was changed, another format, a"
                    + " second backup into one folder")
    void refused() throws Exception {
        try (Suite suite = new Suite()) {
            suite.add("t1", "one");
            String service = suite.owner.service;
            assertThat(suite.run(said, "backup", "--service", service, folder.toString()))
                    .isZero();
            assertThat(suite.run(said, "backup", "--service", service, folder.toString()))
                    .isEqualTo(2);
            assertThat(said()).contains("holds a backup already");

            assertThat(suite.run(said, "restore", "--stopped", folder.toString()))
                    .isEqualTo(2);
            assertThat(said()).contains("is not empty").contains("Nothing was written");
            suite.add("t1", "two");
            suite.stopOwner();
            assertThat(suite.run(said, "restore", "--stopped", "--replace", folder.toString()))
                    .isZero();
            assertThat(Objects.requireNonNull(tallies(suite).get("t1")).getLong("revision"))
                    .isEqualTo(2);

            Path manifest = folder.resolve(Backbone.GRANTEE).resolve(service).resolve("manifest.json");
            String text = Files.readString(manifest);
            Files.writeString(manifest, text.replace("\"version\" : 1", "\"version\" : 2"));
            said.reset();
            assertThat(suite.run(said, "restore", "--stopped", "--replace", folder.toString()))
                    .isEqualTo(2);
            assertThat(said()).contains("throughcare-backup 2");
            Files.writeString(manifest, text);

            Path part = manifest.resolveSibling("store.tally.jsonl.gz");
            byte[] bytes = Files.readAllBytes(part);
            bytes[bytes.length / 2] ^= 1;
            Files.write(part, bytes);
            assertThat(suite.run(said, "restore", "--stopped", "--replace", folder.toString()))
                    .isEqualTo(2);
            assertThat(said()).contains("SHA-256");
            assertThat(Objects.requireNonNull(tallies(suite).get("t1")).getLong("revision"))
                    .isEqualTo(2);
        }
    }

    private static void assertHeardOnce(Suite suite) {
        Map<String, Document> copies = copies(suite);
        tallies(suite).forEach((id, is) -> {
            Document copy = Objects.requireNonNull(copies.get(id));
            assertThat(copy.get("revision")).as(id).isEqualTo(is.get("revision"));
            Document effect = suite.listener.inScope(() -> suite.listener
                    .databases
                    .current()
                    .getCollection("tally")
                    .find(new Document("_id", "sum-of-" + id))
                    .first());
            List<Document> counted =
                    Objects.requireNonNull(effect).get("body", Document.class).getList("additions", Document.class);
            assertThat(counted).as("counted once each").hasSize((int)
                    suite.ledger.stream().filter(each -> each.id().equals(id)).count());
        });
    }

    private static Map<String, Document> tallies(Suite suite) {
        return suite.owner.inScope(() ->
                byId(suite.owner.databases.current().getCollection("tally").find()));
    }

    private static Map<String, Document> copies(Suite suite) {
        return suite.listener.inScope(() -> byId(suite.listener
                .databases
                .current()
                .getCollection("copies_" + suite.owner.service + "_tally")
                .find()));
    }

    private static Map<String, Document> byId(Iterable<Document> documents) {
        Map<String, Document> byId = new ConcurrentHashMap<>();
        documents.forEach(each -> byId.put(each.getString("_id"), each));
        return byId;
    }
}
