package org.throughcare.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.testing.RunningService;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** What an operator sees of one participant at one service. */
class TrailTest {

    @Test
    @DisplayName("a trail has what is owned, what is known from others and what happened, and nothing that was said")
    void trail() {
        try (Suite suite = new Suite()) {
            String participant = suite.participant();
            suite.hears("case", "case-opened", participant, participant, 7, suite.caseOf(participant, "2026-01-01"));
            suite.signed(suite.worker, Suite.note(participant, "CONTACT", "PHONE", "2026-02-01T10:00:00-06:00"));
            suite.eventually(
                    "/participants/" + participant + "/contact-compliance",
                    suite.worker,
                    is -> is.path("contacts").asInt() == 1);
            String path = "/operations/trails/" + participant;
            String system = suite.running.issuer().system();

            String[] grantee = {"Throughcare-Grantee", RunningService.GRANTEE};
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !suite.running
                            .get(path, system, grantee)
                            .json()
                            .path("copied")
                            .isEmpty());
            Answer answer = suite.running.get(path, system, grantee);
            Suite.require(answer, 200);
            JsonNode trail = answer.json();
            assertThat(trail.path("copied").findValuesAsString("aggregate")).contains("case");
            assertThat(trail.at("/copied/0/revision").asLong()).isEqualTo(7);
            assertThat(trail.path("owned").findValuesAsString("aggregate")).contains("case-note", "contact-ledger");
            assertThat(trail.path("journal").findValuesAsString("event"))
                    .as("newest first")
                    .containsSubsequence("note-signed", "draft-written");
            assertThat(answer.http().body()).doesNotContain("Secret words");

            assertThat(suite.running
                            .get(path + "?limit=1", system, grantee)
                            .json()
                            .path("journal"))
                    .hasSize(1);
            assertThat(suite.running
                            .get(path, system)
                            .json()
                            .at("/errors/0/field")
                            .asString())
                    .as("no grantee named")
                    .isEqualTo("Throughcare-Grantee");
            assertThat(suite.running.get(path, suite.token(suite.worker)).status())
                    .as("a case manager")
                    .isEqualTo(403);
            assertThat(suite.running
                            .post("/operations/re-announcements/notes", system, Map.of())
                            .status())
                    .as("telling everything again to a service of no grantee")
                    .isEqualTo(400);
        }
    }
}
