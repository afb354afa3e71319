package org.throughcare.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;

/** All that is held about one person, from all services: a package that is not everything never passes for the whole. */
class SubjectAccessTest {

    private static final String ID = "0190cccc-0000-7000-8000-000000000001";
    private static final String PART = "/participants/" + ID + "/subject-access";
    private static final String PATH = "/api/people/" + ID + "/subject-access";
    private static final String NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";
    private static final Edge EDGE = new Edge(Map.of());

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @BeforeEach
    void everybodyHoldsSomething() {
        List.of(EDGE.participant, EDGE.notes, EDGE.scheduling, EDGE.referral).forEach(StubService::forget);
        EDGE.participant.json(PART, """
                {"preparedAt":"2026-03-04T10:00:00.000Z","cut":[],"notWithin":["The log of each single change."],
                 "participant":{"caseNumber":"TR-4K7","name":{"given":"Dara","family":"Wells"},
                 "identity":{"dateOfBirth":"1987-03-04"}},"readBy":[]}""");
        EDGE.notes.json(PART, """
                {"cut":[],"notice":"%s","notes":[{"id":"n1","restricted":true,"occurredAt":"2026-03-04T10:00:00-06:00",
                 "text":{"discussion":"<script>alert(1)</script> & \\"quoted\\"","othersPresent":["Ruth","Sam"]}}]}""".formatted(NOTICE));
        EDGE.scheduling.json(PART, """
                {"cut":[],"notice":"%s","appointments":[],"readBy":[
                 {"at":"2026-03-05T10:00:00.000Z","who":"staff:w1","name":"Ana"},
                 {"at":"2026-03-06T10:00:00.000Z","who":"staff:w2","reason":"handed out"}]}""".formatted(NOTICE));
        EDGE.referral.json(PART, "{\"cut\":[],\"money\":[{\"line\":{\"amount\":40.5}}]}");
    }

    private static HttpResponse<String> ask(String query) {
        return EDGE.send(EDGE.asStaff(PATH + query));
    }

    private static HttpResponse<String> paper() {
        return EDGE.send(EDGE.asStaff(PATH).header("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"));
    }

    private static String disposition(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Disposition").orElse("");
    }

    @Test
    @DisplayName("every service is asked with the caller's own token and reason, and its part is there as it gave it")
    void complete() {
        HttpResponse<String> answer = ask("?reason=asked+at+the+desk+%26+signed");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("{\"complete\":true,\"missing\":[],\"cut\":[],\"notices\":[\"42 CFR part 2");
        JsonNode all = EDGE.read(answer);
        assertThat(all.path("notices")).hasSize(1);
        assertThat(all.path("person").asString()).isEqualTo(ID);
        assertThat(all.at("/participant/participant/identity/dateOfBirth").asString())
                .isEqualTo("1987-03-04");
        assertThat(all.at("/notes/notes/0/text/discussion").asString()).contains("<script>");
        assertThat(all.at("/scheduling/readBy/1/reason").asString()).isEqualTo("handed out");
        assertThat(all.at("/referral/money/0/line/amount").asDouble()).isEqualTo(40.5);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(disposition(answer)).contains("\"file-of-" + ID + ".json\"");
        for (StubService each : List.of(EDGE.participant, EDGE.notes, EDGE.scheduling, EDGE.referral)) {
            assertThat(each.last().path()).isEqualTo(PART + "?reason=asked+at+the+desk+%26+signed");
            assertThat(each.last().headers().getFirst("Authorization")).startsWith("Bearer ");
        }
    }

    @Test
    @DisplayName(
            "a service that is late, fails, refuses, does not know the person or gives no package is named first, with why")
    void missing() {
        EDGE.notes.silent(PART);
        EDGE.scheduling.on(PART, exchange -> StubService.reply(exchange, 403, "{}"));
        EDGE.referral.on(PART, exchange -> StubService.reply(exchange, 404, "{}"));

        HttpResponse<String> answer = ask("");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{\"complete\":false,\"missing\":[{\"part\":\"notes\"");
        assertThat(disposition(answer)).contains("\"incomplete-file-of-" + ID + ".json\"");
        JsonNode all = EDGE.read(answer);
        assertThat(missing(all))
                .containsExactly(
                        "notes: notes-service did not answer in time.",
                        "scheduling: not yours to see",
                        "referral: does not know this person");
        assertThat(all.has("notes")).isFalse();
        assertThat(all.at("/participant/participant/caseNumber").asString()).isEqualTo("TR-4K7");

        EDGE.notes.on(PART, exchange -> StubService.reply(exchange, 500, "{\"detail\":\"broken\"}"));
        EDGE.scheduling.json(PART, "{\"appointments\":[]}");
        EDGE.referral.on(PART, exchange -> StubService.reply(exchange, 200, ""));
        assertThat(missing(EDGE.read(ask(""))))
                .containsExactly(
                        "notes: broken",
                        "scheduling: answered without a package",
                        "referral: answered without a package");
    }

    private static List<String> missing(JsonNode all) {
        List<String> missing = new ArrayList<>();
        all.path("missing")
                .forEach(each -> missing.add(
                        each.path("part").asString() + ": " + each.path("why").asString()));
        return missing;
    }

