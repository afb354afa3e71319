package org.throughcare.acceptance.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ComposeFileTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)(:[?-])?");

    private final String text = read("docker-compose.yml");
    private final Map<String, Map<String, Object>> services = services(text);

    @Test
    @DisplayName("no container runs as root, keeps a capability, gains rights, or writes to its own file system")
    void hardened() {
        services.forEach((name, service) -> {
            assertThat(service.get("read_only")).as("%s read_only", name).isEqualTo(true);
            assertThat(service.get("cap_drop")).as("%s cap_drop", name).isEqualTo(List.of("ALL"));
            assertThat(service.get("security_opt")).as("%s", name).isEqualTo(List.of("no-new-privileges:true"));
            assertThat(service.get("mem_limit")).as("%s mem_limit", name).isNotNull();
            assertThat(service.get("restart")).as("%s restart", name).isIn("unless-stopped", "no");
            if (!name.equals("keycloak")) { // its image says so itself
                assertThat(String.valueOf(service.get("user")))
                        .as("%s user", name)
                        .doesNotMatch("null|root.*|0(:.*)?");
            }
        });
    }

    @Test
    @DisplayName("ports are published on 127.0.0.1 only")
    void ports() {
        services.forEach((name, service) -> {
            if (service.get("ports") instanceof List<?> ports) {
                assertThat(ports)
                        .as(name)
                        .allSatisfy(port -> assertThat(String.valueOf(port)).startsWith("127.0.0.1:"));
            }
        });
    }

    @Test
    @DisplayName("every variable is explained in .env.example; a secret has no default, and none stands there either")
    void secrets() {
        String example = read(".env.example");
        Set<String> unexplained = new TreeSet<>();
        List<String> defaults = new ArrayList<>();
        Matcher variables = VARIABLE.matcher(text);
        while (variables.find()) {
            String name = variables.group(1);
            boolean secret = name.matches(".*_(PASSWORD|SECRET|KEY)");
            if (!Pattern.compile("(?m)^#?" + name + "=").matcher(example).find()) {
                unexplained.add(name);
            }
            if (secret && !":?".equals(variables.group(2))) {
                defaults.add(name);
            }
        }
        assertThat(unexplained).isEmpty();
        assertThat(defaults).isEmpty();
        assertThat(example.lines().filter(line -> line.matches("[A-Z_]+=.+"))).isEmpty();
    }

    @Test
    @DisplayName("at the broker a service publishes its own events only and reads its own queues only")
    void brokerRights() {
        JsonNode definitions = JsonMapper.shared().readTree(read("deploy/compose/rabbitmq/definitions.json"));
        List<String> four = List.of("participant", "notes", "scheduling", "referral");
        for (String service : four) {
            JsonNode rights = definitions
                    .path("permissions")
                    .valueStream()
                    .filter(each -> each.path("user").asString().equals(service))
                    .collect(Collectors.collectingAndThen(Collectors.toList(), all -> {
                        assertThat(all).as(service).hasSize(1);
                        return all.getFirst();
                    }));
            String read = rights.path("read").asString();
            for (String other : four) {
                assertThat((other + ".live").matches(read))
                        .as("%s reads %s's queue", service, other)
                        .isEqualTo(other.equals(service));
                for (String exchange : List.of("throughcare.events", "throughcare.bulk")) {
                    boolean mayPublish = definitions
                            .path("topic_permissions")
                            .valueStream()
                            .filter(each -> each.path("user").asString().equals(service)
                                    && each.path("exchange").asString().equals(exchange))
                            .allMatch(each -> Pattern.compile(each.path("write").asString())
                                    .matcher(other + ".something-happened.v1.three-rivers")
                                    .find());
                    assertThat(mayPublish)
                            .as("%s publishes as %s on %s", service, other, exchange)
                            .isEqualTo(other.equals(service));
                }
            }
            assertThat("amq.default".matches(rights.path("write").asString()))
                    .as("%s, past the exchanges", service)
                    .isFalse();
        }
        assertThat(definitions
                        .path("users")
                        .valueStream()
                        .filter(each -> !each.path("password").asString().matches("\\$\\{RABBITMQ_[A-Z_]+_PASSWORD}")))
                .as("users with a password in the file")
                .isEmpty();
    }

    @Test
    @DisplayName("outside the demo the realm's made-up people, their partner and the test client cannot sign in")
    void noDemoPeople() {
        JsonNode realm = JsonMapper.shared().readTree(read("deploy/infra/throughcare-realm.json"));
        String onlyInTheDemo = "${THROUGHCARE_DEMO_PEOPLE:false}";
        assertThat(realm.path("users")
                        .valueStream()
                        .map(each -> each.path("enabled").asString()))
                .isNotEmpty()
                .allMatch(onlyInTheDemo::equals);
        assertThat(realm.path("clients")
                        .valueStream()
                        .filter(each -> each.path("publicClient").asBoolean()
                                || each.path("clientId").asString().startsWith("partner-"))
                        .map(each -> each.path("enabled").asString()))
                .hasSize(2)
                .allMatch(onlyInTheDemo::equals);
        assertThat(environment("keycloak")).containsEntry("THROUGHCARE_DEMO_PEOPLE", "false");
        for (String service :
                List.of("participant-service", "notes-service", "scheduling-service", "referral-service", "gateway")) {
            assertThat(environment(service)).as(service).doesNotContainKey("THROUGHCARE_DEMO_CLOCK");
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> environment(String service) {
        return (Map<String, Object>) services.getOrDefault(service, Map.of()).getOrDefault("environment", Map.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services(String text) {
        Map<String, Object> whole = new Yaml().load(text);
        return (Map<String, Map<String, Object>>) Objects.requireNonNull(whole.get("services"));
    }

    private static String read(String path) {
        try {
            return Files.readString(REPOSITORY.resolve(path));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
