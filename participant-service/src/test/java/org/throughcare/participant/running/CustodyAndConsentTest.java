package org.throughcare.participant.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.throughcare.participant.running.Place.id;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** Returns that are taken back, how a stay is booked, and who relied on a release of information, over HTTP. */
class CustodyAndConsentTest extends AtAPlace {

    private String jail() {
        return place().token(place().jailWorker);
    }

    private Answer post(String path, Object body) {
        return place().running.post(path, jail(), body);
    }

    private String handover(String participant) {
        return place().caseOf(participant).json().path("handover").path("state").asString("");
    }

    @Test
    @DisplayName(
            "L15 a return recorded by mistake is taken back: the release stands again, and the handover opens again")
    void returnTakenBack() {
        String id = place().withCase("");
        String custody = "/participants/" + id + "/custody";
        String release = id();
        assertThat(place().release(id, release).status()).isEqualTo(200);
        await().atMost(SOON).until(() -> handover(id).equals("OPEN"));
        String returned = id();
        Answer back = post(
                custody + "/returns",
                Map.of("id", returned, "on", place().today().toString(), "facility", "County Jail"));
        assertThat(back.status()).as(back.http().body()).isEqualTo(200);
        assertThat(back.json().path("population").asString()).isEqualTo("IN_CUSTODY");
        await().atMost(SOON).until(() -> handover(id).equals("WITHDRAWN"));

        String path = custody + "/returns/" + returned + "/withdrawal";
        assertThat(post(path, Map.of()).status()).isEqualTo(422);
        assertThat(post(custody + "/returns/" + id() + "/withdrawal", Map.of("reason", "mistake"))
                        .status())
                .isEqualTo(409);
        Answer taken = post(path, Map.of("reason", "another person of that name"));
        assertThat(taken.status()).as(taken.http().body()).isEqualTo(200);
        assertThat(taken.json().path("population").asString()).isEqualTo("RELEASED");
        assertThat(taken.json().path("release").path("id").asString()).isEqualTo(release);
        await().atMost(SOON).until(() -> handover(id).equals("OPEN"));
        Answer again = post(path, Map.of("reason", "another person of that name"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.http().headers().firstValue("ETag"))
                .as("nothing was announced")
                .isEqualTo(taken.http().headers().firstValue("ETag"));
    }

    @Test
    @DisplayName(
            "L10 a stay has a booking number, which stands nowhere in the open, and a legal status with its history")
    void booking() {
        String id = place().takenIn();
        String custody = "/participants/" + id + "/custody";
        Answer recorded = place().running
                .put(
                        custody,
                        jail(),
                        Map.of(
                                "facility",
                                "County Jail",
                                "since",
                                "2025-01-15",
                                "bookingNumber",
                                "bk-7741-22",
                                "legalStatus",
                                "PRETRIAL"));
        assertThat(recorded.status()).as(recorded.http().body()).isEqualTo(201);
        Answer sentenced = post(
                custody + "/booking",
                Map.of(
                        "bookingNumber",
                        "BK-7741-22",
                        "legalStatus",
                        "SENTENCED",
                        "legalStatusSince",
                        place().today().toString()));
        assertThat(sentenced.status()).as(sentenced.http().body()).isEqualTo(200);
        JsonNode stay = sentenced.json().path("stays").path(0);
        assertThat(stay.path("bookingNumber").asString()).isEqualTo("BK-7741-22");
        assertThat(stay.path("legal").size()).isEqualTo(2);
        assertThat(sentenced.json().path("legalStatus").asString()).isEqualTo("SENTENCED");
        assertThat(post(custody + "/booking", Map.of("bookingNumber", "BK-7741-22"))
                        .http()
                        .headers()
                        .firstValue("ETag"))
                .isEqualTo(sentenced.http().headers().firstValue("ETag"));
        await().atMost(SOON).until(() -> place().announced(id, "custody").size() == 2);
        String kept =
                place().announced(id, "custody").stream().map(Document::toJson).collect(Collectors.joining());
        assertThat(kept).contains("SENTENCED").doesNotContainIgnoringCase("bk-7741-22");
        String told = place().announced(id, "custody").stream()
                .map(each -> Objects.requireNonNull(each.get("snapshot", Document.class))
                        .toJson())
                .collect(Collectors.joining());
        assertThat(told).doesNotContain("SENTENCED", "PRETRIAL");
    }

    private static Map<String, Object> consent(String participant, String recipient, String today, String... kinds) {
        return new HashMap<>(Map.of(
                "participant",
                participant,
                "recipient",
                recipient,
                "recipientName",
                "Hope Clinic",
                "purpose",
                "a place in treatment",
                "kinds",
                List.of(kinds),
                "signedOn",
                today,
                "signature",
                Place.signature()));
    }

    private Answer sign(String consent, Map<String, Object> body) {
        return place().running.put("/consents/" + consent, jail(), body);
    }

    private static String field(Answer answer) {
        return answer.json().path("errors").path(0).path("field").asString("");
    }

    @Test
    @DisplayName(
            "C7 a consent for substance-use records that misses an element is refused with the field, then ends by its event")
    void substanceUse() {
        String id = place().takenIn();
        String clinic = id();
        String consent = id();
        Map<String, Object> body = consent(id, clinic, place().today().toString(), "SUBSTANCE_USE");
        body.remove("signature");
        assertThat(field(sign(consent, body))).isEqualTo("signature");
        body.put("signature", Place.signature());
        assertThat(field(sign(consent, body))).isEqualTo("substanceUse");
        Map<String, Object> terms = new HashMap<>(
                Map.of("participantName", "Darnell Reed", "discloser", "Three Rivers", "mayRevokeAcknowledged", true));
        body.put("substanceUse", terms);
        assertThat(field(sign(consent, body))).isEqualTo("substanceUse.amountAndKind");
        terms.put("amountAndKind", "that treatment for substance use goes on");
        assertThat(field(sign(consent, body))).isEqualTo("expiresOn");
        body.put("expiresWhen", "the end of the programme");
        Answer signed = sign(consent, body);
        assertThat(signed.status()).as(signed.http().body()).isEqualTo(201);
        assertThat(signed.json().path("signature").path("signedBy").asString()).isEqualTo("Darnell Reed");
        assertThat(standing(id, clinic, "SUBSTANCE_USE", "")).isTrue();
        assertThat(post("/consents/" + consent + "/expiry", Map.of()).status()).isEqualTo(200);
        assertThat(standing(id, clinic, "SUBSTANCE_USE", "")).isFalse();
    }

    private boolean standing(String participant, String recipient, String kinds, String about) {
        return place().running
                .get(
                        "/participants/" + participant + "/consents/standing?recipient=" + recipient + "&kind=" + kinds
                                + about,
                        jail())
                .json()
                .path("stands")
                .asBoolean();
    }

    private JsonNode reliances(String consent, String query) {
        return place().running
                .get("/consents/" + consent + "/reliances" + query, jail())
                .json();
    }

    @Test
    @DisplayName(
            "C7 each yes leaves who asked, for what and when; a no leaves nothing, and the release keeps its revision")
    void reliedUpon() {
        String id = place().takenIn();
        String clinic = id();
        String consent = id();
        sign(consent, consent(id, clinic, place().today().toString(), "IDENTITY", "HEALTH"));
        assertThat(reliances(consent, "").path("reliances").size()).isZero();
        assertThat(standing(id, clinic, "IDENTITY", "&about=referral%2042")).isTrue();
        assertThat(standing(id, clinic, "IDENTITY,EDUCATION", "")).isFalse();
        assertThat(standing(id, id(), "IDENTITY", "")).isFalse();
        assertThat(standing(id, clinic, "HEALTH", "&about=referral/42/sending")).isTrue();
        JsonNode all = reliances(consent, "").path("reliances");
        assertThat(all.size()).isEqualTo(2);
        assertThat(all.path(1).path("about").asString()).isEqualTo("referral 42");
        assertThat(all.path(0).path("about").asString()).isEqualTo("referral/42/sending");
        assertThat(all.path(1).path("by").asString()).contains(place().jailWorker);
        assertThat(all.path(1).path("kinds").toString()).isEqualTo("[\"IDENTITY\"]");
        assertThat(all.path(1).path("at").asString()).isNotBlank();
        JsonNode newest = reliances(consent, "?limit=1");
        assertThat(newest.path("reliances").path(0)).isEqualTo(all.path(0));
        assertThat(reliances(consent, "?limit=1&cursor=" + newest.path("next").asString())
                        .path("reliances")
                        .path(0))
                .isEqualTo(all.path(1));
        assertThat(place().running
                        .get("/consents/" + consent + "/reliances?cursor=Zm9v", jail())
                        .status())
                .isEqualTo(400);
        assertThat(place().running
                        .get("/consents/" + consent, jail())
                        .http()
                        .headers()
                        .firstValue("ETag"))
                .contains("\"1\"");
    }

    @Test
    @DisplayName("C7 of many who ask while it is revoked none waits for another, and each yes is on record")
    void askedWhileRevoked() throws Exception {
        String id = place().takenIn();
        String clinic = id();
        String consent = id();
        sign(consent, consent(id, clinic, place().today().toString(), "IDENTITY"));
        List<Future<Boolean>> asked = new ArrayList<>();
        Answer revoked;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                asked.add(threads.submit(() -> standing(id, clinic, "IDENTITY", "")));
            }
            revoked = threads.submit(() -> post("/consents/" + consent + "/revocation", Map.of()))
                    .get();
        }
        int yes = 0;
        for (Future<Boolean> each : asked) {
            yes += each.get() ? 1 : 0;
        }
        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.http().headers().firstValue("ETag")).contains("\"2\"");
        assertThat(standing(id, clinic, "IDENTITY", "")).isFalse();
        assertThat(reliances(consent, "?limit=200").path("reliances").size()).isEqualTo(yes);
    }

    @Test
    @DisplayName(
            "C7 H8 what a person signed counts under each of their ids, and under its own alone once that is undone")
    void signedUnderAnAlias() {
        String alias = place().takenIn();
        String survivor = place().takenIn();
        String clinic = id();
        String consent = id();
        sign(consent, consent(alias, clinic, place().today().toString(), "IDENTITY"));
        assertThat(standing(survivor, clinic, "IDENTITY", "")).isFalse();
        post("/participants/" + alias + "/merge", Map.of("into", survivor));
        assertThat(standing(survivor, clinic, "IDENTITY", "")).isTrue();
        assertThat(place().running
                        .get("/participants/" + survivor + "/consents", jail())
                        .json()
                        .size())
                .isEqualTo(1);
        assertThat(sign(id(), consent(alias, clinic, place().today().toString(), "IDENTITY"))
                        .status())
                .isEqualTo(409);
        post("/participants/" + alias + "/unmerge", Map.of());
        assertThat(standing(survivor, clinic, "IDENTITY", "")).isFalse();
        assertThat(standing(alias, clinic, "IDENTITY", "")).isTrue();
    }
}
