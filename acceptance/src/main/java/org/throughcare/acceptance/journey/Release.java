package org.throughcare.acceptance.journey;

import static org.throughcare.acceptance.client.NotAsExpected.expect;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.client.PartnerQueue;
import org.throughcare.acceptance.client.Person;
import tools.jackson.databind.JsonNode;

/** Step 5: the date moves twice, a release is recorded by mistake and taken back, then he is released by surprise. */
final class Release {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final World world;
    private final Telling telling;
    private final Carried darnell;
    private final PartnerQueue partner;
    private final Person jia;
    private final Person cal;

    Release(World world, Telling telling, Carried darnell, PartnerQueue partner) {
        this.world = world;
        this.telling = telling;
        this.darnell = darnell;
        this.partner = partner;
        this.jia = world.jia();
        this.cal = world.cal();
    }

    void step() {
        LocalDate today = world.today();
        telling.chapter(5, "The date moves, and moves again; then he is out", today);
        dateMovesTo(today.plusDays(40));
        dateMovesTo(today.plusDays(70));
        flapping(today);
        world.moveTo(world.today().plusDays(1), LocalTime.of(10, 0));
        surprise(world.today());
    }

    private void dateMovesTo(LocalDate date) {
        jia.post(darnell.path + "/custody/projected-release", Map.of("date", date.toString(), "source", "JAIL_RECORDS"))
                .ok();
        telling.until(
                "projected release moves to " + date + ": the referral starts then",
                SOON,
                () -> jia.get("/api/referral/referrals/" + darnell.referral)
                        .ok()
                        .text("startsOn")
                        .equals(date.toString()));
    }

    /** A mistake at the booking desk, put right within minutes. */
    private void flapping(LocalDate today) {
        String mistaken = Ids.next();
        String before = appointment();
        jia.post(
                        darnell.path + "/custody/releases",
                        Map.of("id", mistaken, "on", today.toString(), "kind", "UNPLANNED"))
                .ok();
        telling.until(
                "a release is recorded by mistake: an urgent first contact opens",
                SOON,
                () -> firstContact(mistaken, "OPEN").isPresent());
        telling.until("the jail appointment is off", SOON, () -> appointment().equals("CANCELLED"));
        jia.post(
                        darnell.path + "/custody/releases/" + mistaken + "/withdrawal",
                        Map.of("reason", "Another man of the same name"))
                .ok();
        telling.until(
                "the mistake is withdrawn: the first contact is withdrawn",
                SOON,
                () -> firstContact(mistaken, "WITHDRAWN").isPresent());
        telling.until(
                "the jail appointment stands again", SOON, () -> appointment().equals(before));
        telling.until(
                "he is inside, near release, as before",
                SOON,
                () -> jia.get(darnell.path + "/custody").ok().text("population").equals("IN_CUSTODY")
                        || jia.get(darnell.path + "/custody")
                                .ok()
                                .text("population")
                                .equals("NEAR_RELEASE"));
        JsonNode handover = jia.get(darnell.path + "/case").ok().json().path("handover");
        expect(handover.path("state").asString("").equals("OPEN"), "the planned handover is still open: " + handover);
        telling.line("the handover that was planned is still open; nothing irreversible was done");
    }

    private void surprise(LocalDate today) {
        darnell.releasedOn = today;
        jia.post(
                        darnell.path + "/custody/releases",
                        Map.of("id", darnell.release, "on", today.toString(), "kind", "UNPLANNED"))
                .ok();
        JsonNode task = telling.after(
                "released by surprise: an urgent first-contact task opens for Cal",
                SOON,
                () -> firstContact(darnell.release, "OPEN"));
        expect(task.path("assignee").asString("").equals(World.CAL), "the community worker has the task: " + task);
        telling.progress("due " + task.path("dueAt").asString());
        telling.until("the jail appointment is off", SOON, () -> appointment().equals("CANCELLED"));
        telling.until(
                "a first meeting outside is booked on Cal's community days",
                SOON,
                () -> !firstMeetings().isEmpty());
        JsonNode message = partner.next(
                each -> each.path("data").path("referral").asString("").equals(darnell.referral)
                        && !each.path("type").asString("").contains("sent"),
                "news of the release",
                SOON);
        telling.line("the partner knows: " + message.path("type").asString());
        telling.until(
                "the referral starts today",
                SOON,
                () -> jia.get("/api/referral/referrals/" + darnell.referral)
                        .ok()
                        .text("startsOn")
                        .equals(today.toString()));
        expect(jia.get("/api/people/" + darnell.id).ok().json().path("missing").isEmpty(), "nothing is missing");
        telling.line("Jia, inside, can still see how it goes");
        world.as("other.otto")
                .get("/api/participant/participants/" + darnell.id)
                .is(404);
        telling.line("another grantee's administrator does not even learn that he exists");
    }

    private Optional<JsonNode> firstContact(String release, String state) {
        List<JsonNode> rows = cal.get("/api/scheduling/participants/" + darnell.id + "/tasks")
                .ok()
                .rows(each -> each.path("kind").asString("").equals("FIRST_CONTACT")
                        && each.path("cause").asString("").equals(release)
                        && each.path("state").asString("").equals(state));
        return rows.stream().findFirst();
    }

    private String appointment() {
        return jia.get("/api/scheduling/appointments/" + darnell.laterJailAppointment)
                .ok()
                .text("state");
    }

    private List<JsonNode> firstMeetings() {
        return cal.get("/api/scheduling/participants/" + darnell.id + "/appointments")
                .ok()
                .rows(each -> each.path("kind").asString("").equals("FIRST_MEETING")
                        && each.path("state").asString("").equals("BOOKED"));
    }
}
