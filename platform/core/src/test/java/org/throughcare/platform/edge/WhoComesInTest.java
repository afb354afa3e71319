package org.throughcare.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.platform.edge.EdgeUnderTest.CASE;
import static org.throughcare.platform.edge.EdgeUnderTest.ISSUER;
import static org.throughcare.platform.edge.EdgeUnderTest.OTHER_ISSUER;
import static org.throughcare.platform.edge.EdgeUnderTest.staff;
import static org.throughcare.platform.edge.EdgeUnderTest.system;
import static org.throughcare.platform.edge.EdgeUnderTest.token;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughcare.platform.edge.EdgeUnderTest.Answer;

class WhoComesInTest {

    private static final String JAIL = "jail-worker";
    private static EdgeUnderTest edge;

    @BeforeAll
    static void start() {
        edge = new EdgeUnderTest();
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @Nested
    class SignIn {

        @Test
        void isAskedFor() {
            Answer answer = edge.ask("GET", "/whoami", null, null);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.problem()).isEqualTo("unauthenticated");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }

        @Test
        void namesTheStaffMemberAndTheGrantee() {
            Answer answer = edge.ask("GET", "/whoami", staff(JAIL), null);
            assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
            assertThat(answer.json().path("caller").path("role").asString()).isEqualTo("JAIL_CASE_MANAGER");
            assertThat(answer.json().path("caller").path("name").asString()).isEqualTo("Ana");
            assertThat(answer.json().path("scope").path("grantee").asString()).isEqualTo("three-rivers");
        }

        @Test
        @DisplayName("a token 20 s past its end passes, 40 s past does not; none without an end")
        void expiry() {
            assertThat(edge.ask("GET", "/whoami", EdgeUnderTest.expired(20), null)
                            .status())
                    .isEqualTo(200);
            assertThat(edge.ask("GET", "/whoami", EdgeUnderTest.expired(40), null)
                            .status())
                    .isEqualTo(401);
            assertThat(edge.ask("GET", "/whoami", EdgeUnderTest.withoutExpiry(), null)
                            .status())
                    .isEqualTo(401);
        }

        @Test
        void withAForgedForeignOrMisdirectedTokenFails() {
            Map<String, String> claims = Map.of("grantee", "three-rivers", "staff", JAIL);
            for (String token : List.of(
                    EdgeUnderTest.forged(ISSUER, claims),
                    token("https://elsewhere.test", claims),
                    EdgeUnderTest.forAnotherAudience(),
                    "not.a.token")) {
                Answer answer = edge.ask("GET", "/whoami", token, null);
                assertThat(answer.status()).isEqualTo(401);
                assertThat(answer.problem()).isEqualTo("unauthenticated");
            }
        }

        @Test
        @DisplayName("an issuer that does not answer is 503, not 401")
        void issuerAway() {
            Answer answer = edge.ask(
                    "GET",
                    "/whoami",
                    token(EdgeUnderTest.AWAY_ISSUER, Map.of("grantee", "three-rivers", "staff", JAIL)),
                    null);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("sign-in-unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "unknown grantee, one, nobody-here, jail-worker, , unknown-grantee",
            "another grantee's issuer, two, three-rivers, jail-worker, , foreign-issuer",
            "unknown staff, one, three-rivers, stranger, , unknown-staff",
            "inactive staff, one, three-rivers, gone, , inactive-staff",
            "system from another issuer, two, three-rivers, jail-worker, system, forbidden",
            "role of a token is not believed, one, three-rivers, jail-worker, GRANTEE_ADMINISTRATOR, ''",
            "partner with no id, one, three-rivers, jail-worker, partner, forbidden",
        })
        void thatMayNotSpeakIsRefused(
                String what, String issuer, String grantee, String staff, String role, String problem) {
            Map<String, String> claims = role == null
                    ? Map.of("grantee", grantee, "staff", staff)
                    : Map.of("grantee", grantee, "staff", staff, "throughcare_role", role);
            Answer answer = edge.ask(
                    "GET",
                    "/whoami",
                    token(issuer.equals("one") ? ISSUER : OTHER_ISSUER, claims),
                    null,
                    "Throughcare-Grantee",
                    grantee);
            assertThat(answer.problem()).as(answer.http().body()).isEqualTo(problem);
            assertThat(answer.status()).isEqualTo(problem.isEmpty() ? 200 : 403);
            if (problem.isEmpty()) {
                assertThat(answer.json().path("caller").path("role").asString()).isEqualTo("JAIL_CASE_MANAGER");
            }
        }

        @Test
        @DisplayName("the grantee comes from the token: a staff member's header changes nothing")
        void headerIsForSystemOnly() {
            Answer answer = edge.ask("GET", "/whoami", staff(JAIL), null, "Throughcare-Grantee", "high-plains");
            assertThat(answer.json().path("scope").path("grantee").asString()).isEqualTo("three-rivers");
            Answer suite = edge.ask("GET", "/whoami", system(), null, "Throughcare-Grantee", "high-plains");
            assertThat(suite.json().path("scope").path("grantee").asString()).isEqualTo("high-plains");
            assertThat(suite.json().path("caller").path("role").asString()).isEqualTo("SYSTEM");
            assertThat(edge.ask("GET", "/whoami", system(), null).status()).isEqualTo(400);
        }

        @Test
        void isNotNeededForHealthMetricsAndDescription() {
            assertThat(edge.ask("GET", "/actuator/health/liveness", null, null).status())
                    .isEqualTo(200);
            Answer ready = edge.ask("GET", "/actuator/health/readiness", null, null);
            assertThat(ready.status()).as(ready.http().body()).isEqualTo(200);
            Answer metrics = edge.ask("GET", "/actuator/prometheus", null, null);
            assertThat(metrics.status()).isEqualTo(200);
            assertThat(metrics.http().body()).contains("service=\"edge\"");
            Answer api = edge.ask("GET", "/v3/api-docs", null, null);
            assertThat(api.status()).isEqualTo(200);
            assertThat(api.json().path("openapi").asString()).startsWith("3.1");
            assertThat(api.http().body())
                    .contains("Idempotency-Key", "If-Match", "#/components/schemas/Problem")
                    .doesNotContain("\"name\":\"command\"", "\"name\":\"caller\"", "/error\"");
            assertThat(edge.ask("GET", "/actuator/env", null, null).status()).isEqualTo(401);
        }
    }

