package org.throughcare.scheduling.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.scheduling.running.Neighbours.id;
import static org.throughcare.scheduling.running.Neighbours.morning;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.throughcare.platform.store.CopyStores;
import org.throughcare.scheduling.known.KnownStaff;
import org.throughcare.testing.RunningService.Answer;

/** Who may look and change, and what they must have seen before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoMayTest {

    private @Nullable Neighbours started;

    @BeforeAll
    void start() {
        started = new Neighbours();
    }

    @AfterAll
    void stop() {
        neighbours().close();
    }

    @Test
    @DisplayName("a supervisor reads the diaries of their own sites' workers, and no other's")
    void supervisors() {
        String here = staff("SUPERVISOR", neighbours().site);
        String elsewhere = staff("SUPERVISOR", id());
        String path = "/workers/" + neighbours().worker + "/appointments";

        assertThat(neighbours().running.get(path, token(here)).status()).isEqualTo(200);
        assertThat(neighbours().running.get(path, token(elsewhere)).status()).isEqualTo(403);
        assertThat(neighbours()
                        .running
                        .get("/workers/" + neighbours().worker + "/tasks", token(elsewhere))
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName(
            "L5 a group is its site's: staff of another neither plan it nor take its attendance nor see its roster")
    void groups() {
        String participant = neighbours().participant();
        String elsewhere = staff("COMMUNITY_CASE_MANAGER", id());
        String group = "/groups/" + id();
        String session = id();
        String plan = plan(session, morning(3));
        assertThat(neighbours().running.put(group, token(elsewhere), plan).status())
                .isEqualTo(403);
        require(neighbours().running.put(group, token(neighbours().worker), plan), 201);
        require(
                neighbours()
                        .running
                        .post(
                                group + "/seats",
                                token(neighbours().worker),
                                "{\"participant\":\"" + participant + "\"}"),
                200);

        Answer seen = neighbours().running.get(group, token(elsewhere));
        require(seen, 200);
        assertThat(seen.http().body()).doesNotContain(participant);
        assertThat(neighbours()
                        .running
                        .get("/groups?site=" + neighbours().site, token(elsewhere))
                        .http()
                        .body())
                .doesNotContain(participant);
        assertThat(neighbours()
                        .running
                        .post(
                                group + "/sessions/" + session + "/attendance",
                                token(elsewhere),
                                "{\"attendance\":[{\"participant\":\"" + participant + "\",\"attended\":true}]}")
                        .status())
                .isEqualTo(403);
        assertThat(neighbours()
                        .running
                        .get(group, token(neighbours().worker))
                        .http()
                        .body())
                .contains(participant);
    }

    @Test
    @DisplayName(
            "what is there is set anew only with the revision that was seen, and back to the first is a change too")
    void seenBefore() {
        String worker = staff("JAIL_CASE_MANAGER", neighbours().site);
        String path = "/workers/" + worker + "/availability";
        String one = pattern("MONDAY");
        String other = pattern("TUESDAY");

        require(neighbours().running.put(path, token(worker), one), 201);
        assertThat(neighbours().running.put(path, token(worker), other).status())
                .isEqualTo(428);
        require(neighbours().running.put(path, token(worker), other, "If-Match", "\"1\""), 200);
        require(neighbours().running.put(path, token(worker), one, "If-Match", "\"2\""), 200);
        assertThat(neighbours()
                        .running
                        .get(path, token(worker))
                        .json()
                        .at("/pattern/0/day")
                        .asString())
                .isEqualTo("MONDAY");
    }

    @Test
    @DisplayName("L8 a meeting moved to another hour and place keeps its site; a site that is not there is refused")
    void places() {
        String participant = neighbours().participant();
        String path = "/appointments/" + id();
        Instant at = morning(4);
        require(
                neighbours()
                        .running
                        .put(path, token(neighbours().worker), neighbours().booking(participant, at)),
                201);

        Answer moved = neighbours()
                .running
                .post(
                        path + "/move",
                        token(neighbours().worker),
                        "{\"start\":\"%s\",\"end\":\"%s\",\"place\":\"%s\"}"
                                .formatted(
                                        at.plus(Duration.ofHours(1)), at.plus(Duration.ofHours(2)), neighbours().jail));
        require(moved, 200);
        assertThat(moved.json().path("site").asString()).isEqualTo(neighbours().site);
        assertThat(moved.json().path("zone").asString()).isEqualTo(Neighbours.ZONE.getId());

        Answer nowhere = neighbours()
                .running
                .put(
                        "/appointments/" + id(),
                        token(neighbours().worker),
                        neighbours().booking(participant, morning(5)).replace(neighbours().site, id()));
        assertThat(nowhere.status()).isEqualTo(422);
        assertThat(nowhere.json().at("/errors/0/field").asString()).isEqualTo("site");
    }

    private String plan(String session, Instant at) {
        return """
                {"name":"Job readiness","site":"%s","place":"%s","setting":"JAIL","leader":"%s","capacity":5,
                 "sessions":[{"id":"%s","start":"%s","end":"%s"}]}""".formatted(
                neighbours().site, neighbours().jail, neighbours().worker, session, at, at.plus(Duration.ofHours(1)));
    }

    private String pattern(String day) {
        return """
                {"pattern":[{"id":"%s","day":"%s","from":"09:00","to":"11:00","site":"%s","setting":"JAIL"}],
                 "exceptions":[]}""".formatted("00000000-0000-4000-8000-000000000001", day, neighbours().site);
    }

    /** Known here before anybody asks with their token. */
    private String staff(String role, String site) {
        String id = id();
        neighbours().staff(id, role, "{\"state\":\"VALID\"}", site);
        org.awaitility.Awaitility.await()
                .until(() -> neighbours()
                        .inScope(() -> neighbours()
                                .running
                                .bean(CopyStores.class)
                                .of("participant", "staff-member", KnownStaff.class)
                                .find(id)
                                .isPresent()));
        return id;
    }

    private static void require(Answer answer, int status) {
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(status);
    }

    private String token(String staff) {
        return neighbours().token(staff);
    }

    private Neighbours neighbours() {
        return java.util.Objects.requireNonNull(started);
    }
}
