package org.throughcare.acceptance.journey;

import static org.throughcare.acceptance.client.NotAsExpected.expect;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.throughcare.acceptance.client.Answer;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.client.PartnerQueue;
import org.throughcare.acceptance.client.Person;
import tools.jackson.databind.JsonNode;

/** Step 6: the first meeting outside opens with the plan; the partner starts; the release of information is revoked. */
final class Outside {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final World world;
    private final Telling telling;
    private final Carried darnell;
    private final PartnerQueue partner;
    private final Person cal;

    Outside(World world, Telling telling, Carried darnell, PartnerQueue partner) {
        this.world = world;
        this.telling = telling;
        this.darnell = darnell;
        this.partner = partner;
        this.cal = world.cal();
    }

    void step() {
        telling.chapter(6, "The first meeting outside", world.today());
        JsonNode view = cal.get("/api/people/" + darnell.id).ok().json();
        JsonNode first = view.path("firstMeeting");
        expect(
                first.path("openGoals").size() == 1
                        && first.path("openGoals")
                                .get(0)
                                .path("title")
                                .asString("")
                                .contains("warehouse"),
                "the first meeting opens with the plan: " + first);
        telling.line("Cal opens the meeting: it begins with the plan made inside, and its open goal");
        meet(first.path("appointment"));
        handover();
        service("CAREER", "Career counselling at the job center");
        partnerWorks();
        revocation();
    }

    private void meet(JsonNode appointment) {
        Instant start = Instant.parse(appointment.path("start").asString());
        world.moveTo(
                LocalDate.ofInstant(start, World.ALDER.zoneId()),
                LocalTime.ofInstant(start, World.ALDER.zoneId()).plusHours(1));
        cal.post(
                        "/api/scheduling/appointments/" + appointment.path("id").asString() + "/attendance",
                        Map.of("attended", true))
                .ok();
        Notes.signed(
                cal,
                Notes.meeting(
                        darnell.id,
                        "IN_PERSON",
                        Notes.at(start, World.ALDER.zoneId()),
                        "First meeting outside. Went through the plan he brought.",
                        null));
        telling.until(
                "they met, the note is signed: the urgent first contact is done",
                SOON,
                () -> cal.get("/api/scheduling/participants/" + darnell.id + "/tasks")
                                .ok()
                                .rows(each -> each.path("kind").asString("").equals("FIRST_CONTACT")
                                        && each.path("cause").asString("").equals(darnell.release)
                                        && each.path("state").asString("").equals("DONE"))
                                .size()
                        == 1);
    }

    private void handover() {
        for (String item : List.of(
                "PLAN_GONE_THROUGH",
                "CONTACTS_CHECKED",
                "INTRODUCED",
                "APPOINTMENTS_GONE_THROUGH",
                "REFERRALS_GONE_THROUGH")) {
            cal.post(darnell.path + "/case/handover/checklist", Map.of("item", item))
                    .ok();
        }
        Answer accepted = cal.post(
                        darnell.path + "/case/handover/acceptance", Map.of("by", World.CAL, "setting", "COMMUNITY"))
                .ok();
        expect(accepted.json().path("primary").asString("").equals(World.CAL), "Cal is primary now");
        telling.line("handover accepted with its checklist: Cal is primary, Jia stays on the team's record");
    }

    private void service(String code, String what) {
        String id = Ids.next();
        LocalDate today = world.today();
        cal.post(
                        darnell.path + "/enrolment/services",
                        Map.of(
                                "id",
                                id,
                                "programme",
                                "LEAP",
                                "code",
                                code,
                                "from",
                                today.toString(),
                                "goal",
                                darnell.goal))
                .ok();
        Notes.signed(
                cal, Notes.meeting(darnell.id, "IN_PERSON", Notes.at(world.now(), World.ALDER.zoneId()), what, id));
        darnell.lastService = today;
        telling.until(
                what + ": recorded, with its note as evidence",
                SOON,
                () -> cal.get(darnell.path + "/enrolment")
                        .ok()
                        .json()
                        .path("lastService")
                        .path("on")
                        .asString("")
                        .equals(today.toString()));
    }

    private void partnerWorks() {
        partner.answer("started", Map.of("referral", darnell.referral));
        telling.until("the partner starts the service", SOON, () -> state().equals("IN_PROGRESS"));
        partner.answer(
                "completed",
                Map.of(
                        "referral",
                        darnell.referral,
                        "note",
                        "Moved in.",
                        "outcome",
                        Map.of("kind", "HOUSED", "on", world.today().toString())));
        telling.until("and reports its outcome: housed", SOON, () -> state().equals("COMPLETED"));
    }

    /** A second referral is sent and not yet looked at when the release of information is revoked. */
    private void revocation() {
        String second = Ids.next();
        cal.put(
                        "/api/referral/referrals/" + second,
                        Map.of(
                                "participant",
                                darnell.id,
                                "site",
                                World.ALDER.id(),
                                "partner",
                                World.RIVERSIDE,
                                "service",
                                "Household goods",
                                "kind",
                                "HOUSING",
                                "origin",
                                "CASE_MANAGER",
                                "role",
                                "Furniture for the room",
                                "kinds",
                                List.of("IDENTITY", "HOUSING_NEED")))
                .ok();
        cal.post("/api/referral/referrals/" + second + "/sending", Map.of()).ok();
        partner.next(
                each -> each.path("data").path("referral").asString("").equals(second), "the second referral", SOON);
        world.partner().get("/api/referral/partner/referrals/" + second).ok();
        cal.post("/api/participant/consents/" + darnell.consent + "/revocation", Map.of("reason", "He asked for it"))
                .ok();
        Answer read = world.partner().get("/api/referral/partner/referrals/" + second);
        expect(read.status() == 403, "what waits in the queue cannot be read any more: " + read.status());
        telling.line(
                "release of information revoked: at once, what already waits with the partner can no longer be read");
        Answer sending = cal.put(
                "/api/referral/referrals/" + Ids.next(),
                Map.of(
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
                        "A bed",
                        "kinds",
                        List.of("IDENTITY")));
        if (sending.status() / 100 == 2) {
            Answer refused = cal.post("/api/referral/referrals/" + sending.text("id") + "/sending", Map.of());
            expect(refused.status() / 100 == 4, "nothing new is sent");
        }
        telling.line("and nothing new is sent");
    }

    private String state() {
        return cal.get("/api/referral/referrals/" + darnell.referral).ok().text("state");
    }
}
