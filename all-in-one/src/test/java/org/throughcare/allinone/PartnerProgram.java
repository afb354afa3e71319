package org.throughcare.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One of the two programs in {@code acceptance/partner-examples}, run as a partner runs it: by its own command, told all by its environment. */
final class PartnerProgram {

    private static final Path EXAMPLES = Path.of("../acceptance/partner-examples");
    private static final Pattern AMQP_CLIENT = Pattern.compile("(amqp-client|slf4j-api|netty-).*\\.jar");
    private static final Path PYTHON_LIBRARY = Path.of("target/partner-python");
    private static final String PIKA = "pika==1.3.2";
    private static final Duration INSTALL = Duration.ofMinutes(3);
    private static final Duration ANSWER = Duration.ofMinutes(1);

    private final List<String> command;
    private final Map<String, String> environment;

    private PartnerProgram(List<String> command, Map<String, String> environment) {
        this.command = command;
        this.environment = environment;
    }

    /** With amqp-client and what it needs, and nothing of ours. */
    static PartnerProgram java() {
        String libraries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> AMQP_CLIENT
                        .matcher(Path.of(each).getFileName().toString())
                        .matches())
                .collect(Collectors.joining(File.pathSeparator));
        return new PartnerProgram(
                List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        libraries,
                        EXAMPLES.resolve("java/HousingConsumer.java").toString()),
                Map.of());
    }

    /** Empty where there is no Python 3. */
    static Optional<PartnerProgram> python() throws IOException, InterruptedException {
        if (!succeeds("python3", "-c", "import sys; sys.exit(sys.version_info < (3, 7))")) {
            return Optional.empty();
        }
        Map<String, String> environment = Map.of("PYTHONPATH", PYTHON_LIBRARY.toString());
        if (!Files.isDirectory(PYTHON_LIBRARY.resolve("pika"))) {
            Ran install = run(
                    List.of(
                            "python3",
                            "-m",
                            "pip",
                            "install",
                            "--quiet",
                            "--disable-pip-version-check",
                            "--target",
                            PYTHON_LIBRARY.toString(),
                            PIKA),
                    Map.of(),
                    INSTALL);
            assertThat(install.exit())
                    .as(
                            "pip puts %s into %s (on Debian: apt install python3-pip)\n%s",
                            PIKA, PYTHON_LIBRARY, install.output())
                    .isZero();
        }
        return Optional.of(new PartnerProgram(
                List.of(
                        "python3",
                        EXAMPLES.resolve("python/housing_consumer.py").toString()),
                environment));
    }

    /**
     * Runs until it has dealt with one message.
     *
     * @param access as the suite told it, once
     * @return what it printed
     */
    String once(JsonNode access) throws IOException, InterruptedException {
        Map<String, String> told = new HashMap<>(environment);
        told.put("PARTNER_AMQP_URI", access.path("address").asString());
        told.put("PARTNER_USER", access.path("username").asString());
        told.put("PARTNER_PASSWORD", access.path("password").asString());
        told.put("PARTNER_QUEUE", access.path("queue").asString());
        told.put("PARTNER_KEY", access.path("routingKeyPrefix").asString());
        told.put("PARTNER_ONCE", "1");
        Ran ran = run(command, told, ANSWER);
        assertThat(ran.exit()).as(ran.output()).isZero();
        return ran.output();
    }

    private record Ran(int exit, String output) {}

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return run(List.of(command), Map.of(), ANSWER).exit() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static Ran run(List<String> command, Map<String, String> environment, Duration atMost)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("partner", ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS);
            String text = Files.readString(output);
            assertThat(ended).as("%s ended\n%s", command, text).isTrue();
            return new Ran(process.exitValue(), text);
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(output);
        }
    }
}
