package org.throughcare.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.testing.RunningService;
import org.throughcare.testing.RunningService.Answer;
import org.throughcare.testing.TestParts;
import tools.jackson.databind.JsonNode;

/** The service really running, with a partner at the broker. */
class ReferralJourneyTest {

    private static final String PARTNER = "0190aaaa-0000-7000-8000-000000000201";
    private static final String SITE = UUID.randomUUID().toString();
    private static final String ADMIN = UUID.randomUUID().toString();
    private static final String WORKER = UUID.randomUUID().toString();
    private static final Duration SOON = Duration.ofSeconds(15);
    private static RunningService service;
    private static PartnerAtTheBroker partner;
    private static String admin;
    private static String worker;
    private static String partnerStaff;

    private final String participant = UUID.randomUUID().toString();
    private final String consent = UUID.randomUUID().toString();
    private final String referral = UUID.randomUUID().toString();

    @BeforeAll
    static void start() throws Exception {
        service = new RunningService(
                EmbeddedPartners.class,
                "referral-service",
                "--throughcare.partners.broker-uri=" + TestParts.partnersUri(),
                "--throughcare.partners.provisioning=own");
        admin = service.issuer().staff(RunningService.GRANTEE, ADMIN);
        worker = service.issuer().staff(RunningService.GRANTEE, WORKER);
        partnerStaff = service.issuer().partner(RunningService.GRANTEE, PARTNER);
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
            staff(ADMIN, "GRANTEE_ADMINISTRATOR");
            staff(WORKER, "JAIL_CASE_MANAGER");
            assertThat(service.put(
                                    "/partners/" + PARTNER,
                                    admin,
                                    Map.of(
                                            "name",
                                            "Riverside Housing",
                                            "kinds",
                                            List.of("HOUSING"),
                                            "delivery",
                                            "AMQP"))
                            .status())
                    .isIn(200, 201);
        });
        Answer access = service.post("/partners/" + PARTNER + "/access", admin, null);
        assertThat(access.status()).as(access.http().body()).isEqualTo(201);
        partner = new PartnerAtTheBroker(access.json());
    }

    private static void staff(String id, String role) {
        service.hears("participant", "staff-member", "staff-member-joined", id, 1, null, null, """
                {"id":"%s","name":"%s","role":"%s","sites":["%s"],"settings":["JAIL"],"active":true}""".formatted(
                        id, role, role, SITE));
    }

    @AfterAll
    static void stop() {
        partner.close();
        service.close();
    }

    @BeforeEach
    void someoneInJail() {
        while (partner.next().isPresent()) {
            // messages of the test before
        }
        service.owners().away(false);
        String person = """
                {"id":"%s","caseNumber":"TR-4K7","givenName":"Dara","familyName":"Wells","language":"en","site":"%s",
                 "zone":"America/Chicago","active":true,"contacts":[
                 {"id":"%s","kind":"PHONE","value":"+1 555 555 0199","owner":"SELF","stable":false,"mayBeCalled":true,"rank":1},
                 {"id":"%s","kind":"PHONE","value":"+1 555 555 0188","owner":"PERSON","stable":true,"mayBeCalled":true,"rank":2}]}""".formatted(participant, SITE, UUID.randomUUID(), UUID.randomUUID());
        service.hears("participant", "participant", "intake-completed", participant, 1, participant, SITE, person);
        service.owners().answers("/participants/" + participant, person);
        custody(1, "projected-release-changed", "NEAR_RELEASE", "\"projectedRelease\":\"2027-03-20\"");
        caseFile();
        releaseStands(true);
    }

    private void caseFile() {
        String known = """
                {"participant":"%s","programmes":[],"site":"%s","sites":["%s"],"staffingModel":"TRANSITION","primary":"%s",
                 "primarySince":"2026-01-05","team":[{"staff":"%s","role":"PRIMARY","setting":"JAIL","from":"2026-01-05"}],
                 "introductions":[],"phase":"PLANNING","state":"OPEN"}""".formatted(participant, SITE, SITE, WORKER, WORKER);
        service.hears("participant", "case", "case-opened", participant, 1, participant, SITE, known);
        service.owners().answers("/participants/" + participant + "/case", known);
    }

    private void custody(long revision, String happened, String population, String more) {
        service.hears("participant", "custody", happened, participant, revision, participant, SITE, """
                {"participant":"%s","site":"%s","zone":"America/Chicago","population":"%s",%s}""".formatted(
                        participant, SITE, population, more));
    }

    private void releaseStands(boolean stands) {
        String path = "/participants/" + participant + "/consents/standing?recipient=" + PARTNER
                + "&kind=IDENTITY,HOUSING_NEED,RELEASE_DATE";
        service.owners().answers(path, stands ? """
                {"stands":true,"consent":"%s","revision":1,"purpose":"a home","expiresOn":"2027-12-31",
                 "kinds":["IDENTITY","HOUSING_NEED","RELEASE_DATE"],"text":"I let Riverside Housing know."}""".formatted(consent) : "{\"stands\":false}");
    }

    private void consentBecomes(String state, long revision) {
        service.hears("participant", "consent", "consent-revoked", consent, revision, participant, SITE, """
                {"id":"%s","participant":"%s","recipient":"%s","recipientName":"Riverside Housing","purpose":"a home",
                 "kinds":["IDENTITY","HOUSING_NEED","RELEASE_DATE"],"signedOn":"2026-01-05","state":"%s"}""".formatted(
                        consent, participant, PARTNER, state));
    }

    private Answer draft() {
        Answer[] drafted = new Answer[1];
        await().atMost(SOON).untilAsserted(() -> {
            drafted[0] = service.put("/referrals/" + referral, worker, """
                    {"participant":"%s","partner":"%s","service":"Shared homes","kind":"HOUSING",
                     "role":"Hold a bed for the day of release","startsOnRelease":true,
                     "background":[{"kind":"HOUSING_NEED","text":"Cannot go back to the former address."}],
                     "kinds":["IDENTITY","HOUSING_NEED","RELEASE_DATE"]}""".formatted(participant, PARTNER));
            assertThat(drafted[0].status()).as(drafted[0].http().body()).isEqualTo(201);
        });
        return drafted[0];
    }

    private Answer send() {
        return service.post("/referrals/" + referral + "/sending", worker, null);
    }

    private JsonNode told(String type) {
        return await().atMost(SOON)
                .until(
                        () -> partner.next()
                                .filter(this::aboutThis)
                                .filter(each -> each.path("type").asString().endsWith("." + type + ".v1")),
                        Optional::isPresent)
                .orElseThrow();
    }

    private boolean aboutThis(JsonNode message) {
        return message.path("data").path("referral").asString().equals(referral);
    }

    private JsonNode now() {
        return service.get("/referrals/" + referral, worker).json();
    }

    private void becomes(String state) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(now().path("state").asString()).isEqualTo(state));
    }

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
