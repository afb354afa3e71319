package org.throughcare.participant.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A place where a worker's limit is four cases before release. */
abstract class AtASmallPlace extends AtAPlace {

    static final int LIMIT = 4;

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

    final String supervisor() {
        return place().token(place().supervisor);
    }

    final String worker() {
        return place().worker("JAIL_CASE_MANAGER", "JAIL");
    }

    final Answer open(String participant, String worker) {
        return place().running.put("/participants/" + participant + "/case", place().token(worker), Map.of());
    }

    final String withCase(String worker) {
        String participant = place().takenIn();
        Answer opened = open(participant, worker);
        assertThat(opened.status()).as(opened.http().body()).isEqualTo(201);
        return participant;
    }

    final void hold(String participant) {
        Answer held = place().running
                .put(
                        "/participants/" + participant + "/custody",
                        supervisor(),
                        Map.of("facility", "County Jail", "since", "2025-01-15"));
        assertThat(held.status()).as(held.http().body()).isEqualTo(201);
    }

    final JsonNode before(String worker) {
        return place().running
                .get("/staff/" + worker + "/caseload", supervisor())
                .json()
                .path("before");
    }

    final String primary(String participant) {
        return place().running
                .get("/participants/" + participant + "/case", supervisor())
                .json()
                .path("primary")
                .asString("");
    }
}
