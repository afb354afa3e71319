package org.throughcare.participant.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.throughcare.participant.running.Place.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** What is to be done for somebody while still inside, and what shows when it is not. */
class NearReleaseTest extends AtAPlace {

    @Test
    @DisplayName("L15 near release without a contact card the case alerts; given, it no longer does")
    void contactCard() {
        String id = place().withCase(place().today().plusDays(30).toString());
        await().atMost(SOON)
                .until(() ->
                        place().caseOf(id).json().path("contactCardMissing").asBoolean());
        Answer given = place().running
                .post(
                        "/participants/" + id + "/case/contact-card",
                        place().token(place().jailWorker),
                        Map.of("on", place().today().toString()));
        assertThat(given.status()).isEqualTo(200);
        assertThat(given.json().path("contactCardMissing").asBoolean()).isFalse();
    }

    private List<JsonNode> introductionsDue(String participant) {
        List<JsonNode> rows = new ArrayList<>();
        place().running
                .get("/reports/due?withinDays=0&site=" + place().site, place().token(place().supervisor))
                .json()
                .path("rows")
                .forEach(rows::add);
        return rows.stream()
                .filter(row -> row.path("participant").asString("").equals(participant))
                .filter(row -> row.path("what").asString("").equals("INTRODUCTION"))
                .toList();
    }

    @Test
    @DisplayName(
            "L18 introductions still missing past their day show on the case and on the supervisor's list, and go once they are made")
    void introductionsMissing() {
        String inTime = place().withCase(place().today().plusDays(14).toString());
        String late = place().withCase(place().today().plusDays(13).toString());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(place().caseOf(late)
                                .json()
                                .path("introductionsMissing")
                                .asBoolean())
                        .isTrue());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(introductionsDue(late))
                        .singleElement()
                        .satisfies(row -> {
                            assertThat(row.path("late").asBoolean()).isTrue();
                            assertThat(row.path("why").asString()).contains("0 of 1 introductions", "were wanted by");
                        }));
        JsonNode wanted = place().caseOf(inTime).json();
        assertThat(wanted.path("introductionsDueOn").asString())
                .isEqualTo(place().today().toString());
        assertThat(wanted.path("introductionsMissing").asBoolean()).isFalse();
        Answer made = place().running
                .post(
                        "/participants/" + late + "/case/introductions",
                        place().token(place().jailWorker),
                        Map.of(
                                "id",
                                id(),
                                "kind",
                                "VIDEO_CALL",
                                "staff",
                                place().communityWorker,
                                "on",
                                place().today().toString()));
        assertThat(made.json().path("introductionsMissing").asBoolean()).isFalse();
        await().atMost(SOON).until(() -> introductionsDue(late).isEmpty());
    }
}