    @Nested
    class ACase {

        @ParameterizedTest(name = "{0}: read {1}, write {2}")
        @CsvSource({
            "jail-worker, 200, 200",
            "former-member, 200, 200",
            "other-site, 403, 403",
            "monitor, 200, 403",
            "administrator, 200, 200",
        })
        @DisplayName("L21 is open to its team, former members included, and to its sites")
        void isOpenTo(String who, int read, int write) {
            assertThat(edge.ask("GET", "/participants/" + CASE, staff(who), null)
                            .status())
                    .isEqualTo(read);
            assertThat(edge.ask("POST", "/participants/" + CASE, staff(who), null)
                            .status())
                    .isEqualTo(write);
        }

        @Test
        @DisplayName("C7 a service with no routes for partners sends them away at the door")
        void partners() {
            String partner =
                    token(ISSUER, Map.of("grantee", "three-rivers", "partner", "p1", "throughcare_role", "partner"));
            Answer answer = edge.ask("GET", "/participants/" + CASE, partner, null);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo("forbidden");
        }

        @Test
        @DisplayName("before there is one, intake may begin")
        void beforeIntake() {
            String nobody = "0190aaaa-0000-7000-8000-000000000002";
            assertThat(edge.ask("POST", "/participants/" + nobody, staff("other-site"), null)
                            .status())
                    .isEqualTo(200);
            assertThat(edge.ask("GET", "/participants/" + nobody, staff("monitor"), null)
                            .status())
                    .isEqualTo(403);
        }

