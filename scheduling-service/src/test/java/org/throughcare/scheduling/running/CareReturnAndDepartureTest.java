package org.throughcare.scheduling.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.throughcare.scheduling.running.Neighbours.id;
import static org.throughcare.scheduling.running.Neighbours.morning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** What participant-service announces of levels of care, returns that are taken back and departures, over AMQP and HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("once")
class CareReturnAndDepartureTest {

    @org.jspecify.annotations.Nullable
    private Neighbours started;

    @BeforeAll
    void start() {
        started = new Neighbours();
    }

    @AfterAll
    void stop() {
        neighbours().close();
    }

    @Test
    @DisplayName("H5 a level of care that is raised narrows the rhythm, and lowered gives it back")
    void care() {
        String participant = neighbours().participant();
        String path = "/participants/" + participant + "/cadence";
        await().until(() -> get(path).path("everyDays").asInt() == 7);
        neighbours().cares(participant, 2);
        await().until(() -> get(path).path("everyDays").asInt() == 2);
        assertThat(get(path).path("step").asString()).isEqualTo("in custody, by level of care");
        assertThat(get(path).path("nextMeetingBy").asString())
                .isEqualTo(LocalDate.now(Neighbours.ZONE).plusDays(2).toString());
        neighbours().cares(participant, null);
        await().until(() -> get(path).path("everyDays").asInt() == 7);
    }

    @Test
    @DisplayName(
            "L15 a return withdraws the first contact and gives the meeting inside back; taken back, both are as before it")
    void returnTakenBack() {
        String participant = neighbours().participant();
        await().until(() -> neighbours()
                        .running
                        .get("/participants/" + participant + "/cadence", token())
                        .status()
                == 200);
        String inside = "/appointments/" + id();
        Answer booked = neighbours().running.put(inside, token(), neighbours().booking(participant, morning(1)));
        assertThat(booked.status()).as(booked.http().body()).isEqualTo(201);
        String release = id();
        neighbours().released(participant, release);
        await().untilAsserted(() -> {
            assertThat(firstContact(participant)).containsExactly("OPEN");
            assertThat(get(inside).path("state").asString()).isEqualTo("CANCELLED");
        });
        neighbours().returned(participant);
        await().untilAsserted(() -> {
            assertThat(firstContact(participant)).containsExactly("WITHDRAWN");
            assertThat(get(inside).path("state").asString()).isEqualTo("BOOKED");
        });
        neighbours().returnTakenBack(participant, release);
        await().untilAsserted(() -> {
            assertThat(firstContact(participant)).containsExactly("OPEN");
            assertThat(get(inside).path("state").asString()).isEqualTo("CANCELLED");
        });
    }

    @Test
    @DisplayName(
            "L12 after the last day of a worker nothing is offered or booked, and what is booked already is listed")
    void departure() {
        String leaving = id();
        neighbours().staff(leaving, "JAIL_CASE_MANAGER", "{\"state\":\"VALID\"}");
        String participant = neighbours().participant();
        await().until(() -> neighbours()
                        .running
                        .get("/participants/" + participant + "/cadence", token())
                        .status()
                == 200);
        String own = neighbours().token(leaving);
        await().until(() -> neighbours()
                        .running
                        .get("/workers/" + leaving + "/departure", own)
                        .status()
                == 200);
        String hours = """
                {"pattern":[{"id":"%s","day":"WEDNESDAY","from":"10:00","to":"11:00","site":"%s","place":"%s","setting":"JAIL"}],
                 "exceptions":[]}""".formatted(id(), neighbours().site, neighbours().jail);
        neighbours().running.put("/workers/" + leaving + "/availability", own, hours);
        String after = "/appointments/" + id();
        assertThat(book(after, participant, leaving, 2).status()).isEqualTo(201);

        LocalDate lastDay = LocalDate.ofInstant(morning(1), Neighbours.ZONE);
        neighbours().leaves(leaving, lastDay);
        await().until(() -> get("/workers/" + leaving + "/departure", own)
                .path("lastDay")
                .asString("")
                .equals(lastDay.toString()));
        JsonNode left = get("/workers/" + leaving + "/departure", own);
        assertThat(left.path("appointments").size()).isEqualTo(1);
        assertThat(after).endsWith(left.at("/appointments/0/id").asString());
        String window = "/slots?from=" + morning(0).minusSeconds(3600) + "&to="
                + morning(3).plusSeconds(36_000);
        assertThat(get("/workers/" + leaving + window, own))
                .extracting(slot -> Instant.parse(slot.path("start").asString()))
                .contains(morning(1))
                .noneMatch(start -> !start.isBefore(morning(2)));
        Answer refused = book("/appointments/" + id(), participant, leaving, 3);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("rule").asString()).isEqualTo("L12");
        assertThat(book("/appointments/" + id(), participant, leaving, 1).status())
                .as("on the last day")
                .isEqualTo(201);

