package org.throughcare.participant.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.throughcare.participant.running.Place.id;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** Levels of care, what they weigh on a caseload, and who can take a case. */
@Tag("once")
class CaseloadsTest extends AtASmallPlace {

    private Answer stratify(String participant, String worker, Map<String, Object> body) {
        return place().running.post("/participants/" + participant + "/case/care", place().token(worker), body);
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

    private Answer clear(String worker, String until) {
        return place().running
                .post("/staff/" + worker + "/clearance", supervisor(), Map.of("state", "VALID", "validUntil", until));
    }

    private Answer assign(String participant, Map<String, Object> body) {
        return place().running.post("/participants/" + participant + "/case/primary", supervisor(), body);
    }

    @Test
    @DisplayName(
            "L12 C6 who is held gets nobody from inside who is not cleared today; the former worker stays, and nothing is announced")
    void uncleared() {
        String former = worker();
        String next = worker();
        String participant = withCase(former);
        hold(participant);
        String etag = place().caseOf(participant).header("ETag");
        Answer refused = assign(participant, Map.of("staff", next));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("rule").asString()).isEqualTo("L12");
        assertThat(refused.json().path("allowed").toString()).contains("candidates");
        assertThat(primary(participant)).isEqualTo(former);
        assertThat(place().caseOf(participant).header("ETag")).isEqualTo(etag);
        assertThat(before(next).path("count").asInt()).as("no place is taken").isZero();

        assertThat(assign(participant, Map.of("staff", former)).status())
                .as("who has the case keeps it")
                .isEqualTo(200);
        assertThat(clear(next, place().today().toString()).status()).isEqualTo(200);
        assertThat(assign(participant, Map.of("staff", next)).status())
                .as("cleared until today")
                .isEqualTo(200);
        assertThat(primary(participant)).isEqualTo(next);
    }

    private Answer openFor(String participant, Map<String, Object> body) {
        return place().running.put("/participants/" + participant + "/case", supervisor(), body);
    }

    @Test
    @DisplayName(
            "L12 C6 a case of who is held is opened for somebody named from inside only when cleared today; else nothing is opened or taken")
    void openedForSomebodyNamed() {
        String worker = worker();
        String participant = place().takenIn();
        hold(participant);
        Answer refused = openFor(participant, Map.of("primary", worker));
        assertThat(refused.status()).as(refused.http().body()).isEqualTo(409);
        assertThat(refused.json().path("rule").asString()).isEqualTo("L12");
        assertThat(refused.json().path("allowed").toString()).contains("candidates");
        assertThat(place().caseOf(participant).status()).as("no case").isEqualTo(404);
        assertThat(before(worker).path("count").asInt()).as("no place is taken").isZero();
        assertThat(openFor(participant, Map.of("primary", worker, "setting", "COMMUNITY"))
                        .status())
                .as("leads from outside")
                .isEqualTo(201);

        String next = place().takenIn();
        hold(next);
        assertThat(clear(worker, place().today().toString()).status()).isEqualTo(200);
        Answer opened = openFor(next, Map.of("primary", worker));
        assertThat(opened.status()).as("cleared until today").isEqualTo(201);
        assertThat(primary(next)).isEqualTo(worker);
    }

    @Test
    @DisplayName("L12 C6 who opens a case answers for it uncleared, and who is not held can be anybody's")
    void openedByWhoTakesIn() {
        String worker = worker();
        String held = place().takenIn();
        hold(held);
        assertThat(open(held, worker).status()).isEqualTo(201);
        assertThat(openFor(place().takenIn(), Map.of("primary", worker)).status())
                .isEqualTo(201);
    }

    @Test
    @DisplayName(
            "L12 a case of who is held is taken up again inside by who is cleared today alone; else it stays closed, and nothing is announced")
    void reopenedInside() {
        String worker = worker();
        String participant = withCase(worker);
        hold(participant);
        String path = "/participants/" + participant + "/case";
        assertThat(place().running
                        .post(path + "/closure", place().token(worker), null)
                        .status())
                .isEqualTo(200);
        await().atMost(SOON).until(() -> before(worker).path("count").asInt() == 0);
        String etag = place().caseOf(participant).header("ETag");
        Answer refused = place().running.post(path + "/reopening", place().token(worker), Map.of());
        assertThat(refused.status()).as(refused.http().body()).isEqualTo(409);
        assertThat(refused.json().path("rule").asString()).isEqualTo("L12");
        assertThat(refused.json().path("allowed").toString()).contains("clearance");
        assertThat(place().caseOf(participant).header("ETag")).isEqualTo(etag);
        assertThat(before(worker).path("count").asInt()).as("no place is taken").isZero();

        assertThat(clear(worker, place().today().toString()).status()).isEqualTo(200);
        assertThat(place().running
                        .post(path + "/reopening", place().token(worker), Map.of())
                        .status())
                .as("cleared until today")
                .isEqualTo(200);
    }

    @Test
    @DisplayName("L12 whoever leads from outside needs no clearance, and neither does anybody once there is no custody")
    void noClearanceNeeded() {
        String former = worker();
        String held = withCase(former);
        hold(held);
        String outside = place().worker("COMMUNITY_CASE_MANAGER", "COMMUNITY");
        assertThat(assign(held, Map.of("staff", outside)).status()).isEqualTo(200);
        assertThat(assign(held, Map.of("staff", outside, "setting", "JAIL")).status())
                .as("who has the case already")
                .isEqualTo(200);
        String free = withCase(former);
        assertThat(assign(free, Map.of("staff", worker())).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("L12 L7 a handover is taken over inside, of somebody who is held, by who is cleared alone")
    void handedOverInside() {
        String former = worker();
        String participant = withCase(former);
        hold(participant);
        String path = "/participants/" + participant + "/case/handover";
        String colleague = worker();
        assertThat(place().running
                        .post(path, place().token(former), Map.of("id", id(), "to", colleague))
                        .status())
                .isEqualTo(200);
        Map<String, Object> inside = Map.of("setting", "JAIL", "withoutBecause", "at short notice");
        Answer refused = place().running.post(path + "/acceptance", place().token(colleague), inside);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("rule").asString()).isEqualTo("L12");
        assertThat(clear(colleague, place().today().toString()).status()).isEqualTo(200);
        assertThat(place().running
                        .post(path + "/acceptance", place().token(colleague), inside)
                        .status())
                .isEqualTo(200);
        assertThat(primary(participant)).isEqualTo(colleague);
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
