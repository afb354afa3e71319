package org.throughcare.participant.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.throughcare.participant.running.Place.id;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** Who waits at a site, over HTTP. */
class IntakeQueueTest extends AtAPlace {

    private String jail() {
        return place().token(place().jailWorker);
    }

    private List<String> waiting(String site, String query) {
        List<String> ids = new ArrayList<>();
        place().running
                .get("/sites/" + site + "/intake-queue" + query, place().token(administrator()))
                .json()
                .path("waiting")
                .forEach(line -> ids.add(line.path("participant").asString()));
        return ids;
    }

    private @Nullable String administrator;

    private String administrator() {
        if (administrator == null) {
            administrator = place().worker("GRANTEE_ADMINISTRATOR", "COMMUNITY");
        }
        return administrator;
    }

    private String takenInAt(String site, String... priority) {
        String id = id();
        Map<String, Object> identity = new HashMap<>(place().somebody());
        identity.put("priority", List.of(priority));
        Answer answer = place().running
                .put("/participants/" + id, place().token(administrator()), Map.of("identity", identity, "site", site));
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
        return id;
    }

    @Test
    @DisplayName(
            "Y1 the intake queue has veterans and foster youth first, then whoever was taken in first, and says why")
    void queue() {
        String site = place().site("SAME_STAFF");
        String first = takenInAt(site);
        String second = takenInAt(site);
        String foster = takenInAt(site, "FOSTER_YOUTH");
        String veteran = takenInAt(site, "VETERAN");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(waiting(site, "")).containsExactly(foster, veteran, first, second));
        JsonNode page = place().running
                .get("/sites/" + site + "/intake-queue?limit=3", place().token(administrator()))
                .json();
        JsonNode line = page.path("waiting").path(1);
        assertThat(line.path("because").asString()).startsWith("Veteran: before");
        assertThat(line.path("waitingFor").toString()).contains("CASE", "ENROLMENT");
        assertThat(waiting(site, "?limit=3&cursor=" + page.path("next").asString()))
                .containsExactly(second);
    }

    @Test
    @DisplayName("Y1 whoever has a case waits for enrolment alone; an alias, or one who moved away, waits no longer")
    void queueMovesOn() {
        String site = place().site("SAME_STAFF");
        String elsewhere = place().site("SAME_STAFF");
        String admin = place().token(administrator());
        String worker = id();
        assertThat(place().asSystem(
                                "PUT",
                                "/staff/" + worker,
                                Map.of(
                                        "name",
                                        "Opal",
                                        "role",
                                        "COMMUNITY_CASE_MANAGER",
                                        "zone",
                                        Place.ZONE.getId(),
                                        "sites",
                                        List.of(site),
                                        "settings",
                                        List.of("COMMUNITY")))
                        .status())
                .isEqualTo(201);
        String withCase = takenInAt(site);
        String alias = takenInAt(site);
        String moved = takenInAt(site);
        await().atMost(SOON).until(() -> waiting(site, "").size() == 3);
        assertThat(place().running
                        .put("/participants/" + withCase + "/case", place().token(worker), Map.of())
                        .status())
                .isEqualTo(201);
        place().running.post("/participants/" + alias + "/merge", admin, Map.of("into", withCase));
        place().running.post("/participants/" + moved + "/site", admin, Map.of("site", elsewhere));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(waiting(site, "")).containsExactly(withCase);
            assertThat(waiting(site, "?waitingFor=CASE")).isEmpty();
            assertThat(waiting(elsewhere, "")).containsExactly(moved);
        });
        assertThat(place().running
                        .get("/sites/" + site + "/intake-queue", jail())
                        .status())
                .as("not the caller's site")
                .isEqualTo(403);
        assertThat(place().running
                        .get("/sites/" + id() + "/intake-queue", admin)
                        .status())
                .isEqualTo(404);
    }
}
