package org.throughcare.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughcare.acceptance.client.Access;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.client.Machine;
import org.throughcare.acceptance.client.NotAsExpected;

@Tag("fault")
@DisplayName("./throughcare up, killed with -9")
class KilledAndUpAgainTest {

    private static final Duration START = Duration.ofMinutes(4);
    private static final String SITE = "0190cccc-0000-7000-8000-000000000100";

    @TempDir
    private Path data;

    @Test
    @DisplayName("loses nothing that was acknowledged, and starts again on its data")
    void killed() throws Exception {
        Map<String, Integer> ports = SuiteProcess.freePorts();
        List<String> acknowledged = new ArrayList<>();
        try (SuiteProcess suite = SuiteProcess.start(data, ports, "up")) {
            suite.awaitOutput("Serving at", START);
            Machine operator = operator(suite);
            AtomicBoolean going = new AtomicBoolean(true);
            Thread writer = Thread.ofVirtual().start(() -> {
                while (going.get()) {
                    String id = Ids.next();
                    try {
                        if (operator.put("/api/participant/participants/" + id, person(id))
                                        .status()
                                == 201) {
                            acknowledged.add(id);
                        }
                    } catch (NotAsExpected killed) {
                        return;
                    }
                }
            });
            Thread.sleep(Duration.ofSeconds(5));
            suite.killHard();
            going.set(false);
            writer.join();
        }
        assertThat(acknowledged).isNotEmpty();
        try (SuiteProcess suite = SuiteProcess.start(data, ports, "up")) {
            suite.awaitOutput("Serving at", START);
            Machine operator = operator(suite);
            long lost = acknowledged.stream()
                    .filter(id ->
                            operator.get("/api/participant/participants/" + id).status() != 200)
                    .count();
            System.out.printf("killed with -9: %d intakes acknowledged, %d lost%n", acknowledged.size(), lost);
            assertThat(lost).isZero();
        }
    }

    private Machine operator(SuiteProcess suite) throws Exception {
        Properties secrets = new Properties();
        try (var in = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            secrets.load(in);
        }
        return Machine.operator(
                new Access(
                        suite.gateway(),
                        suite.signIn() + "/oauth2/token",
                        "throughcare-system",
                        secrets.getProperty("system"),
                        "partner-riverside-housing",
                        secrets.getProperty("partner")),
                "three-rivers");
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
