package org.throughcare.scheduling.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.throughcare.scheduling.running.Neighbours.id;
import static org.throughcare.scheduling.running.Neighbours.morning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.testing.RunningService;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** Over HTTP and AMQP, with a real store and broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("once")
class SchedulingServiceTest {

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
    @DisplayName(
            "a meeting is booked over HTTP with its ETag, the same request again is answered alike, a clash is 409 with its rule")
    void books() {
        String one = known();
        String other = known();
        String token = token();
        String path = "/appointments/" + id();

        Answer booked = running().put(path, token, neighbours().booking(one, morning(0)));
        Answer again = running().put(path, token, neighbours().booking(one, morning(0)));
        Answer clash = running()
                .put(
                        "/appointments/" + id(),
                        token,
                        neighbours().booking(other, morning(0).plus(Duration.ofMinutes(25))));

        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.header("ETag")).isEqualTo("\"2\"");
        assertThat(booked.json().path("state").asString()).isEqualTo("BOOKED");
        assertThat(again.json()).isEqualTo(booked.json());
        assertThat(clash.status()).isEqualTo(409);
        assertThat(clash.json().path("rule").asString()).isEqualTo("booking");
        assertThat(clash.json().path("detail").asString()).contains("The worker already has another appointment");
        assertThat(running().get(path, token).json().path("id").asString()).isEqualTo(path.substring(14));
    }

    @Test
    @DisplayName("of 24 that ask for one time at once over HTTP exactly one is booked, and no claim of another is left")
    void race() throws Exception {
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            people.add(known());
        }
        String token = token();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Answer>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String each : people) {
                asked.add(threads.submit(() -> {
                    start.await();
                    return running()
                            .put("/appointments/" + id(), token, neighbours().booking(each, morning(1)));
                }));
            }
            start.countDown();
        }
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> each : asked) {
            answers.add(each.get());
        }

        assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(a -> a.status() != 201).allMatch(a -> a.status() == 409);
        String winner = answers.stream()
                .filter(a -> a.status() == 201)
                .findFirst()
                .orElseThrow()
                .json()
                .path("id")
                .asString();
        String slot = morning(1).toString();
        List<Document> claims = neighbours()
                .inScope(() -> running()
                        .bean(TenantDatabases.class)
                        .current()
                        .getCollection("claim")
                        .find(com.mongodb.client.model.Filters.regex("_id", slot.substring(0, 10)))
                        .into(new ArrayList<>()));
        assertThat(claims).hasSize(12).allMatch(c -> c.getString("appointment").equals(winner));
    }

    @Test
    @DisplayName("L11 a policy that is published changes the cadences of its programme's participants")
    void policy() {
        String participant = known();
        String path = "/participants/" + participant + "/cadence";
        await().until(() ->
                running().get(path, token()).json().path("everyDays").asInt() == 7);

        neighbours().publishes(2, 3);
        await().until(() ->
                running().get(path, token()).json().path("everyDays").asInt() == 3);
        neighbours().publishes(3, 7);
        await().until(() ->
                running().get(path, token()).json().path("everyDays").asInt() == 7);
    }

    @Test
    @DisplayName("L15 a release heard of cancels inside and opens first contact; withdrawn, all of it is taken back")
    void release() {
        String participant = known();
        String token = token();
        String path = "/appointments/" + id();
        assertThat(running()
                        .put(path, token, neighbours().booking(participant, morning(2)))
                        .status())
                .isEqualTo(201);

        neighbours().released(participant, id());
        await().untilAsserted(() -> {
            assertThat(state(path)).isEqualTo("CANCELLED");
            assertThat(tasks(participant, "FIRST_CONTACT")).singleElement().satisfies(t -> {
                assertThat(t.path("state").asString()).isEqualTo("OPEN");
                assertThat(t.path("urgent").asBoolean()).isTrue();
                assertThat(t.path("assignee").asString()).isEqualTo(neighbours().worker);
            });
        });
        await().untilAsserted(() ->
                assertThat(cadence(participant).path("population").asString()).isEqualTo("RELEASED"));

        neighbours().inCustody(participant);
        await().untilAsserted(() -> {
            assertThat(state(path)).isEqualTo("BOOKED");
            assertThat(tasks(participant, "FIRST_CONTACT"))
                    .extracting(t -> t.path("state").asString())
                    .containsExactly("WITHDRAWN");
        });
    }

    @Test
    @DisplayName("L15 a signed note that counts as contact does the first contact, also when it is heard of first")
    void notes() {
        String participant = known();
        neighbours().contactNoted(participant);
        neighbours().released(participant, id());
        await().untilAsserted(() -> assertThat(tasks(participant, "FIRST_CONTACT"))
                .extracting(t -> t.path("state").asString())
                .containsExactly("DONE"));
    }

    @Test
    @DisplayName("N8 an exit heard of opens the check-ins, undone it withdraws them; an overdue one says so")
    void followUps() {
        String participant = known();
        neighbours().exited(participant, "EXITED");
        await().untilAsserted(() -> assertThat(tasks(participant, "FOLLOW_UP_CHECK_IN"))
                .hasSize(2)
                .allMatch(t -> t.path("state").asString().equals("OPEN")));
        await().untilAsserted(() -> assertThat(tasks(participant, "FOLLOW_UP_CHECK_IN"))
                .anyMatch(t -> t.path("overdue").asBoolean()));
        neighbours().exited(participant, "PARTICIPATING");
        await().untilAsserted(() -> assertThat(tasks(participant, "FOLLOW_UP_CHECK_IN"))
                .allMatch(t -> t.path("state").asString().equals("WITHDRAWN")));
    }

    @Test
    @DisplayName("L16 a drop-in by case number is taken by anybody on the staff and counts for the cadence")
    void dropIn() {
        String participant = known();
        Answer taken = running()
                .post(
                        "/drop-ins",
                        neighbours().token(neighbours().community),
                        "{\"caseNumber\":\"C-%s\",\"setting\":\"VIRTUAL\"}".formatted(participant.substring(24)));

        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.json().path("participant").asString()).isEqualTo(participant);
        String in7Days = java.time.LocalDate.ofInstant(
                        running().bean(BusinessClock.class).now(), Neighbours.ZONE)
                .plusDays(7)
                .toString();
        await().untilAsserted(() -> assertThat(
                        cadence(participant).path("nextMeetingBy").asString())
                .isEqualTo(in7Days));
    }

    @Test
    @DisplayName(
            "L8 hours set over HTTP give free slots, without what is booked; another's hours are not one's own to set")
    void availability() {
        String participant = known();
        String token = token();
        String hours = """
                {"pattern":[{"id":"%s","day":"WEDNESDAY","from":"10:00","to":"11:30","site":"%s","place":"%s","setting":"JAIL"}],"exceptions":[]}""".formatted(id(), neighbours().site, neighbours().jail);
        String path = "/workers/" + neighbours().worker;

        assertThat(running().put(path + "/availability", token, hours).status()).isIn(200, 201);
        assertThat(running()
                        .put(path + "/availability", neighbours().token(neighbours().community), hours)
                        .status())
                .isEqualTo(403);
        running()
                .put(
                        "/appointments/" + id(),
                        token,
                        neighbours().booking(participant, morning(3).plusSeconds(1800)));
        Instant day = morning(3);
        JsonNode slots = running()
                .get(path + "/slots?from=" + day.minusSeconds(3600) + "&to=" + day.plusSeconds(36000), token)
                .json();
        assertThat(slots).extracting(s -> s.path("start").asString()).hasSize(2);
        assertThat(running().get(path + "/appointments", token).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("L5 a group is planned, filled and waited for over HTTP")
    void group() {
        String token = token();
        String group = "/groups/" + id();
        Instant start = morning(5);
        Answer planned = running().put(group, token, """
                {"name":"Job readiness","site":"%s","place":"%s","setting":"JAIL","leader":"%s","capacity":1,
                 "sessions":[{"id":"%s","start":"%s","end":"%s"}]}""".formatted(
                neighbours().site, neighbours().jail, neighbours().worker, id(), start, start.plusSeconds(3600)));
        assertThat(planned.status()).as(planned.http().body()).isEqualTo(201);
        for (int i = 0; i < 2; i++) {
            Answer seat = running().post(group + "/seats", token, "{\"participant\":\"" + known() + "\"}");
            assertThat(seat.status()).isEqualTo(200);
        }
        JsonNode now = running().get(group, token).json();
        assertThat(now.path("roster").size()).isEqualTo(1);
        assertThat(now.path("waitlist").size()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "L15 a release heard of gives the seat in a group inside to who waits for it, and withdrawn it gives it back")
    void seatAfterRelease() {
        String token = token();
        String group = "/groups/" + id();
        Instant start = morning(7);
        running().put(group, token, """
                {"name":"Job readiness","site":"%s","place":"%s","setting":"JAIL","leader":"%s","capacity":1,
                 "sessions":[{"id":"%s","start":"%s","end":"%s"}]}""".formatted(
                neighbours().site, neighbours().jail, neighbours().worker, id(), start, start.plusSeconds(3600)));
        String first = known();
        String second = known();
        running().post(group + "/seats", token, "{\"participant\":\"" + first + "\"}");
        running().post(group + "/seats", token, "{\"participant\":\"" + second + "\"}");

        neighbours().released(first, id());
        await().untilAsserted(() -> assertThat(roster(group)).containsExactly(second));
        neighbours().inCustody(first);
        await().untilAsserted(() -> assertThat(tasks(first, "GROUP_SEAT"))
                .extracting(t -> t.path("state").asString())
                .containsExactly("OPEN"));
        neighbours().released(second, id());
        await().untilAsserted(() -> {
            assertThat(roster(group)).containsExactly(first);
            assertThat(tasks(first, "GROUP_SEAT"))
                    .extracting(t -> t.path("state").asString())
                    .containsExactly("WITHDRAWN");
        });
    }

    private List<String> roster(String group) {
        List<String> ids = new ArrayList<>();
        running()
                .get(group, token())
                .json()
                .path("roster")
                .forEach(s -> ids.add(s.path("id").asString()));
        return ids;
    }

    @Test
    @DisplayName(
            "Y16 a calendar is fetched by its secret address without signing in, names no one, and is gone once revoked")
    void calendar() {
        String participant = known();
        String token = token();
        running().put("/appointments/" + id(), token, neighbours().booking(participant, morning(6)));
        String worker = "/workers/" + neighbours().worker;
        String path = running()
                .post(worker + "/calendar-address", token, null)
                .json()
                .path("path")
                .asString();
        Answer fetched = running().ask("GET", path, null, null);

        assertThat(fetched.status()).isEqualTo(200);
        assertThat(fetched.header("Content-Type")).startsWith("text/calendar");
        assertThat(fetched.http().body().replace("\r\n ", ""))
                .contains("SUMMARY:One on one\\, case C-" + participant.substring(24))
                .contains("LOCATION:Jail AJC")
                .doesNotContain(participant);
        assertThat(running().ask("GET", worker + "/calendar.ics", null, null).status())
                .isEqualTo(401);
        running().post(worker + "/calendar-address/revocation", token, null);
        assertThat(running().ask("GET", path, null, null).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("without a token 401, with a field that nobody knows 400 with its path, of another grantee nothing")
    void edges() {
        String participant = known();
        assertThat(running().get("/participants/" + participant + "/tasks", "").status())
                .isEqualTo(401);
        Answer unknown = running()
                .put(
                        "/appointments/" + id(),
                        token(),
                        neighbours().booking(participant, morning(4)).replace("\"kind\"", "\"colour\":1,\"kind\""));
        assertThat(unknown.status()).isEqualTo(400);
        Answer elsewhere = running()
                .get(
                        "/participants/" + participant + "/tasks",
                        running().issuer().staff(RunningService.OTHER_GRANTEE, neighbours().worker));
        assertThat(elsewhere.status()).isIn(401, 403, 404);
    }

    /** Someone of whom this service has heard all it needs. */
    private String known() {
        String participant = neighbours().participant();
        await().until(() -> cadenceStatus(participant) == 200);
        return participant;
    }

    private int cadenceStatus(String participant) {
        return running()
                .get("/participants/" + participant + "/cadence", token())
                .status();
    }

    private JsonNode cadence(String participant) {
        return running()
                .get("/participants/" + participant + "/cadence", token())
                .json();
    }

    private String state(String appointment) {
        return running().get(appointment, token()).json().path("state").asString();
    }

    private List<JsonNode> tasks(String participant, String kind) {
        List<JsonNode> found = new ArrayList<>();
        running().get("/participants/" + participant + "/tasks", token()).json().forEach(t -> {
            if (t.path("kind").asString().equals(kind)) {
                found.add(t);
            }
        });
        return found;
    }

    private String token() {
        return neighbours().token(neighbours().worker);
    }

    private RunningService running() {
        return neighbours().running;
    }

    private Neighbours neighbours() {
        return java.util.Objects.requireNonNull(started);
    }
}
