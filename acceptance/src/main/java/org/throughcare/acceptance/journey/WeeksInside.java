package org.throughcare.acceptance.journey;

import static org.throughcare.acceptance.client.NotAsExpected.expect;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.throughcare.acceptance.client.Answer;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.client.Person;

/** Step 3: weekly appointments in the jail, notes, a workshop, a note without network. */
final class WeeksInside {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final ZoneId ZONE = World.ALDER.zoneId();

    private final World world;
    private final Telling telling;
    private final Carried darnell;
    private final Person jia;
    private final LocalDate today;

    WeeksInside(World world, Telling telling, Carried darnell) {
        this.world = world;
        this.telling = telling;
        this.darnell = darnell;
        this.jia = world.jia();
        this.today = world.today();
    }

    void steps() {
        telling.chapter(3, "Weekly appointments, notes, a workshop, a note without network", today);
        appointments();
        notes();
        workshop();
        offline();
    }

    private void appointments() {
        List<Map<String, Object>> jail = new ArrayList<>();
        List<Map<String, Object>> outside = new ArrayList<>();
        for (DayOfWeek day : List.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY)) {
            jail.add(block(day, World.ALDER.jail(), "JAIL"));
        }
        for (DayOfWeek day : List.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY)) {
            outside.add(block(day, World.ALDER.community(), "COMMUNITY"));
        }
        jia.put(
                        "/api/scheduling/workers/" + World.JIA + "/availability",
                        Map.of("pattern", jail, "exceptions", List.of()))
                .ok();
        world.cal()
                .put(
                        "/api/scheduling/workers/" + World.CAL + "/availability",
                        Map.of("pattern", outside, "exceptions", List.of()))
                .ok();
        LocalDate first = today.with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        book(darnell.jailAppointment, first, LocalTime.of(10, 0)).is(201);
        Answer clash = book(Ids.next(), first, LocalTime.of(10, 15));
        expect(clash.status() == 409, "the same hour cannot be booked twice");
        book(darnell.laterJailAppointment, first.plusDays(28), LocalTime.of(10, 0))
                .is(201);
        telling.line("appointments on Jia's jail days; a second booking of the same hour is refused: \""
                + clash.text("detail") + "\"");
    }

    private Map<String, Object> block(DayOfWeek day, String place, String setting) {
        return Map.of(
                "id",
                Ids.next(),
                "day",
                day.name(),
                "from",
                "09:00",
                "to",
                "16:00",
                "site",
                World.ALDER.id(),
                "place",
                place,
                "setting",
                setting,
                "dropIn",
                false);
    }

    private Answer book(String id, LocalDate day, LocalTime time) {
        Instant start = day.atTime(time).atZone(ZONE).toInstant();
        return jia.put(
                "/api/scheduling/appointments/" + id,
                Map.of(
                        "participant",
                        darnell.id,
                        "worker",
                        World.JIA,
                        "start",
                        start.toString(),
                        "end",
                        start.plus(Duration.ofMinutes(45)).toString(),
                        "site",
                        World.ALDER.id(),
                        "place",
                        World.ALDER.jail(),
                        "setting",
                        "JAIL",
                        "kind",
                        "ONE_ON_ONE"));
    }

    private void notes() {
        LocalDate met = today.with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        world.moveTo(met, LocalTime.of(11, 0));
        jia.post(
                        "/api/scheduling/appointments/" + darnell.jailAppointment + "/attendance",
                        Map.of("attended", true, "remark", "On time"))
                .ok();
        String draft = Ids.next();
        Map<String, Object> half = Notes.meeting(
                darnell.id, "IN_PERSON", Notes.at(met, LocalTime.of(10, 0), ZONE), "Went through the plan.", null);
        half.remove("topics");
        jia.put("/api/notes/notes/" + draft, half).ok();
        Answer unsigned = jia.post("/api/notes/notes/" + draft + "/signature", Map.of());
        expect(unsigned.status() == 422 || unsigned.status() == 409, "a note that lacks a part cannot be signed");
        telling.line("a note that lacks a part cannot be signed: \"" + unsigned.text("detail") + "\"");
        Answer seen = jia.get("/api/notes/notes/" + draft).ok();
        jia.put(
                        "/api/notes/notes/" + draft,
                        Notes.meeting(
                                darnell.id,
                                "IN_PERSON",
                                Notes.at(met, LocalTime.of(10, 0), ZONE),
                                "Went through the plan.",
                                null),
                        seen.etag())
                .ok();
        jia.post("/api/notes/notes/" + draft + "/signature", Map.of()).ok();
        telling.line("the whole note is signed");
        telling.until(
                "the contact counts for compliance",
                SOON,
                () -> jia.get("/api/notes/participants/" + darnell.id + "/contact-compliance")
                        .ok()
                        .body()
                        .contains(met.toString()));
    }

    private void workshop() {
        String group = Ids.next();
        String session = Ids.next();
        LocalDate day = today.with(TemporalAdjusters.next(DayOfWeek.THURSDAY)).plusDays(7);
        Instant start = day.atTime(13, 0).atZone(ZONE).toInstant();
        jia.put(
                        "/api/scheduling/groups/" + group,
                        Map.of(
                                "name",
                                "Work readiness workshop",
                                "site",
                                World.ALDER.id(),
                                "place",
                                World.ALDER.jail(),
                                "setting",
                                "JAIL",
                                "leader",
                                World.JIA,
                                "capacity",
                                8,
                                "sessions",
                                List.of(Map.of(
                                        "id",
                                        session,
                                        "start",
                                        start.toString(),
                                        "end",
                                        start.plus(Duration.ofHours(2)).toString()))))
                .ok();
        jia.post("/api/scheduling/groups/" + group + "/seats", Map.of("participant", darnell.id, "priority", "NONE"))
                .ok();
        world.moveTo(day, LocalTime.of(15, 30));
        jia.post(
                        "/api/scheduling/groups/" + group + "/sessions/" + session + "/attendance",
                        Map.of("attendance", List.of(Map.of("participant", darnell.id, "attended", true))))
                .ok();
        telling.line("a workshop attended, on the roster with " + day);
    }

    /** The device in the jail had no network: its queue is played when it is back, and once more, as devices do. */
    private void offline() {
        LocalDate day = world.today();
        String note = Ids.next();
        Map<String, Object> item = Map.of(
                "clientId",
                note,
                "idempotencyKey",
                "device-7-" + note,
                "note",
                Notes.meeting(
                        darnell.id,
                        "IN_PERSON",
                        Notes.at(day, LocalTime.of(14, 0), ZONE),
                        "Written on the unit, without network.",
                        null),
                "sign",
                true);
        Answer first = jia.post("/api/notes/notes/batch", Map.of("items", List.of(item)))
                .ok();
        Answer again = jia.post("/api/notes/notes/batch", Map.of("items", List.of(item)))
                .ok();
        expect(first.rows().getFirst().path("status").asInt(0) / 100 == 2, "the note arrives: " + first.body());
        expect(again.rows().getFirst().path("status").asInt(0) / 100 == 2, "the repeat is answered: " + again.body());
        telling.until(
                "the offline note is there, once, although the device sent it twice",
                SOON,
                () -> jia.get("/api/notes/participants/" + darnell.id + "/notes?limit=50")
                                .ok()
                                .rows(each -> each.path("id").asString("").equals(note))
                                .size()
                        == 1);
    }
}
