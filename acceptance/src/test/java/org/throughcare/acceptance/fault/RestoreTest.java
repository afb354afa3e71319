package org.throughcare.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.process.Fleet;
import org.throughcare.acceptance.process.Parts;
import org.throughcare.acceptance.process.ServiceProcess;
import org.throughcare.platform.backup.Backups;

/**
 * Two services under load lose their stores, once killed in the middle of it and once stopped; a backup taken in the middle of the
 * load and the journals bring everything back.
 */
@Tag("fault")
@Tag("scale")
class RestoreTest {

    private static final int CLIENTS = 6;
    private static final List<String> SERVICES = List.of("participant", "notes");
    private static final String SSN = "219-09-9999";
    /** No two clients make up the same people. */
    private static final Random SEEDS = new Random(20261127);
    /** How long an acknowledged command may be without its journal entry. */
    private static final Duration WINDOW = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    private final CountDownLatch never = new CountDownLatch(1);
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final StringBuilder report = new StringBuilder();
    /** Aggregates of which something acknowledged was lost with the killed service: refusals about them are right. */
    private final Set<String> damaged = new HashSet<>();

    /** An aggregate as it stood. */
    private record Stood(long revision, Document body) {}

    @Test
    @DisplayName(
            "Stores destroyed under load and restored: every acknowledged command is back and none counts twice when all are"
                    + " sent again")
    void destroyed() throws Exception {
        try (Parts parts = Parts.chosen();
                Fleet fleet = Fleet.rehearsed(parts, Map.of(), "participant-service", "notes-service");
                MongoClient client = MongoClients.create(parts.storeUri())) {
            Book book = new Book();
            Setup setup = new Setup(fleet, book);
            intakeWithNumber(fleet, setup, book);
            report.append("\nRestore report, on ")
                    .append(parts.name())
                    .append("; ")
                    .append(CLIENTS)
                    .append(" clients\n");

            killedAndDestroyed(fleet, client, setup, book);
            awaitQuiet(fleet);
            stoppedAndDestroyed(fleet, client, setup, book);
            awaitQuiet(fleet);
            nothingIsLostOrCountsTwice(fleet, client, book);
            sealedStaysSealed();
        } finally {
            System.out.println(report);
            Files.writeString(
                    Path.of("target", "fault-report.txt"),
                    report,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    /** Service and store go in the same moment: what was not journaled by then is lost, and nothing else. */
    private void killedAndDestroyed(Fleet fleet, MongoClient client, Setup setup, Book book) throws Exception {
        Load load = new Load(fleet, book, setup);
        pause(1_500);
        assertThat(run(fleet, "backup", "--grantee", Fleet.GRANTEE, folder.toString()))
                .isZero();
        int inBackup = book.acknowledged.size();
        pause(1_500);
        fleet.processes().parallelStream().forEach(ServiceProcess::kill);
        Instant killed = Instant.now();
        load.goOn.set(false);
        List<Book.Sent> acknowledged = List.copyOf(book.sent);
        destroy(fleet, client);

        String told = restore(fleet);
        Set<String> journaled = journaled(fleet, client);
        List<Book.Sent> lost = acknowledged.stream()
                .filter(each -> !journaled.contains(each.as().key()))
                .toList();
        assertThat(lost.stream()
                        .filter(each -> each.answeredAt().isBefore(killed.minus(WINDOW)))
                        .map(Book.Sent::as))
                .as(
                        "of %d acknowledged, %d are in the journals; lost though acknowledged well before the end\n%s",
                        acknowledged.size(), journaled.size(), told)
                .isEmpty();
        lost.forEach(each -> damaged.add(each.as().id()));
        report.append("""
                  services killed with -9 and their stores destroyed at once, journals kept
                    acknowledged %d, when the backup was taken %d, lost %d%s
                """.formatted(
                                acknowledged.size(),
                                inBackup,
                                lost.size(),
                                lost.stream()
                                        .map(each -> Duration.between(each.answeredAt(), killed)
                                                .toMillis())
                                        .max(Long::compare)
                                        .map(oldest -> ", the oldest acknowledged " + oldest + " ms before")
                                        .orElse("")))
                .append(told);
        start(fleet);
        load.end();
    }

    /** The service ends before its store: it carries away what it has in hand, and nothing is lost. */
    private void stoppedAndDestroyed(Fleet fleet, MongoClient client, Setup setup, Book book) throws Exception {
        Load load = new Load(fleet, book, setup);
        pause(1_500);
        load.end();
        fleet.processes().parallelStream().forEach(ServiceProcess::close);
        Map<String, Stood> before = standing(fleet, client);
        destroy(fleet, client);

        String told = restore(fleet);
        Map<String, Stood> after = standing(fleet, client);
        assertThat(after.keySet()).containsExactlyInAnyOrderElementsOf(before.keySet());
        before.forEach((id, stood) -> assertThat(after.get(id)).as(id).isEqualTo(stood));
        report.append("""
                  services stopped, then their stores destroyed, journals kept
                    acknowledged %d, aggregates compared %d: revisions and bodies equal, lost 0
                """.formatted(book.acknowledged.size(), before.size())).append(told);
        start(fleet);
    }

    private void nothingIsLostOrCountsTwice(Fleet fleet, MongoClient client, Book book) throws Exception {
        Map<String, Stood> before = standing(fleet, client);
        List<String> other = new ArrayList<>();
        for (Book.Sent each : book.sent) {
            int status = book.again(each);
            if (status != each.status()) {
                other.add(each.asked().method() + " " + each.asked().path() + " " + each.status() + ", then " + status);
            }
        }
        new Operator(fleet).post(fleet.process("notes-service").door(), "/operations/timeline/rebuild");
        awaitQuiet(fleet);
        whatIsBuiltFromEvents(fleet, client);
        Inspection inspection = new Inspection(fleet, client);
        inspection.journalsAgree();
        inspection.acknowledgedAreThere(book);
        inspection.copiesEqual();
        inspection.nothingIsDead();
        Findings found = inspection.findings();
        report.append("""
                  then all %d sent again under their keys: answered otherwise %d
                    attempted %d   acknowledged %d   %s   %s   %d copies compared, %s; %s
                """.formatted(
                        book.sent.size(),
                        other.size(),
                        book.attempted.get(),
                        book.acknowledged.size(),
                        found.lost,
                        found.appliedTwice,
                        found.copies,
                        found.behind,
                        found.deadLetters));
        assertThat(found.lost.examples).as("lost").isEmpty();
        assertThat(found.appliedTwice.examples).as("applied twice").isEmpty();
        assertThat(found.behind.examples).as("copies that differ").isEmpty();
        assertThat(found.deadLetters.examples).as("dead letters").isEmpty();
        assertThat(book.refused.stream().filter(each -> damaged.stream().noneMatch(each::contains)))
                .as("refused wrongly")
                .isEmpty();
        assertThat(book.broken).as("answered 500").isEmpty();
        assertThat(other).as("answered otherwise than the first time").isEmpty();
        assertThat(standing(fleet, client)).isEqualTo(before);
    }

    /** The roster has every part at its owner's revision, and the timeline every note that was signed. */
    private void whatIsBuiltFromEvents(Fleet fleet, MongoClient client) {
        int rows = 0;
        MongoDatabase participants = fleet.database(client, "participant");
        for (Map.Entry<String, String> part : Map.of("person", "participant", "custody", "custody", "case", "case")
                .entrySet()) {
            for (Document each : participants.getCollection(part.getValue()).find()) {
                Document row = participants
                        .getCollection("roster")
                        .find(new Document("_id", each.get("_id")))
                        .first();
                assertThat(row).as("roster of %s", each.get("_id")).isNotNull();
                assertThat(Objects.requireNonNull(row)
                                .get(part.getKey(), Document.class)
                                .get("revision"))
                        .as("%s of %s in the roster", part.getKey(), each.get("_id"))
                        .isEqualTo(each.get("revision"));
                rows++;
            }
        }
        MongoDatabase notes = fleet.database(client, "notes");
        for (Document each : notes.getCollection("case-note").find(new Document("revision", new Document("$gt", 1L)))) {
            assertThat(notes.getCollection("timeline").countDocuments(new Document("_id", each.get("_id"))))
                    .as("note %s in the timeline", each.get("_id"))
                    .isEqualTo(1);
            rows++;
        }
        report.append("  %d rows of roster and timeline agree with their aggregates%n".formatted(rows));
    }

    private void intakeWithNumber(Fleet fleet, Setup setup, Book book) {
        String worker = Ids.next();
        setup.staff(book, worker, "COMMUNITY_CASE_MANAGER");
        String id = Ids.next();
        boolean taken = book.command(
                fleet.process("participant-service").door(),
                fleet.issuer().staff(Fleet.GRANTEE, worker),
                new Book.Asked(
                        "participant",
                        id,
                        "PUT",
                        "/participants/" + id,
                        Map.of(
                                "identity",
                                Map.of(
                                        "givenName",
                                        "Nora",
                                        "familyName",
                                        "Numbered",
                                        "identifiers",
                                        List.of(Map.of("kind", "SSN", "value", SSN))),
                                "site",
                                setup.site())));
        assertThat(taken).isTrue();
    }

    /** Who has the backup without the key-encryption key reads no sealed value, and nobody but its owner reads it at all. */
    private void sealedStaysSealed() throws IOException {
        boolean named = false;
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(each -> !each.equals(folder)).toList();
        }
        for (Path each : files) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                    .as(each.toString())
                    .isEqualTo(Files.isDirectory(each) ? "rwx------" : "rw-------");
            if (Files.isRegularFile(each)) {
                String text = text(each);
                assertThat(text).as(each.toString()).doesNotContain(SSN, SSN.replace("-", ""));
                named |= text.contains("Numbered");
            }
        }
        assertThat(named).as("the person with the number is in the backup").isTrue();
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = file.toString().endsWith(".gz")
                ? new GZIPInputStream(Files.newInputStream(file))
                : Files.newInputStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Clients at work until told to end. */
    private static final class Load {
        final AtomicBoolean goOn = new AtomicBoolean(true);
        private final List<Thread> threads = new ArrayList<>();

        Load(Fleet fleet, Book book, Setup setup) {
            for (int i = 0; i < CLIENTS; i++) {
                threads.add(Thread.ofVirtual().start(new CaseWorker(fleet, book, setup, SEEDS.nextLong(), goOn::get)));
            }
        }

        void end() throws InterruptedException {
            goOn.set(false);
            for (Thread each : threads) {
                each.join();
            }
        }
    }

    private void pause(long millis) throws InterruptedException {
        boolean _ = never.await(millis, TimeUnit.MILLISECONDS);
    }

    private static void destroy(Fleet fleet, MongoClient client) {
        for (String each : SERVICES) {
            fleet.database(client, each).drop();
            fleet.control(client, each).drop();
        }
    }

    private String restore(Fleet fleet) {
        said.reset();
        int result = run(fleet, "restore", "--stopped", folder.toString());
        String told = said.toString(StandardCharsets.UTF_8).indent(4);
        assertThat(result).as(told).isZero();
        return told;
    }

    private int run(Fleet fleet, String... arguments) {
        return Backups.run(
                Map.of(
                        "throughcare.store-uri",
                        fleet.parts().storeUri(),
                        "throughcare.database-prefix",
                        fleet.databasePrefix(),
                        "throughcare.cipher.key-encryption-key",
                        fleet.keyEncryptionKey()),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                arguments);
    }

    private static void start(Fleet fleet) {
        fleet.processes().forEach(ServiceProcess::start);
        fleet.awaitReady();
    }

    private static void awaitQuiet(Fleet fleet) {
        Operator operator = new Operator(fleet);
        Awaitility.await("quiet")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .until(() -> fleet.processes().stream()
                        .allMatch(each -> operator.get(each.door(), "/operations/quiet")
                                .path("quiet")
                                .asBoolean(false)));
    }

    private static Set<String> journaled(Fleet fleet, MongoClient client) {
        Set<String> commands = new HashSet<>();
        for (String service : SERVICES) {
            for (Document each :
                    fleet.journal(client, service).getCollection("journal").find()) {
                commands.add(each.get("entry", Document.class).getString("command"));
            }
        }
        return commands;
    }

    private static Map<String, Stood> standing(Fleet fleet, MongoClient client) {
        Map<String, Stood> standing = new TreeMap<>();
        for (String service : SERVICES) {
            MongoDatabase database = fleet.database(client, service);
            for (String collection : database.listCollectionNames()) {
                for (Document each :
                        database.getCollection(collection).find(new Document("body", new Document("$exists", true)))) {
                    standing.put(
                            service + " " + collection + "/" + each.get("_id"),
                            new Stood(
                                    Objects.requireNonNull(each.getLong("revision")),
                                    each.get("body", Document.class)));
                }
            }
        }
        return standing;
    }
}
