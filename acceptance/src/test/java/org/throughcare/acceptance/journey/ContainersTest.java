package org.throughcare.acceptance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.throughcare.acceptance.process.ServiceProcess;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code docker-compose.yml} started, the main job done against it, and taken down again, on ports and volumes of the test's own.
 * Skipped, with the reason printed, where no container engine can be had.
 */
@Tag("compose")
class ContainersTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final String PROJECT = "throughcare-test";
    private static final int NO_ENGINE = 3;

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "THROUGHCARE_COMPOSE_PROJECT", PROJECT,
            "GATEWAY_PORT", Integer.toString(ServiceProcess.freePort()),
            "AMQP_PORT", Integer.toString(ServiceProcess.freePort()),
            "MANAGEMENT_PORT", Integer.toString(ServiceProcess.freePort()),
            "KEYCLOAK_PORT", Integer.toString(ServiceProcess.freePort()),
            "PROMETHEUS_PORT", Integer.toString(ServiceProcess.freePort()),
            "GRAFANA_PORT", Integer.toString(ServiceProcess.freePort())));

    @Test
    @DisplayName("compose up, the journey's eight steps against it, and down")
    void journey() throws IOException, InterruptedException {
        List<String> said = new ArrayList<>();
        int up = script(said, "compose", "up", "--demo");
        if (up == NO_ENGINE) {
            String reason = said.isEmpty() ? "no container engine" : said.getLast();
            System.out.println("Skipped: " + reason);
            Assumptions.abort(reason);
        }
        try {
            assertThat(up).as("compose up").isZero();
            assertThat(walk())
                    .as("the journey; the lines above say where it stopped")
                    .isZero();
            script(new ArrayList<>(), "compose", "stats", "--no-stream");
            script(new ArrayList<>(), "compose", "kill", "mongo", "rabbitmq", "keycloak");
            assertThat(script(new ArrayList<>(), "compose", "up", "--demo", "--observe"))
                    .as("compose up over killed servers and what they had kept")
                    .isZero();
            measured();
        } finally {
            int down = script(new ArrayList<>(), "compose", "down", "--volumes");
            assertThat(down).as("compose down").isZero();
        }
    }

    private void measured() {
        URI question = URI.create("http://127.0.0.1:" + environment.get("PROMETHEUS_PORT") + "/api/v1/query?query=up");
        try (HttpClient client = HttpClient.newHttpClient()) {
            Awaitility.await().atMost(Duration.ofMinutes(2)).ignoreExceptions().untilAsserted(() -> {
                String answer = client.send(
                                HttpRequest.newBuilder(question).build(), HttpResponse.BodyHandlers.ofString())
                        .body();
                assertThat(JsonMapper.shared()
                                .readTree(answer)
                                .at("/data/result")
                                .valueStream())
                        .as("the five services, the broker and sign-in are measured")
                        .hasSize(7)
                        .allMatch(each -> each.at("/value/1").asString().equals("1"));
            });
        }
    }

    /** In a JVM of its own, because the name that sign-in has in a browser means nothing to Java's resolver. */
    private int walk() throws IOException, InterruptedException {
        Path hosts = Files.writeString(
                Files.createDirectories(Path.of("target")).resolve("hosts"),
                "127.0.0.1 localhost keycloak.localhost\n");
        String port = Objects.requireNonNull(environment.get("KEYCLOAK_PORT"));
        ProcessBuilder journey = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-Djdk.net.hosts.file=" + hosts.toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                FromOutside.class.getName(),
                "http://127.0.0.1:" + environment.get("GATEWAY_PORT"),
                "http://keycloak.localhost:" + port + "/realms/throughcare");
        journey.environment().putAll(secrets());
        return run(journey, new ArrayList<>());
    }

    private Map<String, String> secrets() throws IOException {
        Path own = REPOSITORY.resolve(".env");
        String home = System.getenv().getOrDefault("THROUGHCARE_HOME", ".throughcare");
        Path file = Files.exists(own)
                ? own
                : REPOSITORY.resolve(home).resolve("compose").resolve(PROJECT).resolve("env");
        Map<String, String> all = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (line.matches("(SYSTEM|PARTNER)_CLIENT_SECRET=.+")) {
                all.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
        }
        return all;
    }

    private int script(List<String> said, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(REPOSITORY.resolve("throughcare").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder script = new ProcessBuilder(command).directory(REPOSITORY.toFile());
        script.environment().putAll(environment);
        return run(script, said);
    }

    /** Its output is shown as it comes; standard input is empty, so that nothing waits for an answer. */
    private static int run(ProcessBuilder program, List<String> said) throws IOException, InterruptedException {
        Process process = program.redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> {
                System.out.println(line);
                said.add(line);
            });
        }
        return process.waitFor();
    }
}
