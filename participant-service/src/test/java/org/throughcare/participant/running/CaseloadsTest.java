package org.throughcare.participant.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.throughcare.participant.running.Place.id;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Levels of care, what they weigh on a caseload, and how caseloads change hands; at a site whose limit is four cases. */
class CaseloadsTest extends AtAPlace {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int LIMIT = 4;

    @BeforeAll
    void start() {
        String today = place().today().toString();
        String asked = "programme=LEAP&site=" + place().site;
        String token = place().token(place().supervisor);
        ObjectNode values = (ObjectNode) place().running
                .get("/policies/in-force?" + asked + "&on=" + today, token)
                .json()
                .path("values");
        values.put("caseloadLimitBefore", LIMIT);
        String policy = place().running
                .get("/policies/id?" + asked + "&effectiveFrom=" + today, token)
                .json()
                .path("id")
                .asString();
        Map<String, Object> body = Map.of(
                "programme",
                "LEAP",
                "site",
                place().site,
                "effectiveFrom",
                today,
                "zone",
                Place.ZONE.getId(),
                "values",
                values);
        Answer published = place().asSystem("PUT", "/policies/" + policy, body);
        assertThat(published.status()).as(published.http().body()).isEqualTo(201);
    }

    private String supervisor() {
        return place().token(place().supervisor);
    }

    private String worker() {
        return place().worker("JAIL_CASE_MANAGER", "JAIL");
    }

    private Answer open(String participant, String worker) {
        return place().running.put("/participants/" + participant + "/case", place().token(worker), Map.of());
    }

    private String withCase(String worker) {
        String participant = place().takenIn();
        Answer opened = open(participant, worker);
        assertThat(opened.status()).as(opened.http().body()).isEqualTo(201);
        return participant;
    }

    private void hold(String participant) {
        Answer held = place().running
                .put(
                        "/participants/" + participant + "/custody",
                        supervisor(),
                        Map.of("facility", "County Jail", "since", "2025-01-15"));
        assertThat(held.status()).as(held.http().body()).isEqualTo(201);
    }

    private Answer stratify(String participant, String worker, Map<String, Object> body) {
        return place().running.post("/participants/" + participant + "/case/care", place().token(worker), body);
    }

    private JsonNode before(String worker) {
        return place().running
                .get("/staff/" + worker + "/caseload", supervisor())
                .json()
                .path("before");
    }

    private String primary(String participant) {
        return place().running
                .get("/participants/" + participant + "/case", supervisor())
                .json()
                .path("primary")
                .asString("");
    }

    @Test
    @DisplayName(
            "H5 L2 L17 found risk comes to a level of care, which moves the weight on the caseload and shows in the balance")
    void levelOfCare() {
        String worker = worker();
        String participant = withCase(worker);
        Answer unknown = stratify(participant, worker, Map.of("factors", List.of("CHARGES")));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().path("allowed").toString()).contains("HARD_TO_HOUSE");
        Answer high = stratify(participant, worker, Map.of("factors", List.of("HARD_TO_HOUSE", "SPECIAL_NEEDS")));
        assertThat(high.status()).as(high.http().body()).isEqualTo(200);
        assertThat(high.json().path("care").path("level").asString()).isEqualTo("INTENSIVE");
        assertThat(high.json().path("weightPercent").asInt()).isEqualTo(200);
        assertThat(before(worker).path("count").asInt()).isEqualTo(1);
        assertThat(before(worker).path("cases").asDouble()).isEqualTo(2);
        await().atMost(SOON).until(() -> weightInReport(worker) == 2);

