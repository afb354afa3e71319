package org.throughcare.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PeopleTest {

    private static final String ID = "0190cccc-0000-7000-8000-000000000001";
    private static final String PERSON = "/participants/" + ID;
    private static final Instant TOMORROW =
            Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    private static final Edge EDGE = new Edge(Map.of());

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @BeforeEach
    void aPersonEverybodyKnows() {
        List.of(EDGE.participant, EDGE.notes, EDGE.scheduling, EDGE.referral).forEach(StubService::forget);
        EDGE.participant
                .json(PERSON, "{\"id\":\"" + ID + "\",\"givenName\":\"Ann\"}")
                .json(
                        PERSON + "/custody",
                        "{\"population\":\"RELEASED\",\"release\":{\"id\":\"r1\",\"recordedAt\":\"2026-03-03T10:00:00.000Z\"}}")
                .json(PERSON + "/case", "{\"primary\":\"w1\"}")
                .json(
                        PERSON + "/plan",
                        "{\"version\":2,\"goals\":[{\"id\":\"g1\",\"state\":\"OPEN\"},{\"id\":\"g2\",\"state\":\"ACHIEVED\"}]}")
                .json(
                        PERSON + "/enrolment",
                        "{\"services\":[{\"id\":\"s1\",\"name\":\"Assessment\",\"from\":\"2026-03-01\"}]}")
                .json(PERSON + "/consents", "{\"items\":[{\"id\":\"c1\"}]}");
        EDGE.scheduling
                .json(PERSON + "/appointments", """
                        [{"id":"a0","state":"ATTENDED","start":"2026-03-02T10:00:00Z","end":"2026-03-02T11:00:00Z"},
                         {"id":"a2","state":"BOOKED","start":"%s","end":"%s"},
                         {"id":"a1","state":"BOOKED","start":"%s","end":"%s","opensWithPlan":true}]""".formatted(
                        TOMORROW.plusSeconds(7200), TOMORROW.plusSeconds(9000), TOMORROW, TOMORROW.plusSeconds(3600)))
                .json(PERSON + "/tasks", "[{\"id\":\"t1\",\"state\":\"OPEN\"},{\"id\":\"t2\",\"state\":\"DONE\"}]");
        EDGE.notes
                .json(
                        PERSON + "/notes",
                        "{\"items\":[{\"id\":\"n1\",\"kind\":\"MEETING\",\"occurredAt\":\"2026-03-04T10:00:00Z\"}]}")
                .json(PERSON + "/contact-compliance", "{\"overdue\":false}");
        EDGE.referral.json(
                PERSON + "/referrals",
                "[{\"id\":\"f1\",\"state\":\"ACCEPTED\",\"history\":[{\"state\":\"REQUESTED\",\"at\":\"2026-03-05T10:00:00Z\"},"
                        + "{\"state\":\"ACCEPTED\",\"at\":\"2026-03-06T10:00:00Z\"}]}]");
    }

    @Test
    void aFileIsPutTogetherFromAllServicesWithTheCallersOwnToken() {
        JsonNode view = EDGE.read(EDGE.send(EDGE.asStaff("/api/people/" + ID)));

        assertThat(view.path("identity").path("givenName").asString()).isEqualTo("Ann");
        assertThat(view.path("custody").path("population").asString()).isEqualTo("RELEASED");
        assertThat(view.path("consents")).hasSize(1);
        assertThat(view.path("openTasks")).hasSize(1);
        assertThat(view.path("latestNotes")).hasSize(1);
        assertThat(view.path("referrals")).hasSize(1);
        assertThat(view.path("nextAppointment").path("id").asString()).isEqualTo("a1");
        assertThat(view.path("missing")).isEmpty();
        assertThat(EDGE.notes.last().headers().getFirst("Authorization")).startsWith("Bearer ");
    }

    @Test
    @DisplayName(
            "L19 a file opens with the plan and what is still open of it when the next meeting is the first outside")
    void opensWithThePlan() {
        JsonNode first = EDGE.read(EDGE.send(EDGE.asStaff("/api/people/" + ID))).path("firstMeeting");

        assertThat(first.path("appointment").path("id").asString()).isEqualTo("a1");
        assertThat(first.path("plan").path("version").asInt()).isEqualTo(2);
        assertThat(first.path("openGoals"))
                .singleElement()
                .satisfies(goal -> assertThat(goal.path("id").asString()).isEqualTo("g1"));
    }

    @Test
    @DisplayName("L19 a file does not open with the plan when another meeting comes first")
    void doesNotOpenWithThePlan() {
        EDGE.scheduling.json(
                PERSON + "/appointments",
                "[{\"id\":\"a2\",\"state\":\"BOOKED\",\"start\":\"" + TOMORROW + "\",\"opensWithPlan\":false}]");

        assertThat(EDGE.read(EDGE.send(EDGE.asStaff("/api/people/" + ID))).has("firstMeeting"))
                .isFalse();
    }

    @Test
    void aPartWhoseServiceFailsIsNamedAndTheRestIsShown() {
        EDGE.notes.on(PERSON + "/notes", exchange -> StubService.reply(exchange, 500, "{\"detail\":\"broken\"}"));
        EDGE.scheduling.silent(PERSON + "/tasks");

        HttpResponse<String> answer = EDGE.send(EDGE.asStaff("/api/people/" + ID));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode view = EDGE.read(answer);
        assertThat(view.path("identity").path("givenName").asString()).isEqualTo("Ann");
        assertThat(view.path("missing")).anySatisfy(missing -> {
            assertThat(missing.path("part").asString()).isEqualTo("notes");
            assertThat(missing.path("service").asString()).isEqualTo("notes-service");
            assertThat(missing.path("why").asString()).isEqualTo("broken");
        });
        assertThat(view.path("missing"))
                .anySatisfy(
                        missing -> assertThat(missing.path("part").asString()).isEqualTo("tasks"));
    }

    @Test
    void whoMayNotSeeThePersonSeesNothing() {
        EDGE.participant.on(PERSON, exchange -> StubService.reply(exchange, 403, "{}"));

        HttpResponse<String> file = EDGE.send(EDGE.asStaff("/api/people/" + ID));
        HttpResponse<String> line = EDGE.send(EDGE.asStaff("/api/people/" + ID + "/timeline"));

        assertThat(List.of(file.statusCode(), line.statusCode())).containsExactly(403, 403);
        assertThat(line.body()).doesNotContain("MEETING");
    }

    @Test
    void theLineOfEventsIsNewestFirstOverAllServices() {
        EDGE.scheduling.json(
                PERSON + "/appointments",
                "[{\"id\":\"a0\",\"state\":\"ATTENDED\",\"start\":\"2026-03-02T10:00:00Z\"}]");

        JsonNode line = EDGE.read(EDGE.send(EDGE.asStaff("/api/people/" + ID + "/timeline")));

        assertThat(kinds(line)).containsExactly("REFERRAL", "REFERRAL", "NOTE", "CUSTODY", "APPOINTMENT", "SERVICE");
        assertThat(line.has("next")).isFalse();
    }

    @Test
    void pagesOfTheLineNeitherRepeatNorSkip() {
        String notes = IntStream.range(0, 25)
                .mapToObj(i ->
                        "{\"id\":\"n%02d\",\"kind\":\"MEETING\",\"occurredAt\":\"2026-03-04T10:00:00Z\"}".formatted(i))
                .collect(Collectors.joining(","));
        EDGE.notes.json(PERSON + "/notes", "{\"items\":[" + notes + "]}");
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = EDGE.read(EDGE.send(EDGE.asStaff("/api/people/" + ID + "/timeline?limit=7" + cursor)));
            page.path("items").forEach(item -> ids.add(item.path("id").asString()));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());

        assertThat(ids).hasSize(32).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("H8 asked for under an alias, a file and a line are the person's, under the id that stands for them")
    void underAnAlias() {
        String alias = "0190cccc-0000-7000-8000-000000000002";
        for (StubService each : List.of(EDGE.participant, EDGE.notes, EDGE.scheduling, EDGE.referral)) {
            each.alike("/participants/" + alias, PERSON);
        }
        JsonNode view = EDGE.read(EDGE.send(EDGE.asStaff("/api/people/" + alias)));
        assertThat(view.path("id").asString()).isEqualTo(ID);
        assertThat(view).isEqualTo(EDGE.read(EDGE.send(EDGE.asStaff("/api/people/" + ID))));
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            String whose = ids.size() % 2 == 0 ? alias : ID;
            JsonNode page = EDGE.read(EDGE.send(EDGE.asStaff("/api/people/" + whose + "/timeline?limit=1" + cursor)));
            page.path("items").forEach(item -> ids.add(item.path("id").asString()));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        List<String> whole = new ArrayList<>();
        EDGE.read(EDGE.send(EDGE.asStaff("/api/people/" + ID + "/timeline")))
                .path("items")
                .forEach(item -> whole.add(item.path("id").asString()));
        assertThat(ids).isEqualTo(whole).hasSizeGreaterThan(5);
    }

    @Test
    void aParameterOfTheWrongTypeIsNamedAndWhatWasExpected() {
        wrongType(EDGE.send(EDGE.asStaff("/api/people/" + ID + "/timeline?limit=many")), "limit", "a whole number");
        wrongType(EDGE.send(EDGE.asStaff("/api/people/not-an-id")), "id", "a UUID");
    }

    @Test
    void aPageTooLongOrOfNothingIsRefusedAndNotCutToSize() {
        for (int limit : List.of(-1, 0, 201)) {
            HttpResponse<String> answer = EDGE.send(EDGE.asStaff("/api/people/" + ID + "/timeline?limit=" + limit));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(EDGE.read(answer).path("type").asString()).endsWith("/invalid-request");
            JsonNode fault = EDGE.read(answer).path("errors").path(0);
            assertThat(fault.path("field").asString()).isEqualTo("limit");
            assertThat(fault.path("rule").asString()).isEqualTo("range");
        }
        assertThat(EDGE.send(EDGE.asStaff("/api/people/" + ID + "/timeline?limit=200"))
                        .statusCode())
                .isEqualTo(200);
    }

    private static void wrongType(HttpResponse<String> answer, String field, String expected) {
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode fault = EDGE.read(answer).path("errors").path(0);
        assertThat(EDGE.read(answer).path("type").asString()).endsWith("/invalid-request");
        assertThat(fault.path("field").asString()).isEqualTo(field);
        assertThat(fault.path("rule").asString()).isEqualTo("wrong-type");
        assertThat(fault.path("detail").asString()).isEqualTo("Expected " + expected + " here.");
    }

    @Test
    void aCursorOfSomebodyElseIsRefused() {
        assertThat(EDGE.send(EDGE.asStaff("/api/people/" + ID + "/timeline?cursor=abc"))
                        .statusCode())
                .isEqualTo(400);
    }

    private static List<String> kinds(JsonNode line) {
        List<String> kinds = new ArrayList<>();
        line.path("items").forEach(item -> kinds.add(item.path("kind").asString()));
        return kinds;
    }
}
