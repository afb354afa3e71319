package org.throughcare.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.throughcare.acceptance.process.Fleet;
import org.throughcare.acceptance.process.Parts;
import org.throughcare.acceptance.process.ServiceProcess;

/** Two instances of each service behind the gateway, under load: they share the work, are replaced one by one, and filled anew. */
@Tag("fault")
@Tag("scale")
class ScaleTest {

    private static final int CLIENTS = 4;
    private static final int SHARED_SECONDS = Integer.getInteger("throughcare.scale.seconds", 8);
    private static final long SEED = Long.getLong("throughcare.fault.seed", System.nanoTime());
    private static final Duration LEAVES_WITHIN = Duration.ofSeconds(40);
    private static final List<String> SERVICES = List.of("participant-service", "notes-service", "scheduling-service");
    private static final List<String> WORK = List.of(
            "http_server_requests_seconds_count",
            "throughcare_relay_confirmed_seconds_count",
            "throughcare_consumer_handled_seconds_count");

    private final Book book = new Book();
    private final AtomicBoolean goOn = new AtomicBoolean(true);
    private final List<String> told = new ArrayList<>();

    @Test
    @DisplayName(
            "Instances share the work; each is stopped and started under load and no command fails; an empty one is filled")
    void scaleAndReplace() throws Exception {
        List<String> all = new ArrayList<>(SERVICES);
        all.add(Fleet.GATEWAY);
        try (Parts parts = Parts.chosen();
                Eavesdropper heard = new Eavesdropper(parts.brokerUri());
                Fleet fleet = Fleet.rehearsed(
                        parts,
                        Map.of("REQUESTS_PER_CALLER", "100000", "REQUESTS_PER_CALLER_BURST", "100000"),
                        2,
                        all.toArray(String[]::new))) {
            Setup setup = new Setup(fleet, book);
            Random random = new Random(SEED);
            List<CaseWorker> workers = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                CaseWorker worker = new CaseWorker(fleet, book, setup, random.nextLong(), goOn::get);
                workers.add(worker);
                threads.add(Thread.ofVirtual().start(worker));
            }
            try {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(SHARED_SECONDS));
                allShare(fleet);
                tell("before replacement: attempted %d, raw failures %d", book.attempted.get(), raw());
                replaceEach(fleet);
            } finally {
                goOn.set(false);
                for (Thread each : threads) {
                    each.join();
                }
            }
            List<CaseWorker.Expected> people =
                    workers.stream().flatMap(each -> each.people.stream()).toList();
            Findings findings = Aftermath.of(fleet, book, heard, people, List.of());
            tell(
                    "in all: attempted %d, acknowledged %d, %s, %s, longest stall %.1f s",
                    book.attempted.get(),
                    book.acknowledged.size(),
                    findings.lost,
                    findings.appliedTwice,
                    book.longestNanos.get() / 1e9);
            Aftermath.isWell(book, findings);
            fillsAnEmptyOne(fleet);
        } finally {
            report();
        }
    }

    /** Requests, events and messages: each instance of each service did some of all that the service does. */
    private void allShare(Fleet fleet) {
        for (String service : SERVICES) {
            for (String work : WORK) {
                List<Double> shares = fleet.instances(service).stream()
                        .map(each -> metric(each, work))
                        .toList();
                tell("%s %s by instance: %s", service, work, shares);
                if (shares.stream().anyMatch(share -> share > 0)) {
                    assertThat(shares).as("%s of %s", work, service).allMatch(share -> share > 0);
                }
            }
        }
    }

    /** One instance after the other: SIGTERM, until it has left by itself, and a new one, under load all the while. */
    private void replaceEach(Fleet fleet) {
        for (String service : SERVICES) {
            for (ServiceProcess each : fleet.instances(service)) {
                int rawBefore = raw();
                int attemptedBefore = book.attempted.get();
                long began = System.nanoTime();
                assertThat(each.leave(LEAVES_WITHIN))
                        .as("%s leaves by itself", service)
                        .isTrue();
                double leaving = (System.nanoTime() - began) / 1e9;
                each.start();
                each.awaitReady();
                tell(
                        "%s replaced: left in %.1f s, there again after %.1f s; %d commands meanwhile, of whose requests %d failed"
                                + " and were repeated; commands failed %d",
                        service,
                        leaving,
                        (System.nanoTime() - began) / 1e9,
                        book.attempted.get() - attemptedBefore,
                        raw() - rawBefore,
                        book.unanswered.get() + book.refused.size() + book.broken.size());
            }
        }
    }

    private int raw() {
        return book.turnedAway.get() + book.unknown.get();
    }

    /** A service that has lost its databases has all its copies again after its owners told it. */
    private void fillsAnEmptyOne(Fleet fleet) {
        Operator operator = new Operator(fleet);
        try (MongoClient client = MongoClients.create(fleet.parts().storeUri())) {
            Map<String, Map<String, Document>> before = copies(fleet.database(client, "scheduling"));
            assertThat(before.values()).as("there is something to fill").anyMatch(each -> !each.isEmpty());
            List<ServiceProcess> empty = fleet.instances("scheduling-service");
            empty.forEach(each -> each.leave(LEAVES_WITHIN));
            fleet.database(client, "scheduling").drop();
            fleet.journal(client, "scheduling").drop();
            fleet.control(client, "scheduling").drop();
            empty.forEach(ServiceProcess::start);
            empty.forEach(ServiceProcess::awaitReady);
            for (String owner : List.of("participant-service", "notes-service")) {
                long announced = operator.post(fleet.process(owner).door(), "/operations/re-announcements/scheduling")
                        .path("announced")
                        .asLong();
                tell("%s announced %d again", owner, announced);
            }
            Aftermath.awaitQuiet(fleet);
            Map<String, Map<String, Document>> after = copies(fleet.database(client, "scheduling"));
            before.forEach((collection, documents) -> assertThat(after.getOrDefault(collection, Map.of()))
                    .as(collection)
                    .isEqualTo(documents));
            tell(
                    "an empty scheduling-service has %d copies again",
                    after.values().stream().mapToInt(Map::size).sum());
        }
    }

    /** What each copy says, and of which revision; when it was taken is of no matter. */
    private static Map<String, Map<String, Document>> copies(MongoDatabase database) {
        Map<String, Map<String, Document>> found = new TreeMap<>();
        for (String collection : database.listCollectionNames()) {
            if (collection.startsWith("copies_")) {
                Map<String, Document> documents = new HashMap<>();
                for (Document each : database.getCollection(collection).find()) {
                    documents.put(
                            each.getString("_id"),
                            new Document("revision", each.get("revision")).append("snapshot", each.get("snapshot")));
                }
                found.put(collection, documents);
            }
        }
        return found;
    }

    private static double metric(ServiceProcess instance, String name) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String page = client.send(
                            HttpRequest.newBuilder(URI.create(instance.uri() + "/actuator/prometheus"))
                                    .timeout(Duration.ofSeconds(20))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            return page.lines()
                    .filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private void tell(String what, Object... with) {
        told.add(String.format(Locale.ROOT, what, with));
    }

    private void report() throws IOException {
        String block = "\nScale report, seed " + SEED + "\n  " + String.join("\n  ", told) + "\n";
        System.out.println(block);
        Files.writeString(
                Path.of("target", "fault-report.txt"), block, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
