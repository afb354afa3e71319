package org.throughcare.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.platform.edge.EdgeUnderTest.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughcare.platform.edge.EdgeUnderTest.Answer;

class EdgeTest {

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

    private static Answer post(String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Idempotency-Key", "k-1"));
        all.addAll(List.of(headers));
        return edge.ask("POST", "/things", staff(JAIL), body, all.toArray(String[]::new));
    }

    @Nested
    class ABody {

        @ParameterizedTest(name = "{0} is refused at {1} by {2}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"name\":\"a\",\"nme\":1}| nme | unknown-field",
                    "{\"Name\":\"a\"}| Name | unknown-field",
                    "{\"name\":\"a\",\"parts\":[{\"label\":\"x\",\"spare\":false,\"extra\":1}]}| parts[0].extra |"
                            + " unknown-field",
                    "{\"name\":\"a\",\"size\":\"4\"}| size | wrong-type",
                    "{\"name\":\"a\",\"size\":4.5}| size | wrong-type",
                    "{\"name\":\"a\",\"size\":10}| size | max",
                    "{\"name\":\" \"}| name | not-blank",
                    "{}| name | not-blank",
                    "{\"name\":\"a\",\"parts\":[{\"spare\":true}]}| parts[0].label | not-null",
                    "{\"name\":\"a\",\"parts\":[{\"label\":\"x\",\"spare\":null}]}| parts[0].spare | wrong-type",
                    "{\"name\":\"a\",\"on\":\"2026-02-30\"}| on | wrong-type",
                    "{\"name\":\"a\",\"on\":\"2026-02-03T00:00:00Z\"}| on | wrong-type",
                    "{\"name\":\"a\",\"on\":[2026,2,3]}| on | wrong-type",
                    "{\"name\":\"a\",\"on\":20000}| on | wrong-type",
                    "{\"name\":\"a\",\"at\":\"2026-02-03T10:00:00\"}| at | wrong-type",
                    "{\"name\":\"a\",\"at\":1770000000}| at | wrong-type",
                    "{\"name\":\"a\",\"at\":\"1770000000\"}| at | wrong-type",
                    "{\"name\":\"a\",\"zone\":\"EST5\"}| zone | wrong-type",
                    "{\"name\":\"a\",\"zone\":\"America/Nowhere\"}| zone | wrong-type",
                    "{\"name\":\"a\",\"id\":\"not-one\"}| id | wrong-type",
                    "{\"name\":\"a\",\"colour\":\"BLUE\"}| colour | wrong-type",
                    "{\"name\":\"a\",\"colour\":0}| colour | wrong-type",
                    "{\"name\":[\"a\"]}| name | wrong-type",
                    "[]| '' | wrong-type",
                })
        void thatIsWrongSaysWhereAndWhy(String body, String field, String rule) {
            Answer answer = post(body);
            assertThat(answer.status()).as(answer.http().body()).isEqualTo(400);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.problem()).isEqualTo("invalid-request");
            assertThat(answer.fault().path("field").asString()).isEqualTo(field);
            assertThat(answer.fault().path("rule").asString()).isEqualTo(rule);
        }

        @Test
        @DisplayName("what was sent is never echoed, what would be right is said")
        void neverEchoed() {
            Answer answer = post("{\"name\":\"a\",\"colour\":\"123-45-6789\"}");
            assertThat(answer.http().body()).doesNotContain("123-45-6789").contains("one of RED, GREEN");
            assertThat(post("{\"name\":\"a\",\"on\":\"123-45-6789\"}").http().body())
                    .doesNotContain("123-45-6789")
                    .contains("YYYY-MM-DD");
        }

        @Test
        @DisplayName("malformed JSON is told with its position; an empty and a trailing body too")
        void malformed() {
            Answer answer = post("{\"name\":\"a\",\n \"size\": }");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.problem()).isEqualTo("malformed-json");
            assertThat(answer.json().path("line").asInt()).isEqualTo(2);
            assertThat(post("").problem()).isEqualTo("malformed-json");
            assertThat(post("{\"name\":\"a\"} {}").problem()).isIn("malformed-json", "invalid-request");
        }

        @Test
        @DisplayName("an instant may have any offset and comes back in UTC with three decimals")
        void instants() {
            Answer answer = post("{\"name\":\"a\",\"at\":\"2026-03-01T09:30:00-06:00\",\"zone\":\"America/Chicago\"}");
            assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
            assertThat(answer.json().path("thing").path("at").asString()).isEqualTo("2026-03-01T15:30:00.000Z");
        }

        @Test
        @DisplayName("a body at the limit is read, one byte more is 413")
        void tooLarge() {
            String frame = "{\"name\":\"\"}";
            assertThat(post("{\"name\":\"" + "x".repeat(2048 - frame.length()) + "\"}")
                            .status())
                    .isEqualTo(200);
            Answer answer = post("{\"name\":\"" + "x".repeat(2049 - frame.length()) + "\"}");
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.problem()).isEqualTo("too-large");
        }

        @Test
        void ofAnotherKindIsRefused() {
            Answer answer = post("name=a", "Content-Type", "application/x-www-form-urlencoded");
            assertThat(answer.status()).isEqualTo(415);
            assertThat(answer.problem()).isEqualTo("unsupported-media-type");
        }
    }

    @Nested
    class ACommand {

        @Test
        @DisplayName("needs an Idempotency-Key, except by PUT")
        void key() {
            Answer answer = edge.ask("POST", "/things", staff(JAIL), "{\"name\":\"a\"}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.problem()).isEqualTo("idempotency-key-missing");
            assertThat(answer.fault().path("field").asString()).isEqualTo("Idempotency-Key");

            Answer put = edge.ask("PUT", "/things/7", staff(JAIL), "{\"name\":\"a\"}");
            Answer same = edge.ask("PUT", "/things/7", staff(JAIL), "{\"name\":\"a\"}");
            Answer other = edge.ask("PUT", "/things/7", staff(JAIL), "{\"name\":\"b\"}");
            assertThat(put.json().path("id").asString()).startsWith("put:/things/7:");
            assertThat(same.json().path("id")).isEqualTo(put.json().path("id"));
            assertThat(other.json().path("id")).isNotEqualTo(put.json().path("id"));
        }

        @Test
        void refusesAKeyWithSpacesOrTooLong() {
            for (String key : List.of("a b", "x".repeat(201), "")) {
                Answer answer = edge.ask("POST", "/things", staff(JAIL), "{\"name\":\"a\"}", "Idempotency-Key", key);
                assertThat(answer.status()).as(key).isEqualTo(400);
            }
            assertThat(edge.ask("POST", "/things", staff(JAIL), "{\"name\":\"a\"}", "Idempotency-Key", "x".repeat(200))
                            .status())
                    .isEqualTo(200);
        }

        @Test
        @DisplayName("has a fingerprint of what was asked, and nobody without the key can try out what that was")
        void fingerprint() throws Exception {
            String first = post("{\"name\":\"a\"}")
                    .json()
                    .path("command")
                    .path("fingerprint")
                    .asString();
            assertThat(first).hasSize(64);
            byte[] asked = "POST /things\n{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_8);
            assertThat(first)
                    .isNotEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(asked)));
            assertThat(post("{\"name\":\"a\"}")
                            .json()
                            .path("command")
                            .path("fingerprint")
                            .asString())
                    .isEqualTo(first);
            assertThat(post("{\"name\":\"b\"}")
                            .json()
                            .path("command")
                            .path("fingerprint")
                            .asString())
                    .isNotEqualTo(first);
        }

        @Test
        @DisplayName("has the same fingerprint when the same fields come in another order")
        void orderOfFields() {
            String one = post("{\"name\":\"a\",\"size\":1}")
                    .json()
                    .path("command")
                    .path("fingerprint")
                    .asString();
            String two = post("{ \"size\": 1, \"name\": \"a\" }")
                    .json()
                    .path("command")
                    .path("fingerprint")
                    .asString();
            assertThat(one).hasSize(64).isEqualTo(two);
        }

        @Test
        @DisplayName("428 without If-Match, 400 for anything but one strong ETag")
        void ifMatch() {
            Answer missing = change();
            assertThat(missing.status()).isEqualTo(428);
            assertThat(missing.problem()).isEqualTo("precondition-required");
            for (String wrong : List.of("W/\"3\"", "3", "*", "\"3\", \"4\"", "\"x\"", "\"0\"")) {
                assertThat(change("If-Match", wrong).status()).as(wrong).isEqualTo(400);
            }
            assertThat(change("If-Match", "\"3\"")
                            .json()
                            .path("expectedRevision")
                            .asInt())
                    .isEqualTo(3);
        }

        private Answer change(String... headers) {
            List<String> all = new ArrayList<>(List.of("Idempotency-Key", "k"));
            all.addAll(List.of(headers));
            return edge.ask("POST", "/things/1/change", staff(JAIL), null, all.toArray(String[]::new));
        }
    }

    @Nested
    class ARequest {

        @Test
        void withAWrongOrMissingParameterSaysWhich() {
            Answer missing = edge.ask("GET", "/things", staff(JAIL), null);
            assertThat(missing.status()).isEqualTo(400);
            assertThat(missing.fault().path("field").asString()).isEqualTo("from");
            assertThat(missing.fault().path("rule").asString()).isEqualTo("required");
            Answer wrong = edge.ask("GET", "/things?from=01/02/2026", staff(JAIL), null);
            assertThat(wrong.fault().path("rule").asString()).isEqualTo("wrong-type");
            assertThat(wrong.http().body()).contains("YYYY-MM-DD").doesNotContain("01/02/2026");
            assertThat(edge.ask("GET", "/things?from=2026-01-02&at=1770000000", staff(JAIL), null)
                            .fault()
                            .path("field")
                            .asString())
                    .isEqualTo("at");
            Answer many = edge.ask("GET", "/things?from=2026-01-02&limit=101", staff(JAIL), null);
            assertThat(many.fault().path("field").asString()).isEqualTo("limit");
            assertThat(many.fault().path("rule").asString()).isEqualTo("max");
        }

        @Test
        void toNowhereOrByAnotherMethodIsAProblem() {
            assertThat(edge.ask("GET", "/nowhere", staff(JAIL), null).problem()).isEqualTo("not-found");
            Answer method = edge.ask("DELETE", "/things", staff(JAIL), null);
            assertThat(method.status()).isEqualTo(405);
            assertThat(method.problem()).isEqualTo("method-not-allowed");
            assertThat(method.header("Allow")).contains("GET");
            Answer accept = edge.ask("GET", "/whoami", staff(JAIL), null, "Accept", "text/csv");
            assertThat(accept.status()).isEqualTo(406);
        }

        @ParameterizedTest
        @CsvSource({"outbox, 503, 5", "owner, 503, 3", "store, 503, 3"})
        void thatMeetsSomethingAwayIsToldWhenToComeAgain(String what, int status, String after) {
            Answer answer = edge.ask("GET", "/fail/" + what, staff(JAIL), null);
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.problem()).isEqualTo("unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo(after);
            assertThat(answer.http().body()).doesNotContain("secret");
        }

        @Test
        @DisplayName("a fault of ours says nothing but the trace id, which is the caller's own")
        void internal() {
            String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
            Answer answer = edge.ask(
                    "GET", "/fail/bug", staff(JAIL), null, "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.problem()).isEqualTo("internal");
            assertThat(answer.http().body()).doesNotContain("secret");
            assertThat(answer.json().path("trace").asString()).isEqualTo(trace);
            assertThat(answer.header("Throughcare-Trace")).isEqualTo(trace);
        }
    }
}
