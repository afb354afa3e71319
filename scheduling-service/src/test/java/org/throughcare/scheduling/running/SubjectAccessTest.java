package org.throughcare.scheduling.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.throughcare.scheduling.running.Neighbours.id;
import static org.throughcare.scheduling.running.Neighbours.morning;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.throughcare.platform.subject.PartTwo;
import org.throughcare.testing.RunningService;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** A person and somebody else, of whom the same things are kept: what is handed to the one has nothing of the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("once")
class SubjectAccessTest {

    private static final String THEIRS = "heliotrope is somebody else's own";

    private @Nullable Neighbours started;
    private String supervisor = "";
    private String administrator = "";

    @BeforeAll
    void start() {
        started = new Neighbours();
        supervisor = staff("SUPERVISOR", neighbours().site);
        administrator = staff("GRANTEE_ADMINISTRATOR", neighbours().site);
    }

    @AfterAll
    void stop() {
        neighbours().close();
    }

    @Test
    @DisplayName(
            "L3 L5 L15 all that is held about a person is one package: appointments, tasks, rhythm, own places in groups, and who read them")
    void everything() {
        String participant = known();
        String other = known();
        String group = group(participant, other);
        String kept = books(participant, 1);
        String cancelled = books(participant, 2);
        cancels(cancelled, "the bus did not come");
        cancels(books(other, 3), THEIRS);
        require(running().get("/participants/" + participant + "/tasks", token(neighbours().worker)), 200);
        neighbours().released(participant, id());
        neighbours().released(other, id());

        await().untilAsserted(() -> {
            JsonNode file = file(participant);
            assertThat(file.path("tasks").toString()).contains("FIRST_CONTACT");
            assertThat(file.at("/groups/0/former/0/givenUp").isObject()).isTrue();
            assertThat(file.path("readBy").toString()).contains("\"tasks\"");
        });
        JsonNode file = file(participant);

        assertThat(file.path("appointments"))
                .extracting(each -> each.path("id").asString())
                .containsExactly(kept, cancelled);
        assertThat(file.at("/appointments/1/status/reason").asString()).isEqualTo("the bus did not come");
        assertThat(file.at("/cadences/0/participant").asString()).isEqualTo(participant);
        assertThat(file.at("/groups/0/group").asString()).isEqualTo(group);
        assertThat(file.at("/groups/0/former/0/id").asString()).isEqualTo(participant);
        assertThat(file.path("cut").size()).isZero();
        assertThat(file.has("notice")).isFalse();
        JsonNode reads = file.path("readBy");
        assertThat(reads.get(reads.size() - 1).path("what").asString()).isEqualTo("subject access");
        assertThat(file.toString()).doesNotContain(THEIRS).doesNotContain(other);
        assertThat(file(other).toString()).as("which is there to be found").contains(THEIRS);
    }

    @Test
    @DisplayName("L3 sober living is the person's to know, and brings the notice of 42 CFR part 2 with it")
    void soberLiving() {
        String participant = known();
        require(
                running()
                        .post(
                                "/participants/" + participant + "/cadence",
                                token(neighbours().worker),
                                "{\"kind\":\"EXEMPT_SOBER_LIVING\",\"reason\":\"moved into the house on Elm\"}"),
                200);

        JsonNode file = file(participant);

        assertThat(file.path("notice").asString()).isEqualTo(PartTwo.NOTICE);
        assertThat(file.at("/cadences/0/exempt/reason").asString()).isEqualTo("moved into the house on Elm");
    }

    @Test
    @DisplayName(
            "case managers, supervisors of another site, other grantees and long reasons get nothing; the refusal is on record")
    void whoMayNot() {
        String participant = known();
        cancels(books(participant, 4), THEIRS);
        String elsewhere = staff("SUPERVISOR", id());
        running().owners().answers("/participants/" + participant + "/case", """
                {"participant":"%s","site":"%s","sites":["%s"],"primary":"%s","team":[]}""".formatted(
                        participant, neighbours().site, neighbours().site, neighbours().worker));

        assertThat(asks(participant, neighbours().worker, "").problem()).isEqualTo("forbidden");
        assertThat(asks(participant, elsewhere, "").problem()).isEqualTo("case-not-open");
        assertThat(asks(participant, supervisor, "?reason=" + "x".repeat(501)).status())
                .isEqualTo(400);
        require(asks(participant, supervisor, "?reason=" + "x".repeat(500)), 200);
        require(asks(participant, administrator, ""), 200);
        Answer ofAnother = running()
                .get(
                        "/participants/" + participant + "/subject-access",
                        running().issuer().staff(RunningService.OTHER_GRANTEE, administrator));
        assertThat(ofAnother.status()).isEqualTo(404);
        assertThat(ofAnother.http().body()).doesNotContain(THEIRS);
        running().owners().away(true);
        try {
            assertThat(asks(id(), administrator, "").status()).isEqualTo(503);
        } finally {
            running().owners().away(false);
        }
        await().untilAsserted(() -> assertThat(file(participant).path("readBy")).anySatisfy(read -> {
            assertThat(read.path("outcome").asString()).isEqualTo("REFUSED");
            assertThat(read.path("who").asString()).isEqualTo("staff:" + neighbours().worker);
        }));
    }

    private Answer asks(String participant, String by, String query) {
        return running().get("/participants/" + participant + "/subject-access" + query, token(by));
    }

    private JsonNode file(String participant) {
        Answer answer = asks(participant, supervisor, "?reason=asked+at+the+desk");
        require(answer, 200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        return answer.json();
    }

    private String books(String participant, int weeks) {
        String id = id();
        require(
                running()
                        .put(
                                "/appointments/" + id,
                                token(neighbours().worker),
                                neighbours().booking(participant, morning(weeks))),
                201);
        return id;
    }

    private void cancels(String appointment, String reason) {
        require(
                running()
                        .post(
                                "/appointments/" + appointment + "/cancellation",
                                token(neighbours().worker),
                                "{\"reason\":\"" + reason + "\"}"),
                200);
    }

    /** Both have a seat in it. */
    private String group(String... participants) {
        String id = id();
        Instant start = morning(6);
        require(
                running().put("/groups/" + id, token(neighbours().worker), """
                {"name":"Job readiness","site":"%s","place":"%s","setting":"JAIL","leader":"%s","capacity":5,
                 "sessions":[{"id":"%s","start":"%s","end":"%s"}]}""".formatted(
                                neighbours().site,
                                neighbours().jail,
                                neighbours().worker,
                                id(),
                                start,
                                start.plusSeconds(3600))),
                201);
        for (String each : participants) {
            require(
                    running()
                            .post(
                                    "/groups/" + id + "/seats",
                                    token(neighbours().worker),
                                    "{\"participant\":\"" + each + "\"}"),
                    200);
        }
        return id;
    }

    private String known() {
        String participant = neighbours().participant();
        await().until(() -> running()
                        .get("/participants/" + participant + "/cadence", token(neighbours().worker))
                        .status()
                == 200);
        await().until(() -> running()
                        .get("/participants/" + participant + "/subject-access", token(administrator))
                        .status()
                == 200);
        return participant;
    }

    private String staff(String role, String site) {
        String id = id();
        running().owners().answers("/staff/" + id, """
                {"id":"%s","name":"%s","role":"%s","sites":["%s"],"active":true}""".formatted(id, role, role, site));
        return id;
    }

    private static void require(Answer answer, int status) {
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(status);
    }

    private String token(String staff) {
        return neighbours().token(staff);
    }

    private RunningService running() {
        return neighbours().running;
    }

    private Neighbours neighbours() {
        return Objects.requireNonNull(started);
    }
}