        neighbours().leaves(leaving, null);
        await().until(() -> !get("/workers/" + leaving + "/departure", own).has("lastDay"));
        assertThat(get("/workers/" + leaving + "/departure", own)
                        .path("appointments")
                        .size())
                .isZero();
        assertThat(neighbours()
                        .running
                        .get("/workers/" + leaving + "/departure", neighbours().token(neighbours().community))
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName(
            "L12 L5 a supervisor of the site is asked to find a leader for sessions after the last day, until there is one")
    void leaderLeaves() {
        String leaving = id();
        String supervisor = id();
        neighbours().staff(leaving, "JAIL_CASE_MANAGER", "{\"state\":\"VALID\"}");
        neighbours().staff(supervisor, "SUPERVISOR", "{\"state\":\"NONE\"}");
        String boss = neighbours().token(supervisor);
        String tasks = "/workers/" + supervisor + "/tasks";
        await().until(() -> neighbours().running.get(tasks, boss).status() == 200);
        String group = "/groups/" + id();
        String first = id();
        String second = id();
        Answer planned = plan(group, leaving, first, second);
        assertThat(planned.status()).as(planned.http().body()).isEqualTo(201);
        assertThat(get(tasks, boss).size()).isZero();

        neighbours().leaves(leaving, LocalDate.ofInstant(morning(11), Neighbours.ZONE));
        await().until(() -> get(tasks, boss).size() == 1);
        JsonNode task = get(tasks, boss).path(0);
        assertThat(task.path("kind").asString()).isEqualTo("FIND_LEADER");
        assertThat(group).endsWith(task.path("cause").asString());
        assertThat(task.has("participant")).isFalse();
        assertThat(Instant.parse(task.path("dueAt").asString())).isEqualTo(morning(12));
        String done = "/tasks/" + task.path("id").asString() + "/completion";
        assertThat(neighbours()
                        .running
                        .post(done, token(), "{\"how\":\"asked around\"}")
                        .status())
                .as("it is the supervisor's")
                .isEqualTo(403);

        Answer again = plan(group, neighbours().worker, first, second, "If-Match", planned.header("ETag"));
        assertThat(again.status()).as(again.http().body()).isEqualTo(200);
        await().until(() -> get(tasks, boss).size() == 0);
        neighbours().leaves(leaving, null);
    }

    private Answer plan(String group, String leader, String first, String second, String... headers) {
        return neighbours()
                .running
                .put(
                        group,
                        token(),
                        """
                {"name":"Job readiness","site":"%s","place":"%s","setting":"JAIL","leader":"%s","capacity":4,
                 "sessions":[{"id":"%s","start":"%s","end":"%s"},{"id":"%s","start":"%s","end":"%s"}]}""".formatted(
                                        neighbours().site,
                                        neighbours().jail,
                                        leader,
                                        first,
                                        morning(11),
                                        morning(11).plusSeconds(3600),
                                        second,
                                        morning(12),
                                        morning(12).plusSeconds(3600)),
                        headers);
    }

    private Answer book(String path, String participant, String worker, int weeks) {
        String body = neighbours().booking(participant, morning(weeks)).replace(neighbours().worker, worker);
        return neighbours().running.put(path, token(), body);
    }

    private List<String> firstContact(String participant) {
        return get("/participants/" + participant + "/tasks")
                .valueStream()
                .filter(task -> task.path("kind").asString().equals("FIRST_CONTACT"))
                .map(task -> task.path("state").asString())
                .toList();
    }

    private JsonNode get(String path) {
        return get(path, token());
    }

    private JsonNode get(String path, String token) {
        return neighbours().running.get(path, token).json();
    }

    private String token() {
        return neighbours().token(neighbours().worker);
    }

    private Neighbours neighbours() {
        return java.util.Objects.requireNonNull(started);
    }
}
