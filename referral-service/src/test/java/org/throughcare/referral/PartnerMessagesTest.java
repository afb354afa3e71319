package org.throughcare.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.testing.RunningService;
import org.throughcare.testing.RunningService.Answer;
import org.throughcare.testing.TestParts;
import tools.jackson.databind.JsonNode;

/** What comes in from partners and callers that is not as it should be. */
class PartnerMessagesTest extends WithAPartner {

    @Test
    @DisplayName(
            "a partner's message counts once however often it comes; an illegal one is kept and can be tried again")
    void messages() throws Exception {
        draft();
        assertThat(send().status()).isEqualTo(200);
        told("requested");
        partner.says("started", referral, "");
        String[] kept = new String[1];
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode items =
                    service.get("/operations/partner-messages", admin).json().path("items");
            for (JsonNode each : items) {
                if (each.path("routingKey").asString().endsWith(".started")) {
                    kept[0] = each.path("id").asString();
                }
            }
            assertThat(kept[0]).isNotNull();
        });
        String same = PartnerAtTheBroker.event(UUID.randomUUID().toString(), referral, "");
        partner.sendsBody("accepted", same);
        partner.sendsBody("accepted", same);
        becomes("ACCEPTED");
        Answer again = service.post("/operations/partner-messages/" + kept[0] + "/replay", admin, null);
        assertThat(again.json().path("taken").asBoolean())
                .as(again.http().body())
                .isTrue();
        becomes("IN_PROGRESS");
        assertThat(now().path("history")).hasSize(4);
    }

    @Test
    @DisplayName("what is malformed, too large, or about nobody's referral is kept with its reason and blocks nothing")
    void malformed() throws Exception {
        draft();
        assertThat(send().status()).isEqualTo(200);
        partner.sendsBody("accepted", "this is not JSON");
        partner.sendsBody("accepted", "{\"specversion\":\"1.0\"}");
        partner.sendsBody("accepted", PartnerAtTheBroker.event("x", referral, ",\"ssn\":\"1\""));
        partner.sendsBody("accepted", "\"" + "x".repeat(300_000) + "\"");
        partner.says("accepted", UUID.randomUUID().toString(), "");
        partner.says("accepted", referral, "");
        becomes("ACCEPTED");
        String reasons =
                service.get("/operations/partner-messages", admin).http().body();
        assertThat(reasons)
                .contains("not JSON")
                .contains("data.ssn is not known here")
                .contains("larger than")
                .contains("this partner has no such referral");
    }

    @Test
    @DisplayName("a partner may not write under another's key: the broker refuses it and the referral stays")
    void foreignKey() throws Exception {
        draft();
        assertThat(send().status()).isEqualTo(200);
        String other = UUID.randomUUID().toString();
        service.put(
                "/partners/" + other,
                admin,
                Map.of("name", "Another", "kinds", List.of("HOUSING"), "delivery", "AMQP"));
        Answer access = service.post("/partners/" + other + "/access", admin, null);
        assertThat(access.status()).isEqualTo(201);
        try (PartnerAtTheBroker intruder = new PartnerAtTheBroker(access.json())) {
            String key = RunningService.GRANTEE + "." + PARTNER + ".accepted";
            assertThat(catching(() -> intruder.sends(key, PartnerAtTheBroker.event("1", referral, ""), null)))
                    .isNotNull();
        }
        try (PartnerAtTheBroker intruder = new PartnerAtTheBroker(
                service.post("/partners/" + other + "/access", admin, null).json())) {
            intruder.says("accepted", referral, "");
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.get("/operations/partner-messages", admin)
                                .json()
                                .path("items")
                                .valueStream()
                                .filter(each ->
                                        each.path("routingKey").asString().contains(other))
                                .map(each -> each.path("reason").asString()))
                        .containsExactly("this partner has no such referral"));
        assertThat(now().path("state").asString()).isEqualTo("REQUESTED");
    }

    @Test
    @DisplayName("Y14 an outcome that contradicts the one on record is kept with its reason, and the record stays")
    void contradiction() throws Exception {
        draft();
        assertThat(send().status()).isEqualTo(200);
        partner.says("accepted", referral, ",\"note\":\"A bed is kept.\"");
        partner.says("completed", referral, ",\"outcome\":\"HOUSED\"");
        becomes("COMPLETED");
        assertThat(now().path("history").toString()).contains("A bed is kept.");
        partner.says("completed", referral, ",\"outcome\":\"HOUSED\"");
        partner.says("completed", referral, ",\"outcome\":\"NOT_ENROLLED\"");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.get("/operations/partner-messages", admin)
                                .json()
                                .path("items")
                                .valueStream()
                                .filter(each -> each.path("reason").asString().contains("another outcome")))
                        .hasSize(1));
        assertThat(now().path("outcome").path("kind").asString()).isEqualTo("HOUSED");
        assertThat(service.post("/referrals/" + referral + "/completion", partnerStaff, """
                        {"outcome":{"kind":"NOT_ENROLLED","on":"2026-01-05"}}""")
                        .status())
                .isEqualTo(409);
    }

    @Test
    @DisplayName(
            "what is not whole is answered with the field and the rule, and a token that names no partner with 403")
    void badInput() {
        draft();
        for (String wrong : List.of(
                "\"kinds\":[null]",
                "\"kinds\":[\"IDENTITY\"],\"background\":[null]",
                "\"kinds\":[\"IDENTITY\"],\"site\":\"" + UUID.randomUUID() + "\"")) {
            Answer refused =
                    service.put("/referrals/" + UUID.randomUUID(), worker, """
                    {"participant":"%s","partner":"%s","service":"Shared homes","kind":"HOUSING","role":"A bed",%s}""".formatted(participant, PARTNER, wrong));
            assertThat(refused.status()).as(wrong + refused.http().body()).isEqualTo(400);
        }
        String listing = UUID.randomUUID().toString();
        Answer training = service.put(
                "/referrals/" + UUID.randomUUID(), worker, """
                {"participant":"%s","partner":"%s","service":"Welding","kind":"TRAINING","role":"Train","kinds":["IDENTITY"],
                 "training":{"options":[{"weeks":1},{"listing":"%s","weeks":1}],"chosen":"%s","reason":"near"}}""".formatted(participant, PARTNER, listing, listing));
        assertThat(training.status()).as(training.http().body()).isIn(400, 422);
        String nobody = service.issuer().partner(RunningService.GRANTEE, "riverside");
        assertThat(service.post("/referrals/" + referral + "/acceptance", nobody, "{}")
                        .status())
                .isEqualTo(403);
        assertThat(service.post("/referrals/" + referral + "/cancellation", nobody, "{\"reason\":\"no\"}")
                        .status())
                .isEqualTo(403);
        assertThat(service.get("/reports/referral-rate?from=2020-01-01&to=%2B999999999-12-31", admin)
                        .status())
                .isEqualTo(400);
        assertThat(service.get("/directory/services?cursor=%00x", worker).status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("a message of an unknown grantee is parked apart from every grantee's own")
    void unknownGrantee() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(TestParts.partnersUri());
        try (Connection connection = factory.newConnection();
                Channel channel = connection.createChannel()) {
            channel.basicPublish(
                    "partner-inbox", "nowhere." + PARTNER + ".accepted", null, "{}".getBytes(StandardCharsets.UTF_8));
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.get(
                                        "/operations/partner-messages",
                                        service.issuer().system())
                                .http()
                                .body())
                        .contains("unknown grantee"));
        assertThat(service.get("/operations/partner-messages", admin).http().body())
                .doesNotContain("unknown grantee");
        assertThat(service.get("/operations/partner-messages", worker).status()).isEqualTo(403);
    }

    private interface Attempt {
        void run() throws Exception;
    }

    private static Throwable catching(Attempt attempt) {
        return org.assertj.core.api.Assertions.catchThrowable(attempt::run);
    }
}
