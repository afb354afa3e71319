package org.throughcare.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.testing.RunningService;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** A referral from draft to outcome, and what stops its flow. */
class ReferralJourneyTest extends WithAPartner {

    @Test
    @DisplayName(
            "Y14 L15 C7 from draft to outcome: sent under a release, read by the partner, moved by the release, answered over AMQP")
    void journey() throws Exception {
        draft();
        assertThat(send().status()).isEqualTo(200);
        JsonNode message = told("requested");
        assertThat(message.toString())
                .doesNotContain("Dara")
                .doesNotContain("Wells")
                .doesNotContain(participant);
        assertThat(message.path("data").path("referral").asString()).isEqualTo(referral);

        Answer read = service.get("/partner/referrals/" + referral, partnerStaff);
        assertThat(read.status()).as(read.http().body()).isEqualTo(200);
        assertThat(read.json().path("person").path("givenName").asString()).isEqualTo("Dara");
        assertThat(read.json().path("startsOn").asString()).isEqualTo("2027-03-20");
        assertThat(read.json().path("background").get(0).path("text").asString())
                .isEqualTo("Cannot go back to the former address.");
        assertThat(read.json().path("notice").asString()).contains("Do not pass it on");
        assertThat(read.json().path("release").path("text").asString()).contains("Riverside Housing");
        assertThat(read.http().body()).doesNotContain("555 555");

        partner.says("accepted", referral, "");
        becomes("ACCEPTED");
        assertThat(now().path("alert").path("staff").asString()).isEqualTo(WORKER);

        custody(
                2,
                "release-recorded",
                "RELEASED",
                "\"release\":{\"id\":\"%s\",\"on\":\"2027-03-04\",\"recordedAt\":".formatted(UUID.randomUUID())
                        + "\"2027-03-04T10:00:00.000Z\",\"kind\":\"UNPLANNED\",\"settled\":false}");
        told("start-changed");
        assertThat(now().path("startsOn").asString()).isEqualTo("2027-03-04");
        custody(3, "release-withdrawn", "NEAR_RELEASE", "\"projectedRelease\":\"2027-03-20\"");
        told("start-changed");
        assertThat(now().path("startsOn").asString()).isEqualTo("2027-03-20");

        partner.says("started", referral, "");
        becomes("IN_PROGRESS");
        partner.says("completed", referral, ",\"outcome\":\"HOUSED\"");
        becomes("COMPLETED");
        assertThat(now().path("outcome").path("kind").asString()).isEqualTo("HOUSED");

        releaseStands(false);
        consentBecomes("REVOKED", 2);
        told("stopped");
        assertThat(service.get("/partner/referrals/" + referral, partnerStaff).status())
                .isEqualTo(403);
        assertThat(now().path("state").asString()).isEqualTo("COMPLETED");
        JsonNode accounting = service.get("/participants/" + participant + "/disclosures", worker)
                .json();
        assertThat(accounting.path("items").size()).isGreaterThanOrEqualTo(4);
        assertThat(accounting.toString()).contains("READ").contains("SENT");
    }

    @Test
    @DisplayName(
            "L15 a return to custody takes the start of a referral away; taken back, it starts with the release as before")
    void returnTakenBack() {
        draft();
        assertThat(send().status()).isEqualTo(200);
        told("requested");
        String out = "\"release\":{\"id\":\"%s\",\"on\":\"2027-03-04\",\"recordedAt\":".formatted(UUID.randomUUID())
                + "\"2027-03-04T10:00:00.000Z\",\"kind\":\"UNPLANNED\",\"settled\":false}";
        custody(2, "release-recorded", "RELEASED", out);
        told("start-changed");
        custody(3, "returned-to-custody", "IN_CUSTODY", "\"custodySince\":\"2027-03-06\"");
        told("start-changed");
        assertThat(now().has("startsOn")).isFalse();
        custody(4, "return-withdrawn", "RELEASED", out);
        told("start-changed");
        assertThat(now().path("startsOn").asString()).isEqualTo("2027-03-04");
    }

    @Test
    @DisplayName("C7 nothing is sent without a release that stands now, and nobody hears of it")
    void withoutRelease() {
        releaseStands(false);
        draft();
        Answer refused = send();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("rule").asString()).isEqualTo("C7");
        assertThat(partner.next().filter(this::aboutThis)).isEmpty();
    }

    @Test
    @DisplayName(
            "C7 while nobody can say whether a release stands, sending and reading answer 503, and a revoked one then 403")
    void failsClosed() {
        draft();
        assertThat(send().status()).isEqualTo(200);
        told("requested");
        service.owners().away(true);
        assertThat(service.get("/partner/referrals/" + referral, partnerStaff).status())
                .isEqualTo(503);
        service.owners().away(false);
        releaseStands(false);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.get("/partner/referrals/" + referral, partnerStaff)
                                .problem())
                        .isEqualTo("no-release-stands"));
    }

    @Test
    @DisplayName(
            "C7 revoked while it waits in the partner's queue: the message says nothing, and its link opens no more")
    void revokedWhileWaiting() {
        draft();
        assertThat(send().status()).isEqualTo(200);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.get("/participants/" + participant + "/disclosures", worker)
                                .http()
                                .body())
                        .contains("SENT"));
        releaseStands(false);
        consentBecomes("REVOKED", 2);
        becomes("CANCELLED");
        JsonNode waiting = told("requested");
        assertThat(waiting.path("data").propertyNames()).containsExactlyInAnyOrder("referral", "kind", "state", "link");
        assertThat(service.get("/partner/referrals/" + referral, partnerStaff).status())
                .isEqualTo(403);
        told("stopped");
    }

    @Test
    @DisplayName("C7 a referral of another partner is none to a partner")
    void foreignPartner() {
        draft();
        assertThat(send().status()).isEqualTo(200);
        String other = service.issuer()
                .partner(RunningService.GRANTEE, UUID.randomUUID().toString());
        assertThat(service.get("/partner/referrals/" + referral, other).status())
                .isEqualTo(404);
        assertThat(service.post("/referrals/" + referral + "/acceptance", other, "{}")
                        .status())
                .isEqualTo(404);
        assertThat(service.get("/referrals/" + referral, partnerStaff).status()).isIn(403, 404);
    }

    @Test
    @DisplayName(
            "C7 a partner that was set aside is shown nothing any more, and nothing that tells of anybody goes to it")
    void setAside() {
        draft();
        assertThat(send().status()).isEqualTo(200);
        told("requested");
        assertThat(service.get("/partner/referrals/" + referral, partnerStaff).status())
                .isEqualTo(200);
        try {
            active(false);
            assertThat(service.get("/partner/referrals/" + referral, partnerStaff)
                            .problem())
                    .isEqualTo("no-release-stands");
            custody(2, "projected-release-changed", "NEAR_RELEASE", "\"projectedRelease\":\"2027-04-01\"");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(service.get("/participants/" + participant + "/disclosures", worker)
                                    .http()
                                    .body())
                            .contains("The partner is no longer active."));
        } finally {
            active(true);
        }
    }

    private static void active(boolean active) {
        Map<String, Object> changed =
                Map.of("name", "Riverside Housing", "kinds", List.of("HOUSING"), "delivery", "AMQP", "active", active);
        String etag = service.get("/partners/" + PARTNER, admin)
                .http()
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(service.put("/partners/" + PARTNER, admin, changed, "If-Match", etag)
                        .status())
                .isEqualTo(200);
    }
}
