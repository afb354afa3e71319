package org.throughcare.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.embedded.EmbeddedBroker;
import org.throughcare.testing.RunningService;

class PartnersBrokerAwayTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    @Test
    @DisplayName(
            "C7 while the partners' broker is away a referral waits undisclosed, and goes out when it is back; called off meanwhile, it never does")
    void waits() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String person = UUID.randomUUID().toString();
        String site = UUID.randomUUID().toString();
        String worker = UUID.randomUUID().toString();
        String partner = UUID.randomUUID().toString();
        String referral = UUID.randomUUID().toString();
        String calledOff = UUID.randomUUID().toString();
        try (RunningService service = new RunningService(
                EmbeddedPartners.class,
                "referral-service",
                "--throughcare.partners.broker-uri=amqp://throughcare:secret-of-a-test@127.0.0.1:" + port + "/partners",
                "--throughcare.partners.provisioning=own")) {
            String token = service.issuer().staff(RunningService.GRANTEE, worker);
            service.owners().answers("/participants/" + person, """
                    {"id":"%s","givenName":"Dara","familyName":"Wells","site":"%s","zone":"America/Chicago","contacts":[]}""".formatted(person, site));
            for (String each : List.of(referral, calledOff)) {
                Standing.answers(service.owners(), person, partner, "IDENTITY", each, """
                        {"stands":true,"consent":"%s","revision":1,"purpose":"food","kinds":["IDENTITY"],"text":"yes"}""".formatted(UUID.randomUUID()));
            }
            await().atMost(SOON).ignoreExceptions().untilAsserted(() -> {
                service.hears(
                        "participant", "staff-member", "staff-member-joined", worker, 1, null, null, """
                        {"id":"%s","name":"Ada","role":"GRANTEE_ADMINISTRATOR","sites":["%s"],"settings":[],"active":true}""".formatted(
                                        worker, site));
                service.hears("participant", "case", "case-opened", person, 1, person, site, """
                        {"participant":"%s","site":"%s","sites":["%s"],"primary":"%s","team":[],"state":"OPEN"}""".formatted(
                                person, site, site, worker));
                assertThat(service.get("/participants/" + person + "/referrals", token)
                                .status())
                        .isEqualTo(200);
            });
            service.put(
                    "/partners/" + partner,
                    token,
                    Map.of("name", "Pantry", "kinds", List.of("FOOD"), "delivery", "AMQP"));
            for (String each : List.of(referral, calledOff)) {
                var drafted = service.put(
                        "/referrals/" + each,
                        token,
                        Map.of(
                                "participant",
                                person,
                                "partner",
                                partner,
                                "service",
                                "Weekly box",
                                "kind",
                                "FOOD",
                                "role",
                                "A box a week",
                                "kinds",
                                List.of("IDENTITY")));
                assertThat(drafted.status()).as(drafted.http().body()).isEqualTo(201);
                assertThat(service.post("/referrals/" + each + "/sending", token, null)
                                .status())
                        .isEqualTo(200);
            }
            await().atMost(SOON).until(() -> waiting(service, person, token) == 2);
            assertThat(service.post("/referrals/" + calledOff + "/cancellation", token, Map.of("reason", "moved away"))
                            .status())
                    .isEqualTo(200);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(service.get("/participants/" + person + "/disclosures", token)
                                    .http()
                                    .body())
                            .contains("\"state\":\"WITHHELD\"")
                            .contains("called off before it left"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(service.get("/participants/" + person + "/disclosures", token)
                                    .http()
                                    .body())
                            .contains("\"state\":\"DECIDED\"")
                            .contains("broker is away"));
            try (EmbeddedBroker back = EmbeddedBroker.builder()
                    .user("throughcare", "secret-of-a-test")
                    .port(port)
                    .start()) {
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(service.get("/participants/" + person + "/disclosures", token)
                                        .http()
                                        .body())
                                .contains("\"state\":\"SENT\""));
                ConnectionFactory factory = new ConnectionFactory();
                factory.setUri(back.uri(EmbeddedBroker.PARTNERS));
                try (Connection connection = factory.newConnection();
                        var channel = connection.createChannel()) {
                    String queue = "partner." + RunningService.GRANTEE + "." + partner;
                    var only = channel.basicGet(queue, true);
                    assertThat(new String(only.getBody(), StandardCharsets.UTF_8))
                            .contains(referral)
                            .doesNotContain(calledOff);
                    assertThat(channel.basicGet(queue, true)).isNull();
                }
            }
        }
    }

    private static long waiting(RunningService service, String person, String token) {
        return service.get("/participants/" + person + "/disclosures", token)
                .json()
                .path("items")
                .valueStream()
                .filter(each -> each.path("reason").asString("").contains("broker is away"))
                .count();
    }
}
