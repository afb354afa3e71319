package org.throughcare.allinone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughcare.acceptance.client.Access;
import org.throughcare.acceptance.client.Answer;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.client.Machine;
import org.throughcare.acceptance.client.NotAsExpected;
import org.throughcare.acceptance.journey.FirstUse;
import org.throughcare.acceptance.operator.Ops;

@Tag("fault")
@DisplayName("./throughcare up, killed with -9")
class KilledAndUpAgainTest {

    private static final Duration START = Duration.ofMinutes(4);
    private static final int ENOUGH = 100;
    private static final String SITE = "0190cccc-0000-7000-8000-000000000100";

    @TempDir
    private Path data;

    @Test
    @DisplayName("loses nothing that was acknowledged, and starts again on its data")
    void killed() throws Exception {
        Map<String, Integer> ports = SuiteProcess.freePorts();
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        AtomicInteger attempted = new AtomicInteger();
        AtomicReference<String> inFlight = new AtomicReference<>("");
        try (SuiteProcess suite = SuiteProcess.start(data, ports, "up")) {
            suite.awaitOutput("Serving at", START);
            Machine operator = operator(suite);
            Thread writer = Thread.ofVirtual().start(() -> {
                while (true) {
                    String id = Ids.next();
                    inFlight.set(id);
                    attempted.incrementAndGet();
                    try {
                        if (takeIn(operator, id).status() == 201) {
                            acknowledged.add(id);
                        }
                    } catch (NotAsExpected killed) {
                        return;
                    }
                }
            });
            await().atMost(Duration.ofMinutes(1)).until(() -> acknowledged.size() >= ENOUGH);
            suite.killHard();
            writer.join();
        }
        try (SuiteProcess suite = SuiteProcess.start(data, ports, "up")) {
            suite.awaitOutput("Serving at", START);
            assertThat(suite.output())
                    .as("the made-up people are there already")
                    .doesNotContain("✗");
            Machine operator = operator(suite);
            String broken = Objects.requireNonNull(inFlight.get());
            boolean wasThere = revision(operator, broken).isPresent();
            takeIn(operator, broken).ok();
            acknowledged.add(broken);
            long lost = acknowledged.stream()
                    .filter(id -> revision(operator, id).isEmpty())
                    .count();
            long twice = acknowledged.stream()
                            .filter(id -> revision(operator, id)
                                    .filter("\"1\""::equals)
                                    .isEmpty())
                            .count()
                    - lost;
            System.out.printf(
                    "./throughcare up killed with -9: %d intakes attempted, %d acknowledged, %d lost, %d applied twice;"
                            + " the one in flight %s, and was there once when it had been sent again%n",
                    attempted.get(),
                    acknowledged.size() - 1,
                    lost,
                    twice,
                    wasThere ? "had been recorded" : "had not been recorded");
            assertThat(lost).as("lost").isZero();
            assertThat(twice).as("applied twice").isZero();
            operatorSees(suite, broken);
            assertThat(new FirstUse(
                                    access(suite),
                                    System.out,
                                    LocalDate.now(ZoneOffset.UTC).plusDays(9))
                            .prepare())
                    .as("made-up people whose dates were counted from an earlier day are left as they are")
                    .isTrue();
        }
    }

    /** The operator's own commands, with what was just sent again. */
    private void operatorSees(SuiteProcess suite, String participant) throws IOException {
        Access access = access(suite);
        ByteArrayOutputStream status = new ByteArrayOutputStream();
        await("nothing is stuck").atMost(Duration.ofMinutes(1)).until(() -> {
            status.reset();
            return Ops.run(access, List.of("status"), new PrintStream(status, true, UTF_8)) == 0;
        });
        System.out.print(status.toString(UTF_8));
        assertThat(status.toString(UTF_8)).contains("participant ", "notes ", "scheduling ", "referral ");
        ByteArrayOutputStream trail = new ByteArrayOutputStream();
        int exit = Ops.run(
                access, List.of("trail", participant, "--grantee=three-rivers"), new PrintStream(trail, true, UTF_8));
        System.out.print(trail.toString(UTF_8));
        assertThat(exit).as(trail.toString(UTF_8)).isZero();
        assertThat(trail.toString(UTF_8))
                .contains(" @1  known to participant, notes, scheduling, referral", "intake-completed");
        assertThatThrownBy(() -> Ops.run(access, List.of("trail", participant), System.out))
                .hasMessageContaining("--grantee=three-rivers");
    }

    private static Answer takeIn(Machine operator, String id) {
        return operator.put("/api/participant/participants/" + id, person(id));
    }

    /** The revision that a participant is at; absent when nobody of that id is on record. */
    private static Optional<String> revision(Machine operator, String id) {
        Answer answer = operator.get("/api/participant/participants/" + id);
        return answer.status() == 200 ? Optional.of(answer.etag()) : Optional.empty();
    }

    private Machine operator(SuiteProcess suite) throws IOException {
        return Machine.operator(access(suite), "three-rivers");
    }

    private Access access(SuiteProcess suite) throws IOException {
        Properties secrets = new Properties();
        try (var in = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            secrets.load(in);
        }
        return new Access(
                suite.gateway(),
                suite.signIn() + "/oauth2/token",
                "throughcare-system",
                secrets.getProperty("system"),
                "partner-riverside-housing",
                secrets.getProperty("partner"));
    }

    /** Names that sound like nobody else's: the duplicate check has its own tests. */
    private static Map<String, Object> person(String id) {
        String letters = id.replace("-", "")
                .chars()
                .map(c -> 'a' + Character.digit(c, 16))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Map.of(
                "identity",
                Map.of(
                        "givenName",
                        letters.substring(12, 22),
                        "familyName",
                        letters.substring(22),
                        "language",
                        "en",
                        "dateOfBirth",
                        "19%02d-0%d-1%d".formatted(60 + id.charAt(30) % 40, 1 + id.charAt(31) % 9, id.charAt(32) % 10),
                        "identifiers",
                        List.of(),
                        "priority",
                        List.of()),
                "site",
                SITE);
    }
}
