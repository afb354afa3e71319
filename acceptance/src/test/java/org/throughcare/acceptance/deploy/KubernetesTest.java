package org.throughcare.acceptance.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Kustomize makes of {@code deploy/kubernetes}, as a site would apply it. */
@DisplayName("The manifests for Kubernetes")
class KubernetesTest {

    private static final List<String> SERVICES =
            List.of("participant-service", "notes-service", "scheduling-service", "referral-service", "gateway");

    @TempDir
    static Path directory;

    private static Path whole = Path.of("");
    private static List<JsonNode> resources = List.of();

    @BeforeAll
    static void build() throws IOException {
        copy(Path.of("..", "deploy", "kubernetes"), directory);
        for (String service : SERVICES) {
            Files.writeString(
                    directory.resolve("example").resolve(service + ".env"), "SYSTEM_CLIENT_SECRET=of-the-tests\n");
        }
        Tool.Ended built = new Tool("kustomize").run(directory, "build", "example");
        assertThat(built.status()).as(built.said()).isZero();
        whole = Files.writeString(directory.resolve("whole.yaml"), built.said());
        resources = parsed(built.said());
    }

    /** The oldest version that is still looked after at the time of writing, and the newest. */
    @ParameterizedTest
    @ValueSource(strings = {"1.33", "1.36"})
    @DisplayName("fit the schemas, with no field that those do not know")
    void schemas(String version) throws IOException {
        Tool.Ended ended = validated(Files.readString(whole), version);

        assertThat(ended.status()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("deployment/participant-service", "networkpolicy/nothing-else");
    }

    @Test
    @DisplayName("with a field misspelt are refused by the same check")
    void misspelt() throws IOException {
        String bad = Files.readString(whole).replaceFirst("readinessProbe:", "readynessProbe:");

        assertThat(validated(bad, "1.36").status()).isNotZero();
    }

    @Test
    @DisplayName(
            "have the five services, each asked whether it started, lives and is ready, with room to leave in peace")
    void probes() {
        assertThat(names("Deployment")).containsExactlyInAnyOrderElementsOf(SERVICES);
        for (JsonNode deployment : of("Deployment")) {
            JsonNode pod = deployment.at("/spec/template/spec");
            JsonNode container = pod.at("/containers/0");
            String name = name(deployment);
            assertThat(container.at("/startupProbe/httpGet/path").asString())
                    .as(name)
                    .isEqualTo("/actuator/health/liveness");
            assertThat(container.at("/livenessProbe/httpGet/path").asString())
                    .as(name)
                    .isEqualTo("/actuator/health/liveness");
            assertThat(container.at("/readinessProbe/httpGet/path").asString())
                    .as(name)
                    .isEqualTo("/actuator/health/readiness");
            assertThat(pod.path("terminationGracePeriodSeconds").asInt())
                    .as(name)
                    .isGreaterThanOrEqualTo(45);
            assertThat(deployment
                            .at("/spec/strategy/rollingUpdate/maxUnavailable")
                            .asInt(-1))
                    .as(name)
                    .isZero();
        }
    }

    @Test
    @DisplayName("let no container run as root, write to its own file system, gain rights, or take memory without end")
    void hardened() {
        for (JsonNode deployment : of("Deployment")) {
            JsonNode pod = deployment.at("/spec/template/spec");
            JsonNode security = pod.at("/containers/0/securityContext");
            String name = name(deployment);
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean())
                    .as(name)
                    .isTrue();
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true))
                    .as(name)
                    .isFalse();
            assertThat(security.path("readOnlyRootFilesystem").asBoolean())
                    .as(name)
                    .isTrue();
            assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                    .as(name)
                    .isFalse();
            assertThat(security.at("/capabilities/drop/0").asString()).as(name).isEqualTo("ALL");
            assertThat(pod.at("/containers/0/resources/limits/memory").asString(""))
                    .as(name)
                    .isNotEmpty();
        }
    }

    @Test
    @DisplayName(
            "keep one instance of each service while nodes are emptied, and leave the number of instances to a scaler")
    void scaled() {
        assertThat(names("PodDisruptionBudget")).containsExactlyInAnyOrderElementsOf(SERVICES);
        Set<String> scaled = new TreeSet<>();
        of("HorizontalPodAutoscaler")
                .forEach(each -> scaled.add(each.at("/spec/scaleTargetRef/name").asString()));
        of("ScaledObject").forEach(each -> {
            String service = each.at("/spec/scaleTargetRef/name").asString();
            scaled.add(service);
            assertThat(each.at("/spec/minReplicaCount").asInt()).as(service).isGreaterThanOrEqualTo(2);
            Set<String> queues = new TreeSet<>();
            each.at("/spec/triggers")
                    .forEach(trigger ->
                            queues.add(trigger.at("/metadata/queueName").asString("")));
            String wireName = service.replace("-service", "");
            assertThat(queues).as(service).contains(wireName + ".live", wireName + ".bulk");
        });
        assertThat(scaled).containsExactlyInAnyOrderElementsOf(SERVICES);
        assertThat(of("Deployment"))
                .allSatisfy(each -> assertThat(each.at("/spec/replicas").isMissingNode())
                        .as(name(each))
                        .isTrue());
    }

    @Test
    @DisplayName("let nobody in or out who is not named")
    void network() {
        JsonNode nothingElse = of("NetworkPolicy").stream()
                .filter(each -> name(each).equals("nothing-else"))
                .findFirst()
                .orElseThrow();

        assertThat(nothingElse.at("/spec/podSelector").size()).isZero();
        assertThat(nothingElse.at("/spec/policyTypes").toString()).isEqualTo("[\"Ingress\",\"Egress\"]");
        assertThat(nothingElse.at("/spec").has("ingress")
                        || nothingElse.at("/spec").has("egress"))
                .isFalse();
    }

    @Test
    @DisplayName("name no setting and no secret that they do not make, so that a changed one rolls its service")
    void settings() {
        Set<String> made = new TreeSet<>(names("ConfigMap"));
        made.addAll(names("Secret"));
        for (JsonNode deployment : of("Deployment")) {
            Set<String> used = new TreeSet<>();
            deployment.at("/spec/template/spec/containers/0/envFrom").forEach(each -> {
                used.add(each.at("/configMapRef/name").asString(""));
                used.add(each.at("/secretRef/name").asString(""));
            });
            used.remove("");
            assertThat(used).as(name(deployment)).hasSize(2).isSubsetOf(made);
            assertThat(used).as("with a digest of what is in it").allMatch(each -> each.matches(".*-[a-z0-9]{10}"));
        }
    }

    private static Tool.Ended validated(String manifests, String version) throws IOException {
        // KEDA's kinds are its own; what they must hold is checked above.
        String plain = Stream.of(manifests.split("\n---\n"))
                .filter(each -> !each.contains("keda.sh/"))
                .collect(Collectors.joining("\n---\n"));
        Path file = Files.writeString(directory.resolve("plain.yaml"), plain);
        return new Tool("kubernetes-validate").run(directory, "--strict", "-k", version, file.toString());
    }

    private static List<JsonNode> of(String kind) {
        return resources.stream()
                .filter(each -> each.path("kind").asString("").equals(kind))
                .toList();
    }

    private static List<String> names(String kind) {
        return of(kind).stream().map(KubernetesTest::name).toList();
    }

    private static String name(JsonNode resource) {
        return resource.at("/metadata/name").asString();
    }

    private static List<JsonNode> parsed(String text) {
        List<JsonNode> all = new ArrayList<>();
        for (Object each : new Yaml().loadAll(text)) {
            all.add(JsonMapper.shared().valueToTree(each));
        }
        return all;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target =
                        to.resolve(Objects.requireNonNull(from.relativize(each)).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }
}
