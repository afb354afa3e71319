package org.throughcare.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.subject.PartTwo;
import org.throughcare.testing.RunningService;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** A person and their neighbour, of whom the same things are kept: what is handed to the one has nothing of the other. */
class SubjectAccessTest extends WithAPartner {

    private static final String THEIRS = "heliotrope is the neighbour's own";

    private final String neighbour = UUID.randomUUID().toString();

    @BeforeEach
    void somebodyElseInJail() {
        String person = """
                {"id":"%s","caseNumber":"TR-9P2","givenName":"Noemi","familyName":"Quist","language":"en","site":"%s",
                 "zone":"America/Chicago","active":true,"contacts":[]}""".formatted(neighbour, SITE);
        service.hears("participant", "participant", "intake-completed", neighbour, 1, neighbour, SITE, person);
        service.owners().answers("/participants/" + neighbour, person);
        service.owners().answers("/participants/" + neighbour + "/case", """
                {"participant":"%s","site":"%s","sites":["%s"],"primary":"%s","team":[],"state":"OPEN"}""".formatted(neighbour, SITE, SITE, WORKER));
    }

    private Answer asks(String token, String query) {
        return service.get("/participants/" + participant + "/subject-access" + query, token);
    }

    private JsonNode file() {
        Answer answer = asks(admin, "?reason=asked+at+the+desk");
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        return answer.json();
    }

    @Test
    @DisplayName(
            "C7 Y14 H7 C8 all that is held about a person is one package: referrals opened, what exactly a partner was told, its words, needs, money, and who read them")
    void everything() throws Exception {
        draft();
        assertThat(send().status()).isEqualTo(200);
        told("requested");
        assertThat(service.get("/partner/referrals/" + referral, partnerStaff).status())
                .isEqualTo(200);
        partner.says("started", referral, "");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(file().path("partnersWords").size())
                        .as("kept")
                        .isEqualTo(1));
        assertThat(service.post(
                                "/referrals/" + referral + "/acceptance",
                                worker,
                                Map.of("toldBy", "Ruth", "note", "a bed by the window"))
                        .status())
                .isEqualTo(200);
        drafts(UUID.randomUUID().toString(), neighbour, "HOUSING", THEIRS);
        needs(participant, "LEGAL");
        needs(neighbour, "CHILDCARE");
        money();

        await().atMost(SOON).untilAsserted(() -> {
            JsonNode now = file();
            assertThat(now.path("disclosures").toString()).contains("\"Sent\"");
            assertThat(now.path("readBy").toString()).contains("\"referral content\"");
        });
        JsonNode file = file();

