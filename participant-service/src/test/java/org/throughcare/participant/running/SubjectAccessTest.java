package org.throughcare.participant.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.throughcare.participant.running.Place.done;
import static org.throughcare.participant.running.Place.id;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.subject.PartTwo;
import org.throughcare.testing.RunningService;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** A person and their neighbour, of whom the same things are kept: what is handed to the one has nothing of the other. */
@Tag("once")
class SubjectAccessTest extends AtAPlace {

    private static final String THEIRS = "Heliotrope";

    private Answer asks(String participant, String staff, String query) {
        return place().running.get("/participants/" + participant + "/subject-access" + query, place().token(staff));
    }

    private JsonNode file(String participant) {
        Answer answer = asks(participant, place().supervisor, "?reason=asked+at+the+desk");
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        return answer.json();
    }

    private String takenIn(String given, String ssn) {
        String id = id();
        done(place().intake(id, place().identity(given, "Oyelaran" + given, LocalDate.of(1987, 3, 4), ssn)));
        return id;
    }

    @Test
    @DisplayName(
            "H2 H4 of a household and a roster of residents there is the person's own place, and nobody else's number or name")
    void ownPlaceAlone() {
        String participant = takenIn("Perpetua", "219-77-4242");
        String neighbour = takenIn(THEIRS, "219-77-9911");
        String household = id();
        done(place().running
                .put(
                        "/households/" + household,
                        place().token(place().communityWorker),
                        Map.of(
                                "site",
                                place().site,
                                "approach",
                                "FAMILY_CENTRED",
                                "members",
                                List.of(
                                        place().member(participant, "PARENT", true),
                                        place().member(neighbour, "CHILD", false)))));
        done(place().running
                .put(
                        "/resident-rosters/" + id(),
                        place().token(place().supervisor),
                        Map.of(
                                "site", place().site,
                                "on", place().today().minusDays(3).toString(),
                                "residents",
                                        List.of(
                                                Map.of("id", "A-1", "participant", participant),
                                                Map.of("id", "B-777", "participant", neighbour)))));

        JsonNode file = file(participant);

        assertThat(file.at("/about/0").asString()).isEqualTo(participant);
        assertThat(file.at("/participant/identity/identifiers/0/value")
                        .asString()
                        .replace("-", ""))
                .isEqualTo("219774242");
        assertThat(file.at("/households/0/places").size()).isEqualTo(1);
        assertThat(file.at("/rosters/0/residents/0").asString()).isEqualTo("A-1");
        assertThat(file.path("alsoUnder").size()).isZero();
        assertThat(file.path("cut").size()).isZero();
        assertThat(file.path("notWithin").size()).isPositive();
        assertThat(file.toString())
                .doesNotContain(neighbour)
                .doesNotContain(THEIRS)
                .doesNotContain("219779911")
                .doesNotContain("219-77-9911")
                .doesNotContain("B-777");
    }

    @Test
    @DisplayName("C7 a release for substance-use records brings the notice of 42 CFR part 2 with it")
    void partTwo() {
        String participant = place().withCase("");
        assertThat(file(participant).has("notice")).isFalse();
        done(place().running
                .put(
                        "/consents/" + id(),
                        place().token(place().jailWorker),
                        Map.of(
                                "participant", participant,
                                "recipient", id(),
                                "recipientName", "Harbour House",
                                "purpose", "a place in the programme",
                                "kinds", List.of("SUBSTANCE_USE"),
                                "signedOn", place().today().toString(),
                                "signature", Place.signature(),
                                "expiresOn", place().today().plusDays(20).toString(),
                                "substanceUse",
                                        Map.of(
                                                "participantName", "Darnell Reed",
                                                "discloser", "Three Rivers",
                                                "amountAndKind", "substance-use treatment: dates of attendance",
                                                "mayRevokeAcknowledged", true))));

        assertThat(file(participant).path("notice").asString()).isEqualTo(PartTwo.NOTICE);
    }

    @Test
    @DisplayName(
            "case managers, supervisors of another site, other grantees and long reasons get nothing; the refusal is on record")
    void whoMayNot() {
        String participant = place().withCase("");
        String elsewhere = staff(RunningService.GRANTEE, "SUPERVISOR", place().site("TRANSITION"));

        assertThat(asks(participant, place().communityWorker, "").problem()).isEqualTo("forbidden");
        assertThat(asks(participant, elsewhere, "").problem()).isEqualTo("case-not-open");
        assertThat(asks(participant, place().supervisor, "?reason=" + "x".repeat(501))
                        .status())
                .isEqualTo(400);
        assertThat(asks(participant, place().supervisor, "?reason=" + "x".repeat(500))
                        .status())
                .isEqualTo(200);
        String administrator = staff(RunningService.OTHER_GRANTEE, "GRANTEE_ADMINISTRATOR", null);
        assertThat(place().running
                        .get(
                                "/participants/" + participant + "/subject-access",
                                place().running.issuer().staff(RunningService.OTHER_GRANTEE, administrator))
                        .status())
                .isEqualTo(404);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(file(participant).path("readBy"))
                        .anySatisfy(read -> {
                            assertThat(read.path("outcome").asString()).isEqualTo("REFUSED");
                            assertThat(read.path("who").asString()).isEqualTo("staff:" + place().communityWorker);
                        }));
    }

    private String staff(String grantee, String role, @Nullable String site) {
        String id = id();
        done(place().running
                .ask(
                        "PUT",
                        "/staff/" + id,
                        place().running.issuer().system(),
                        Map.of(
                                "name",
                                role,
                                "role",
                                role,
                                "zone",
                                Place.ZONE.getId(),
                                "sites",
                                site == null ? List.of() : List.of(site),
                                "settings",
                                List.of("COMMUNITY")),
                        "Throughcare-Grantee",
                        grantee));
        return id;
    }
}