        @Test
        @DisplayName("opened by break-glass: the reason is on record before the answer, a short one is refused")
        void breakGlass() {
            assertThat(glass("short").status()).isEqualTo(400);
            assertThat(glass("cover for a sick colleague").status()).isEqualTo(200);
            List<Document> found = reads("break-glass");
            assertThat(found).hasSize(1);
            assertThat(found.getFirst())
                    .containsEntry("who", "staff:other-site")
                    .containsEntry("role", "COMMUNITY_CASE_MANAGER")
                    .containsEntry("participant", CASE)
                    .containsEntry("outcome", "ALLOWED")
                    .containsEntry("reason", "cover for a sick colleague")
                    .containsEntry("address", "127.0.0.1")
                    .containsKeys("at", "trace");
            assertThat(edge.ask(
                                    "GET",
                                    "/participants/0190aaaa-0000-7000-8000-000000000009",
                                    staff("monitor"),
                                    null,
                                    "Throughcare-Break-Glass",
                                    "monitors do not get this")
                            .status())
                    .isEqualTo(403);
        }

        @Test
        @DisplayName("reads and refused attempts are on record soon")
        void audited() {
            edge.ask("GET", "/participants/" + CASE, staff("administrator"), null);
            edge.ask("POST", "/participants/" + CASE, staff("monitor"), null);
            Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                assertThat(reads("test file"))
                        .anySatisfy(each -> assertThat(each)
                                .containsEntry("who", "staff:administrator")
                                .containsEntry("outcome", "ALLOWED"));
                assertThat(reads("POST /participants"))
                        .anySatisfy(each -> assertThat(each)
                                .containsEntry("who", "staff:monitor")
                                .containsEntry("outcome", "REFUSED"));
            });
        }

        private Answer glass(String reason) {
            return edge.ask(
                    "GET", "/participants/" + CASE, staff("other-site"), null, "Throughcare-Break-Glass", reason);
        }

        private List<Document> reads(String what) {
            try (MongoClient client = MongoClients.create(edge.store().connectionString())) {
                return client
                        .getDatabase("throughcare_edge_three-rivers")
                        .getCollection("reads")
                        .find()
                        .into(new ArrayList<>())
                        .stream()
                        .filter(each -> each.getString("what").startsWith(what))
                        .toList();
            }
        }
    }

    @Nested
    class Operations {

        @Test
        void areClosedToCaseManagers() {
            assertThat(edge.ask("GET", "/operations/grantees", staff(JAIL), null)
                            .status())
                    .isEqualTo(403);
        }

        @Test
        @DisplayName("an administrator sees the own grantee and changes none")
        void administrators() {
            Answer seen = edge.ask("GET", "/operations/grantees", staff("administrator"), null);
            assertThat(seen.http().body()).contains("three-rivers").doesNotContain("high-plains");
            assertThat(serve(staff("administrator"), "new-one").status()).isEqualTo(403);
        }

        @Test
        @DisplayName("a new grantee is served at once, and only for its issuers")
        void aNewGrantee() {
            Answer answer = serve(system(), "river-bend");
            assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
            assertThat(answer.json().path("state").asString()).isEqualTo("SERVED");
            Map<String, String> claims = Map.of("grantee", "river-bend", "staff", JAIL);
            assertThat(edge.ask("GET", "/whoami", token(OTHER_ISSUER, claims), null)
                            .status())
                    .isEqualTo(200);
            assertThat(edge.ask("GET", "/whoami", token(ISSUER, claims), null).status())
                    .isEqualTo(403);
            assertThat(serve(system(), "Bad_Name").status()).isEqualTo(400);
            assertThat(serve(system(), "control").status()).isEqualTo(400);
        }

        private Answer serve(String token, String grantee) {
            return edge.ask(
                    "PUT", "/operations/grantees/" + grantee, token, "{\"issuers\":[\"" + OTHER_ISSUER + "\"]}");
        }
    }
}