    @Test
    @DisplayName("a large part is passed on whole")
    void large() {
        String note = "{\"text\":\"" + "x".repeat(2_000) + "\"}";
        EDGE.notes.json(PART, "{\"cut\":[],\"notes\":[" + (note + ",").repeat(1_999) + note + "]}");

        JsonNode all = EDGE.read(ask(""));

        assertThat(all.path("complete").asBoolean()).isTrue();
        assertThat(all.at("/notes/notes").size()).isEqualTo(2_000);
        assertThat(all.at("/notes/notes/1999/text").asString()).hasSize(2_000);
    }

    @Test
    @DisplayName(
            "a part that holds less than there is makes the package incomplete, and says so on paper before anything else")
    void cut() {
        EDGE.scheduling.json(PART, "{\"cut\":[{\"of\":\"readBy\",\"within\":40000}],\"readBy\":[]}");

        JsonNode all = EDGE.read(ask(""));

        assertThat(all.path("complete").asBoolean()).isFalse();
        assertThat(all.path("missing")).isEmpty();
        assertThat(all.at("/cut/0/part").asString()).isEqualTo("scheduling");
        assertThat(all.at("/cut/0/of").asString()).isEqualTo("readBy");
        assertThat(all.at("/cut/0/within").asInt()).isEqualTo(40_000);
        String page = paper().body();
        assertThat(page).contains("This is not everything").doesNotContain("This is everything");
        assertThat(page.indexOf("This is not everything")).isBetween(0, page.indexOf("<main>"));
        assertThat(page).contains("40000");
    }

    @Test
    @DisplayName(
            "whose file it is, and whether it is the caller's to hand out, participant-service says: 403, 404, and 503 while it is away")
    void whoSays() {
        EDGE.participant.on(PART, exchange -> StubService.reply(exchange, 403, "{}"));
        assertThat(ask("").statusCode())
                .as("a case manager, or a supervisor of another site")
                .isEqualTo(403);
        EDGE.participant.on(PART, exchange -> StubService.reply(exchange, 404, "{}"));
        assertThat(ask("").statusCode()).as("another grantee's").isEqualTo(404);
        EDGE.participant.on(PART, exchange -> StubService.reply(exchange, 503, "{}"));
        HttpResponse<String> away = ask("");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(EDGE.read(away).path("type").asString()).endsWith("/service-away");
        assertThat(away.body()).doesNotContain("script").doesNotContain("40.5");
    }

    @Test
    @DisplayName("machines get nothing, and with a reason of 501 characters nobody is even asked; 500 are passed on")
    void notAsked() {
        assertThat(EDGE.send(EDGE.asSystem(PATH)).statusCode()).isEqualTo(403);
        assertThat(ask("?reason=" + "x".repeat(501)).statusCode()).isEqualTo(400);
        assertThat(EDGE.participant.asked).isEmpty();
        assertThat(EDGE.notes.asked).isEmpty();
        assertThat(ask("?reason=" + "x".repeat(500)).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName(
            "on paper: a language, one heading of the first order, tables with headers, every word as text, and no script")
    void readable() throws Exception {
        HttpResponse<String> answer = paper();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy).startsWith("default-src 'none'; style-src 'sha256-"));
        String page = answer.body();
        assertThat(page)
                .contains(
                        "<html lang=\"en\">",
                        "<title>What is held about you</title>",
                        "Dara Wells (case number TR-4K7)")
                .contains("This is everything that is held about you")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot;")
                .contains("2026-03-05 10:00:00 UTC", "2026-03-04T10:00:00-06:00")
                .contains("<li>Ruth</li><li>Sam</li>")
                .contains("<p>None.</p>")
                .doesNotContain("<script");
        assertThat(page.split(NOTICE, -1)).as("the notice, once").hasSize(2);

        Document document = asXml(page);
        assertThat(document.getElementsByTagName("h1").getLength()).isEqualTo(1);
        List<Integer> levels = levels(document);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i) - levels.get(i - 1))
                    .as("no heading skips a level")
                    .isLessThanOrEqualTo(1);
        }
        NodeList tables = document.getElementsByTagName("table");
        assertThat(tables.getLength()).isGreaterThan(3);
        for (int i = 0; i < tables.getLength(); i++) {
            NodeList headers = ((Element) tables.item(i)).getElementsByTagName("th");
            assertThat(headers.getLength()).isPositive();
            for (int j = 0; j < headers.getLength(); j++) {
                assertThat(((Element) headers.item(j)).getAttribute("scope")).isIn("row", "col");
            }
        }
        assertThat(page).contains("<th scope=\"col\">Who</th>", "<th scope=\"row\">Date of birth</th>");
    }

    @Test
    @DisplayName("none is printed while a part is missing: 503 names it and says when to ask again")
    void noPaperOfAPart() {
        EDGE.notes.on(PART, exchange -> StubService.reply(exchange, 500, "{\"detail\":\"broken\"}"));

        HttpResponse<String> answer = paper();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(EDGE.read(answer).path("type").asString()).endsWith("/package-incomplete");
        assertThat(EDGE.read(answer).path("detail").asString()).contains("notes-service (broken)");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).doesNotContain("Dara");
    }

    /** What is well-formed as XML, but for what HTML leaves open. */
    private static Document asXml(String page) throws Exception {
        String xml = page.substring(page.indexOf("<html")).replaceAll("<(meta[^>]*)>", "<$1/>");
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Integer> levels(Document document) {
        NodeList all = document.getElementsByTagName("*");
        List<Integer> levels = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            String name = all.item(i).getNodeName();
            if (name.matches("h[1-6]")) {
                levels.add(name.charAt(1) - '0');
            }
        }
        return levels;
    }
}