        assertThat(file.path("referrals").size()).isEqualTo(1);
        assertThat(file.at("/referrals/0/partnerName").asString()).isEqualTo("Riverside Housing");
        assertThat(file.at("/referrals/0/background/0/text").asString())
                .isEqualTo("Cannot go back to the former address.");
        assertThat(file.at("/referrals/0/history/2/note").asString()).isEqualTo("a bed by the window");
        assertThat(file.path("disclosures")).anySatisfy(message -> {
            assertThat(message.path("way").asString()).isEqualTo("MESSAGE");
            assertThat(message.path("event").asString()).isEqualTo("requested");
            assertThat(message.has("shown")).isFalse();
        });
        assertThat(file.path("disclosures")).anySatisfy(read -> {
            assertThat(read.path("way").asString()).isEqualTo("READ");
            assertThat(read.path("partnerName").asString()).isEqualTo("Riverside Housing");
            assertThat(read.path("consent").asString()).isEqualTo(consent);
            assertThat(read.at("/shown/background/0/text").asString())
                    .isEqualTo("Cannot go back to the former address.");
            assertThat(read.at("/shown/name").asBoolean()).isTrue();
            assertThat(read.at("/shown/ownNumbers").asBoolean()).isFalse();
            assertThat(read.path("notice").asString()).contains("Do not pass it on");
        });
        assertThat(file.at("/partnersWords/0/body").asString()).contains(referral);
        assertThat(file.path("unmetNeeds"))
                .extracting(each -> each.path("kind").asString())
                .containsExactly("LEGAL");
        assertThat(file.path("money")).singleElement().satisfies(line -> {
            assertThat(line.at("/line/participant").asString()).isEqualTo(participant);
            assertThat(line.at("/line/amount").decimalValue()).isEqualByComparingTo("40.50");
        });
        assertThat(file.path("readBy"))
                .anySatisfy(read -> assertThat(read.path("who").asString()).isEqualTo("partner:" + PARTNER));
        assertThat(file.path("cut").size()).isZero();
        assertThat(file.has("notice")).isFalse();
        assertThat(file.toString())
                .doesNotContain("sealed:")
                .doesNotContain(neighbour)
                .doesNotContain(THEIRS)
                .doesNotContain("77.25");
    }

    @Test
    @DisplayName("C7 where treatment is among it, the package has the notice of 42 CFR part 2")
    void partTwo() {
        draft();
        assertThat(file().has("notice")).isFalse();
        drafts(UUID.randomUUID().toString(), participant, "TREATMENT", "thirty days, then outpatient");

        JsonNode file = file();

        assertThat(file.path("notice").asString()).isEqualTo(PartTwo.NOTICE);
        assertThat(file.path("referrals").toString()).contains("thirty days, then outpatient");
    }

    @Test
    @DisplayName(
            "case managers, partners, supervisors of another site, other grantees and long reasons get nothing; nor does anybody while the owner is away")
    void whoMayNot() {
        draft();
        String elsewhere = supervisor(UUID.randomUUID().toString());
        String here = supervisor(SITE);

        assertThat(asks(worker, "").problem()).isEqualTo("forbidden");
        assertThat(asks(partnerStaff, "").problem()).isEqualTo("forbidden");
        assertThat(asks(elsewhere, "").problem()).isEqualTo("case-not-open");
        assertThat(asks(here, "").status()).isEqualTo(200);
        assertThat(asks(here, "?reason=" + "x".repeat(501)).status()).isEqualTo(400);
        assertThat(asks(here, "?reason=" + "x".repeat(500)).status()).isEqualTo(200);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(file().path("readBy").toString())
                        .contains("\"REFUSED\"")
                        .contains("staff:" + WORKER)
                        .contains("partner:" + PARTNER));
        service.owners().forgets("/participants/" + participant);
        Answer ofAnother = asks(otherGrantees(), "");
        assertThat(ofAnother.status()).isEqualTo(404);
        assertThat(ofAnother.http().body()).doesNotContain("former address");
        service.owners().away(true);
        assertThat(service.get("/participants/" + UUID.randomUUID() + "/subject-access", admin)
                        .status())
                .isEqualTo(503);
    }

    private String supervisor(String site) {
        return service.issuer().staff(RunningService.GRANTEE, staffAtOwner("SUPERVISOR", site));
    }

    private String otherGrantees() {
        return service.issuer().staff(RunningService.OTHER_GRANTEE, staffAtOwner("GRANTEE_ADMINISTRATOR", SITE));
    }

    private static String staffAtOwner(String role, String site) {
        String id = UUID.randomUUID().toString();
        service.owners().answers("/staff/" + id, """
                {"id":"%s","name":"%s","role":"%s","sites":["%s"],"active":true}""".formatted(id, role, role, site));
        return id;
    }

    private void drafts(String id, String whose, String kind, String background) {
        await().atMost(SOON).untilAsserted(() -> {
            Answer drafted = service.put("/referrals/" + id, worker, """
                    {"participant":"%s","partner":"%s","service":"Shared homes","kind":"%s","role":"Hold a bed",
                     "background":[{"kind":"HOUSING_NEED","text":"%s"}],"kinds":["IDENTITY","HOUSING_NEED"]}""".formatted(whose, PARTNER, kind, background));
            assertThat(drafted.status()).as(drafted.http().body()).isIn(200, 201);
        });
    }

    private void needs(String whose, String kind) {
        Answer recorded = service.put(
                "/unmet-needs/" + UUID.randomUUID(),
                worker,
                Map.of("participant", whose, "kind", kind, "why", "NO_CAPACITY"));
        assertThat(recorded.status()).as(recorded.http().body()).isEqualTo(201);
    }

    /** One budget that both of them have a line in. */
    private void money() {
        String budget = UUID.randomUUID().toString();
        LocalDate from = LocalDate.now().minusYears(5);
        Answer opened = service.put(
                "/budgets/" + budget,
                admin,
                Map.of(
                        "site",
                        SITE,
                        "fundSource",
                        "WIOA Adult",
                        "from",
                        from.toString(),
                        "until",
                        from.plusYears(20).toString(),
                        "total",
                        1_000,
                        "allowable",
                        List.of("TRANSPORT")));
        assertThat(opened.status()).as(opened.http().body()).isEqualTo(201);
        Map.of(participant, "40.50", neighbour, "77.25").forEach((who, amount) -> {
            Answer asked = service.post(
                    "/budgets/" + budget + "/requests",
                    worker,
                    "{\"id\":\"%s\",\"participant\":\"%s\",\"kind\":\"TRANSPORT\",\"amount\":%s}"
                            .formatted(UUID.randomUUID(), who, amount));
            assertThat(asked.status()).as(asked.http().body()).isEqualTo(200);
        });
    }
}
