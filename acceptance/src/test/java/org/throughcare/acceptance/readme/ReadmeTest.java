package org.throughcare.acceptance.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The README")
class ReadmeTest {

    private static final Path HOME = Path.of("..");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)[:}]");
    private static final Pattern PORT = Pattern.compile("port\\(environment, \"([A-Z_]+)\"");
    private static final Pattern SERVER_PORT =
            Pattern.compile("^readonly -A PORT_NAMES=\\((.*)\\)$", Pattern.MULTILINE);
    private static final Pattern COMPOSE = Pattern.compile("\\$\\{([A-Z_]+_PORT)[:}]");

    private final String readme = read(HOME.resolve("README.md"));

    @Test
    @DisplayName("has every variable that a service's configuration asks the environment for")
    void environment() {
        Set<String> asked = new TreeSet<>();
        for (String module : List.of(
                "platform/core",
                "participant-service",
                "notes-service",
                "scheduling-service",
                "referral-service",
                "gateway")) {
            configuration(HOME.resolve(module).resolve("src/main/resources"))
                    .forEach(file -> asked.addAll(found(PLACEHOLDER, read(file))));
        }
        assertThat(asked).contains("MONGODB_URI");
        assertThat(asked).as("variables that the README does not have").allMatch(readme::contains);
    }

    @Test
    @DisplayName("has every port that the all-in-one, infra and compose can be told")
    void ports() {
        Set<String> ports = new TreeSet<>();
        found(PORT, read(HOME.resolve("all-in-one/src/main/java/org/throughcare/allinone/Options.java")))
                .forEach(name -> ports.add("THROUGHCARE_" + name + "_PORT"));
        String servers = read(HOME.resolve("deploy/infra/servers.sh"));
        for (String each : found(SERVER_PORT, servers)) {
            Matcher name = Pattern.compile("=([A-Z]+)").matcher(each);
            while (name.find()) {
                ports.add("THROUGHCARE_" + name.group(1) + "_PORT");
            }
        }
        ports.addAll(found(COMPOSE, read(HOME.resolve("docker-compose.yml"))));
        assertThat(ports).contains("THROUGHCARE_BROKER_PORT", "THROUGHCARE_EPMD_PORT", "GATEWAY_PORT");
        assertThat(ports).as("ports that the README does not have").allMatch(readme::contains);
    }

    @Test
    @DisplayName("shows the partners' programs as they are")
    void partnerExamples() {
        assertThat(readme)
                .contains(read(HOME.resolve("acceptance/partner-examples/java/HousingConsumer.java")))
                .contains(read(HOME.resolve("acceptance/partner-examples/python/housing_consumer.py")));
    }

    @Test
    @DisplayName("names no file of this repository that is not there")
    void links() {
        Matcher link = Pattern.compile("]\\(([^)#:]+)\\)").matcher(readme);
        Set<String> missing = new TreeSet<>();
        while (link.find()) {
            if (!Files.exists(HOME.resolve(link.group(1)))) {
                missing.add(link.group(1));
            }
        }
        assertThat(missing).isEmpty();
    }

    private static List<Path> configuration(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(each ->
                            each.toString().endsWith(".yml") || each.toString().endsWith(".properties"))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher each = pattern.matcher(text);
        while (each.find()) {
            found.add(each.group(1));
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