        Map<String, Object> lighter = Map.of("factors", List.of("HARD_TO_HOUSE", "SPECIAL_NEEDS"), "level", "STANDARD");
        assertThat(stratify(participant, worker, lighter).status()).isEqualTo(422);
        Map<String, Object> reasoned = new HashMap<>(lighter);
        reasoned.put("because", "lives with an aunt since Monday");
        Answer standard = stratify(participant, worker, reasoned);
        assertThat(standard.json().path("careHistory").size()).isEqualTo(2);
        assertThat(standard.json().path("care").path("because").asString()).contains("aunt");
        assertThat(before(worker).path("cases").asDouble()).isEqualTo(1);
    }

    private double weightInReport(String worker) {
        JsonNode rows = place().running
                .get("/reports/caseload-balance?site=" + place().site, supervisor())
                .json()
                .path("rows");
        for (JsonNode row : rows) {
            if (row.path("worker").asString("").equals(worker)) {
                return row.path("weighted").asDouble();
            }
        }
        return 0;
    }

    @Test
    @DisplayName("L17 jail, community and mixed staff are compared, as JSON and as CSV")
    void balanceByKind() {
        String path = "/reports/caseload-balance?by=SETTING&site=" + place().site;
        await().atMost(SOON)
                .until(() -> place().running
                        .get(path, supervisor())
                        .json()
                        .path("rows")
                        .toString()
                        .contains("JAIL"));
        Answer csv = place().running.get(path, supervisor(), "Accept", "text/csv");
        assertThat(csv.http().body()).startsWith("site,kind,workers,people,weighted");
    }

    @Test
    @DisplayName(
            "L2 H5 of six cases opened at once for a worker with one that counts for two of four, exactly two are opened")
    void race() throws Exception {
        String worker = worker();
        String heavy = withCase(worker);
        assertThat(stratify(heavy, worker, Map.of("factors", List.of("HARD_TO_HOUSE", "SPECIAL_NEEDS")))
                        .status())
                .isEqualTo(200);
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            people.add(place().takenIn());
        }
        List<Future<Answer>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String each : people) {
                asked.add(threads.submit(() -> open(each, worker)));
            }
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Answer> each : asked) {
            statuses.add(each.get().status());
        }
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(2);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(4);
        assertThat(before(worker).path("past").asBoolean()).isFalse();
        assertThat(stratify(heavy, worker, Map.of("factors", List.of("HARD_TO_HOUSE")))
                        .status())
                .isEqualTo(200);
        assertThat(open(people.get(statuses.indexOf(409)), worker).status())
                .as("half a case of room is not enough")
                .isEqualTo(409);
    }

    @Test
    @DisplayName("L2 a case taken up again needs a place too: past the limit with a supervisor's reason only")
    void reopening() {
        String worker = worker();
        String closed = withCase(worker);
        for (int i = 1; i < LIMIT; i++) {
            withCase(worker);
        }
        String path = "/participants/" + closed + "/case";
        assertThat(place().running
                        .post(path + "/closure", place().token(worker), null)
                        .status())
                .isEqualTo(200);
        await().atMost(SOON).until(() -> before(worker).path("count").asInt() == LIMIT - 1);
        withCase(worker);
        Answer full = place().running.post(path + "/reopening", place().token(worker), Map.of());
        assertThat(full.status()).isEqualTo(409);
        assertThat(full.json().path("rule").asString()).isEqualTo("L2");
        assertThat(place().running
                        .post(path + "/reopening", place().token(worker), Map.of("overLimitBecause", "knows them"))
                        .status())
                .as("a case manager's own reason does not do")
                .isEqualTo(409);
        Answer again =
                place().running.post(path + "/reopening", supervisor(), Map.of("overLimitBecause", "knows them best"));
        assertThat(again.status()).as(again.http().body()).isEqualTo(200);
        assertThat(before(worker).path("past").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("C6 recommended for a participant is who had them before, with the reasons; who has them now is not")
    void recommended() {
        String former = worker();
        String now = worker();
        String participant = withCase(former);
        String path = "/participants/" + participant + "/case";
        assertThat(place().running
                        .post(path + "/primary", place().token(former), Map.of("staff", now))
                        .status())
                .isEqualTo(200);
        await().atMost(SOON).until(() -> before(former).path("count").asInt() == 0);
        JsonNode candidates =
                place().running.get(path + "/candidates", supervisor()).json();
        assertThat(candidates.path(0).path("staff").asString()).isEqualTo(former);
        assertThat(candidates.path(0).path("fits").asBoolean()).isTrue();
        assertThat(candidates.path(0).path("reasons").toString()).contains("answered for the participant until");
        assertThat(candidates.toString()).doesNotContain(now);
        hold(participant);
        for (JsonNode each :
                place().running.get(path + "/candidates", supervisor()).json()) {
            if (each.path("staff").asString("").equals(former)) {
                assertThat(each.path("fits").asBoolean()).isFalse();
                assertThat(each.path("reasons").toString()).contains("is not cleared for the jail");
            }
        }
    }

    private Answer leave(String leaving, LocalDate lastDay, String... successors) {
        return place().running
                .post(
                        "/staff/" + leaving + "/departure",
                        supervisor(),
                        Map.of(
                                "lastDay",
                                lastDay.toString(),
                                "successors",
                                List.of(successors),
                                "reason",
                                "moves away"));
    }

    private JsonNode preview(String leaving, LocalDate lastDay, String successor) {
        return place().running
                .get(
                        "/staff/" + leaving + "/departure/preview?lastDay=" + lastDay + "&successors=" + successor,
                        supervisor())
                .json();
    }

    private JsonNode member(String staff) {
        return place().running.get("/staff/" + staff, supervisor()).json();
    }

    private void dayBegins(LocalDate day) {
        place().running
                .bean(BusinessClock.class)
                .moveTo(day.atTime(LocalTime.of(0, 0, 1)).atZone(Place.ZONE).toInstant());
    }

    @Test
    @DisplayName(
            "L12 a departure is previewed and changes nothing, kept until its day, withdrawn, planned again, and moves everybody"
                    + " when the day begins")
    void departureAhead() {
        String leaving = worker();
        String successor = worker();
        String held = withCase(leaving);
        hold(held);
        String other = withCase(leaving);
        LocalDate day = place().today().plusDays(5);

        JsonNode uncleared = preview(leaving, day, successor);
        assertThat(uncleared.path("cases").asInt()).isEqualTo(2);
        assertThat(despite(uncleared, held)).contains("NO_CLEARANCE");
        assertThat(despite(uncleared, other)).isEqualTo("[]");
        Answer refused = leave(leaving, day, successor);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asString()).contains("1 of the participants are held");
        assertThat(place().running
                        .post(
                                "/staff/" + successor + "/clearance",
                                supervisor(),
                                Map.of("state", "VALID", "validUntil", day.toString()))
                        .status())
                .isEqualTo(200);
        String etag = place().running
                .get("/participants/" + held + "/case", supervisor())
                .header("ETag");
        JsonNode cleared = preview(leaving, day, successor);
        assertThat(despite(cleared, held)).isEqualTo("[]");
        assertThat(cleared.path("moves").path(0).path("to").asString()).isEqualTo(successor);
        assertThat(place().running
                        .get("/participants/" + held + "/case", supervisor())
                        .header("ETag"))
                .isEqualTo(etag);
        assertThat(despite(preview(leaving, day.plusDays(1), successor), held))
                .as("the clearance ends the day before")
                .contains("NO_CLEARANCE");

        Answer planned = leave(leaving, day, successor);
        assertThat(planned.status()).as(planned.http().body()).isEqualTo(200);
        assertThat(planned.json().path("leavesOn").asString()).isEqualTo(day.toString());
        assertThat(member(leaving).path("active").asBoolean()).isTrue();
        String withdrawal = "/staff/" + leaving + "/departure/withdrawal";
        assertThat(place().running.post(withdrawal, supervisor(), null).status())
                .isEqualTo(200);
        assertThat(member(leaving).has("leavesOn")).isFalse();
        assertThat(leave(leaving, day, successor).status()).isEqualTo(200);
        assertThat(primary(held)).isEqualTo(leaving);

        dayBegins(day);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(member(leaving).path("active").asBoolean()).isFalse();
            assertThat(primary(held)).isEqualTo(successor);
            assertThat(primary(other)).isEqualTo(successor);
            assertThat(before(successor).path("count").asInt()).isEqualTo(2);
        });
        assertThat(place().running.post(withdrawal, supervisor(), null).status())
                .isEqualTo(409);
    }

    private static String despite(JsonNode outlook, String participant) {
        for (JsonNode move : outlook.path("moves")) {
            if (move.path("participant").asString("").equals(participant)) {
                return move.path("despite").toString();
            }
        }
        return "not in it";
    }

    @Test
    @DisplayName("L12 L2 past a successor's limit a departure needs a reason of its own, and goes on with it")
    void departurePastTheLimit() {
        String leaving = worker();
        String successor = worker();
        String participant = withCase(leaving);
        for (int i = 0; i < LIMIT; i++) {
            withCase(successor);
        }
        Answer refused = leave(leaving, place().today(), successor);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("rule").asString()).isEqualTo("L2");
        assertThat(primary(participant)).isEqualTo(leaving);
        Answer left = place().running
                .post(
                        "/staff/" + leaving + "/departure",
                        supervisor(),
                        Map.of(
                                "lastDay",
                                place().today().toString(),
                                "successors",
                                List.of(successor),
                                "reason",
                                "moves away",
                                "overLimitBecause",
                                "nobody else until May"));
        assertThat(left.status()).as(left.http().body()).isEqualTo(200);
        await().atMost(SOON).until(() -> primary(participant).equals(successor));
        assertThat(place().running
                        .get("/staff/" + successor + "/caseload", supervisor())
                        .json()
                        .path("places")
                        .toString())
                .contains("nobody else until May");
    }

    @Test
    @DisplayName("C6 when the successor has left as well by the day of a departure, a colleague at the site takes over")
    void successorGone() {
        String leaving = worker();
        String successor = worker();
        String participant = withCase(leaving);
        LocalDate day = place().today().plusDays(3);
        assertThat(leave(leaving, day, successor).status()).isEqualTo(200);
        assertThat(leave(successor, place().today()).status()).isEqualTo(200);
        dayBegins(day);
        await().atMost(SOON).until(() -> !primary(participant).equals(leaving));
        assertThat(primary(participant)).isNotEqualTo(successor);
        assertThat(member(primary(participant)).path("active").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("H1 phases go forward and, with a reason, back; history says who, when and why")
    void phases() {
        String worker = worker();
        String path = "/participants/" + withCase(worker) + "/case/phase";
        String token = place().token(worker);
        assertThat(place().running
                        .post(path, token, Map.of("phase", "PLANNING"))
                        .status())
                .isEqualTo(200);
        assertThat(place().running
                        .post(path, token, Map.of("phase", "ASSESSING"))
                        .status())
                .isEqualTo(422);
        Answer back = place().running.post(path, token, Map.of("phase", "ASSESSING", "because", "lost the flat"));
        assertThat(back.status()).as(back.http().body()).isEqualTo(200);
        JsonNode last = back.json().path("phases").path(2);
        assertThat(last.path("because").asString()).isEqualTo("lost the flat");
        assertThat(last.path("by").asString()).contains(worker);
        assertThat(last.path("from").asString()).isEqualTo(place().today().toString());
        assertThat(place().running
                        .post(path, token, Map.of("phase", "TRANSITIONING"))
                        .status())
                .isEqualTo(200);
        assertThat(place().running
                        .post(path, token, Map.of("phase", "EVALUATING"))
                        .status())
                .isEqualTo(409);
        Answer called = place().running
                .post(
                        path + "/communications",
                        token,
                        Map.of("id", id(), "on", place().today().toString(), "with", "community case manager"));
        assertThat(called.status()).as(called.http().body()).isEqualTo(200);
        assertThat(place().running
                        .post(path, token, Map.of("phase", "EVALUATING"))
                        .status())
                .isEqualTo(200);
    }
}
