package org.throughcare.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.throughcare.testing.RunningService;
import org.throughcare.testing.RunningService.Answer;
import org.throughcare.testing.TestParts;
import tools.jackson.databind.JsonNode;

/** The service really running, with a partner at the broker and somebody in jail who is to be referred. */
abstract class WithAPartner {

    static final String PARTNER = "0190aaaa-0000-7000-8000-000000000201";
    static final String SITE = UUID.randomUUID().toString();
    static final String ADMIN = UUID.randomUUID().toString();
    static final String WORKER = UUID.randomUUID().toString();
    static final Duration SOON = Duration.ofMinutes(1);
    static RunningService service;
    static PartnerAtTheBroker partner;
    static String admin;
    static String worker;
    static String partnerStaff;

    final String participant = UUID.randomUUID().toString();
    final String consent = UUID.randomUUID().toString();
    final String referral = UUID.randomUUID().toString();

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
        await().atMost(SOON).ignoreExceptions().untilAsserted(() -> {
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

    void caseFile() {
        String known = """
                {"participant":"%s","programmes":[],"site":"%s","sites":["%s"],"staffingModel":"TRANSITION","primary":"%s",
                 "primarySince":"2026-01-05","team":[{"staff":"%s","role":"PRIMARY","setting":"JAIL","from":"2026-01-05"}],
                 "introductions":[],"phase":"PLANNING","state":"OPEN"}""".formatted(participant, SITE, SITE, WORKER, WORKER);
        service.hears("participant", "case", "case-opened", participant, 1, participant, SITE, known);
        service.owners().answers("/participants/" + participant + "/case", known);
    }

    void custody(long revision, String happened, String population, String more) {
        service.hears("participant", "custody", happened, participant, revision, participant, SITE, """
                {"participant":"%s","site":"%s","zone":"America/Chicago","population":"%s",%s}""".formatted(
                        participant, SITE, population, more));
    }

    void releaseStands(boolean stands) {
        Standing.answers(
                service.owners(),
                participant,
                PARTNER,
                "IDENTITY,HOUSING_NEED,RELEASE_DATE",
                referral,
                stands ? """
                {"stands":true,"consent":"%s","revision":1,"purpose":"a home","expiresOn":"2027-12-31",
                 "kinds":["IDENTITY","HOUSING_NEED","RELEASE_DATE"],"text":"I let Riverside Housing know."}""".formatted(consent) : "{\"stands\":false}");
    }

    void consentBecomes(String state, long revision) {
        service.hears("participant", "consent", "consent-revoked", consent, revision, participant, SITE, """
                {"id":"%s","participant":"%s","recipient":"%s","recipientName":"Riverside Housing","purpose":"a home",
                 "kinds":["IDENTITY","HOUSING_NEED","RELEASE_DATE"],"signedOn":"2026-01-05","state":"%s"}""".formatted(
                        consent, participant, PARTNER, state));
    }

    Answer draft() {
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

    Answer send() {
        return service.post("/referrals/" + referral + "/sending", worker, null);
    }

    JsonNode told(String type) {
        return await().atMost(SOON)
                .until(
                        () -> partner.next()
                                .filter(this::aboutThis)
                                .filter(each -> each.path("type").asString().endsWith("." + type + ".v1")),
                        Optional::isPresent)
                .orElseThrow();
    }

    boolean aboutThis(JsonNode message) {
        return message.path("data").path("referral").asString().equals(referral);
    }

    JsonNode now() {
        return service.get("/referrals/" + referral, worker).json();
    }

    void becomes(String state) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(now().path("state").asString()).isEqualTo(state));
    }
}
