package org.throughcare.acceptance.journey;

import static org.throughcare.acceptance.client.NotAsExpected.expect;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughcare.acceptance.client.Answer;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.client.NotAsExpected;
import org.throughcare.acceptance.client.PartnerQueue;
import org.throughcare.acceptance.client.Person;
import tools.jackson.databind.JsonNode;

/** Step 4: near release. Introduction, contact card, handover; a housing referral under a signed release of information. */
final class NearTheGate implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final World world;
    private final Telling telling;
    private final Carried darnell;
    private final Person jia;
    private @Nullable PartnerQueue partner;

    NearTheGate(World world, Telling telling, Carried darnell) {
        this.world = world;
        this.telling = telling;
        this.darnell = darnell;
        this.jia = world.jia();
    }

    void step() {
        LocalDate near = world.today().plusDays(15);
        JsonNode moved = world.moveTo(near, LocalTime.of(9, 0));
        LocalDate today = world.today();
        telling.chapter(4, "Near release", today);
        telling.progress("the clock went on " + moved.path("steps").asString("?") + " steps to " + today);
        telling.until(
                "he is near release now, because the date is near: nobody typed it in",
                SOON,
                () -> jia.get(darnell.path + "/custody").ok().text("population").equals("NEAR_RELEASE"));
        jia.post(
                        darnell.path + "/case/introductions",
                        Map.of("id", Ids.next(), "kind", "VIDEO_CALL", "staff", World.CAL, "on", today.toString()))
                .ok();
        jia.post(darnell.path + "/case/contact-card", Map.of("on", today.toString()))
                .ok();
        telling.line("introduced to Cal by video; Cal's contact card is in his hands");
        Answer handover = jia.post(
                        darnell.path + "/case/handover",
                        Map.of(
                                "id",
                                Ids.next(),
                                "to",
                                World.CAL,
                                "dueOn",
                                today.plusDays(50).toString()))
                .ok();
        expect(
                handover.json().path("primary").asString("").equals(World.JIA),
                "Jia stays primary until it is accepted");
        telling.line("handover to Cal opened; Jia stays primary until Cal accepts it");
        consentAndReferral(today);
    }

    private void consentAndReferral(LocalDate today) {
        connectPartner();
        jia.put("/api/referral/referrals/" + darnell.referral, referral()).ok();
        Answer without = jia.post("/api/referral/referrals/" + darnell.referral + "/sending", Map.of());
        expect(
                without.status() == 409 || without.status() == 422 || without.status() == 403,
                "nothing leaves without consent");
        telling.line("sending without a release of information is refused: \"" + without.text("detail") + "\"");
        jia.put(
                        "/api/participant/consents/" + darnell.consent,
                        Map.of(
                                "participant",
                                darnell.id,
                                "recipient",
                                World.RIVERSIDE,
                                "recipientName",
                                "Riverside Housing",
                                "purpose",
                                "A place in a reentry home from the day of release",
                                "kinds",
                                List.of("IDENTITY", "CONTACT", "HOUSING_NEED", "RELEASE_DATE"),
                                "signedOn",
                                today.toString(),
                                "expiresOn",
                                today.plusDays(365).toString(),
                                "signature",
                                Map.of("signedBy", "Darnell", "as", "PARTICIPANT", "manner", "ON_PAPER")))
                .is(201);
        telling.line(
                "release of information signed: for Riverside Housing, for a place to live, four kinds of information");
        jia.post("/api/referral/referrals/" + darnell.referral + "/sending", Map.of())
                .ok();
        JsonNode message = telling.after(
                "Riverside Housing has it in its queue",
                SOON,
                () -> java.util.Optional.of(partner().next(this::aboutDarnell, "the referral", SOON)));
        String text = message.toString();
        expect(
                !text.contains("Darnell") && !text.contains("Whitfield"),
                "the message carries an id and a link, never a name");
        telling.line("the message carries an id, a kind and a link, and no name: " + message.path("data"));
        Answer read = world.partner()
                .get("/api/referral/partner/referrals/" + darnell.referral)
                .ok();
        expect(read.body().contains("Whitfield"), "what was consented to is read at the link");
        telling.line(
                "behind the link the partner reads what the consent covers, with the notice against passing it on");
        partner().answer("accepted", Map.of("referral", darnell.referral, "note", "A bed is kept."));
        telling.until("the partner's acceptance is on the referral", SOON, () -> state().equals("ACCEPTED"));
    }

    private Map<String, Object> referral() {
        return Map.of(
                "participant",
                darnell.id,
                "site",
                World.ALDER.id(),
                "partner",
                World.RIVERSIDE,
                "service",
                "Reentry home",
                "kind",
                "HOUSING",
                "origin",
                "CASE_MANAGER",
                "role",
                "Give him a bed from the day of release",
                "background",
                List.of(Map.of("kind", "HOUSING_NEED", "text", "Has no address of his own after release")),
                "kinds",
                List.of("IDENTITY", "CONTACT", "HOUSING_NEED", "RELEASE_DATE"),
                "startsOnRelease",
                true);
    }

    private void connectPartner() {
        JsonNode access = world.ada()
                .post("/api/referral/partners/" + World.RIVERSIDE + "/access", Map.of())
                .ok()
                .json();
        partner = new PartnerQueue(
                access.path("address").asString(),
                access.path("username").asString(),
                access.path("password").asString(),
                access.path("queue").asString(),
                access.path("routingKeyPrefix").asString());
        telling.line(
                "the partner connects to its own queue " + access.path("queue").asString());
    }

    private String state() {
        return jia.get("/api/referral/referrals/" + darnell.referral).ok().text("state");
    }

    boolean aboutDarnell(JsonNode message) {
        return message.path("data").path("referral").asString("").equals(darnell.referral);
    }

    PartnerQueue partner() {
        PartnerQueue connected = partner;
        if (connected == null) {
            throw new NotAsExpected("the partner is connected");
        }
        return connected;
    }

    @Override
    public void close() {
        if (partner != null) {
            partner.close();
        }
    }
}
