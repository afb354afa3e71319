package org.throughcare.participant.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** Somebody leaves the staff, and their caseload changes hands. */
@Tag("once")
class DeparturesTest extends AtASmallPlace {

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

    /** A last day that has ended: the departure takes effect at once. */
    private LocalDate yesterday() {
        return place().today().minusDays(1);
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
                    + " when the last day has ended")
    void departureAhead() {
        String leaving = worker();
        String successor = worker();
        String held = withCase(leaving);
        hold(held);
        String other = withCase(leaving);
        LocalDate day = place().today().plusDays(5);
        LocalDate takeover = day.plusDays(1);

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
                                Map.of("state", "VALID", "validUntil", takeover.toString()))
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
                .as("the clearance ends before the cases change hands")
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
        dayBegins(day);
        String marker = withCase(successor);
        await().atMost(SOON).until(() -> before(successor).path("count").asInt() == 1);
        assertThat(member(leaving).path("active").asBoolean())
                .as("works on the last day")
                .isTrue();
        assertThat(primary(held)).isEqualTo(leaving);

        dayBegins(takeover);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(member(leaving).path("active").asBoolean()).isFalse();
            assertThat(primary(held)).isEqualTo(successor);
            assertThat(primary(other)).isEqualTo(successor);
            assertThat(before(successor).path("count").asInt()).isEqualTo(3);
            assertThat(primary(marker)).isEqualTo(successor);
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
        Answer refused = leave(leaving, yesterday(), successor);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("rule").asString()).isEqualTo("L2");
        assertThat(primary(participant)).isEqualTo(leaving);
        Answer left = place().running
                .post(
                        "/staff/" + leaving + "/departure",
                        supervisor(),
                        Map.of(
                                "lastDay",
                                yesterday().toString(),
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
        assertThat(leave(successor, yesterday()).status()).isEqualTo(200);
        dayBegins(day.plusDays(1));
        await().atMost(SOON).until(() -> !primary(participant).equals(leaving));
        assertThat(primary(participant)).isNotEqualTo(successor);
        assertThat(member(primary(participant)).path("active").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("L12 one action moves a whole caseload, and nobody is left without a worker")
    void departure() {
        String leaving = place().worker("JAIL_CASE_MANAGER", "JAIL");
        String one = place().worker("JAIL_CASE_MANAGER", "JAIL");
        String other = place().worker("JAIL_CASE_MANAGER", "JAIL");
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String id = place().takenIn();
            assertThat(place().running
                            .put("/participants/" + id + "/case", place().token(leaving), Map.of())
                            .status())
                    .isEqualTo(201);
            people.add(id);
        }
        String path = "/staff/" + leaving + "/departure";
        String token = place().token(place().supervisor);
        String yesterday = place().today().minusDays(1).toString();
        Map<String, Object> nobody = Map.of("lastDay", yesterday, "successors", List.of(), "reason", "moves away");
        assertThat(place().running.post(path, token, nobody).status()).isEqualTo(409);
        Map<String, Object> two =
                Map.of("lastDay", yesterday, "successors", List.of(one, other), "reason", "moves away");
        Answer left = place().running.post(path, token, two);
        assertThat(left.status()).as(left.http().body()).isEqualTo(200);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(people)
                        .extracting(
                                id -> place().caseOf(id).json().path("primary").asString())
                        .containsOnly(one, other));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(places(one)).isEqualTo(2);
            assertThat(places(other)).isEqualTo(2);
            assertThat(places(leaving)).isZero();
        });
    }

    private int places(String worker) {
        return place().running
                .get("/staff/" + worker + "/caseload", place().token(place().supervisor))
                .json()
                .path("places")
                .size();
    }
}
