package org.throughcare.acceptance.journey;

import static org.throughcare.acceptance.client.NotAsExpected.expect;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughcare.acceptance.client.Answer;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.client.Person;
import tools.jackson.databind.JsonNode;

/** Steps 7 and 8: tapering, a lapse and a search; a job, the exit, a year of follow-ups, and reports that agree. */
final class TheYearAfter {

    /** Days that the clock goes on between two lines on the screen. */
    private static final int STRETCH = 30;

    private static final Duration SOON = Duration.ofSeconds(15);

    private final World world;
    private final Telling telling;
    private final Carried darnell;
    private final Person cal;

    TheYearAfter(World world, Telling telling, Carried darnell) {
        this.world = world;
        this.telling = telling;
        this.darnell = darnell;
        this.cal = world.cal();
    }

    void steps() {
        taperAndLapse();
        jobAndExit();
        followUps();
        reports();
    }

    private void taperAndLapse() {
        telling.chapter(7, "Wider steps, a lapse, a search", world.today());
        int before = everyDays();
        move(darnell.releasedOn.plusDays(40));
        telling.until(
                "forty days out the rhythm has widened from every " + before + " days",
                SOON,
                () -> everyDays() > before);
        JsonNode search = telling.after(
                "a month without contact: a search has opened by itself",
                SOON,
                () -> cal
                        .get("/api/notes/participants/" + darnell.id + "/searches")
                        .ok()
                        .rows(each ->
                                each.path("search").path("state").asString("").equals("OPEN"))
                        .stream()
                        .findFirst());
        String at = "/api/notes/searches/" + search.path("search").path("id").asString();
        step(at, search, "PHONE", "NO_ANSWER", Map.of());
        step(at, search, "LETTER", "SENT", Map.of());
        step(at, search, "HOME_VISIT", "WAIVED", Map.of("reason", "The reentry home takes no visits"));
        step(at, search, "RELATIVE", "REACHED", Map.of("participantFound", true));
        telling.line("phone: no answer; letter sent; home visit waived with its reason; his sister Renee is reached");
        telling.until(
                "found, through the stable relative",
                SOON,
                () -> cal.get("/api/notes/participants/" + darnell.id + "/searches")
                                .ok()
                                .rows(each -> each.path("search")
                                        .path("state")
                                        .asString("")
                                        .equals("FOUND"))
                                .size()
                        == 1);
        Notes.signed(
                cal,
                Notes.meeting(
                        darnell.id,
                        "PHONE",
                        Notes.at(world.now(), World.ALDER.zoneId()),
                        "He called back from his sister's phone. He has a job offer.",
                        null));
    }

    /** The next step of its kind, as the search proposes it from his contact plan. */
    private void step(String at, JsonNode search, String kind, String result, Map<String, Object> more) {
        Map<String, Object> tried = new HashMap<>(more);
        tried.put("id", Ids.next());
        tried.put("kind", kind);
        tried.put("on", world.today().toString());
        tried.put("result", result);
        search.path("next")
                .valueStream()
                .filter(each -> each.path("kind").asString("").equals(kind) && each.has("target"))
                .findFirst()
                .ifPresent(each -> tried.put("target", each.path("target").asString()));
        cal.post(at + "/steps", tried).ok();
    }

    private void jobAndExit() {
        telling.chapter(8, "A job, the exit, a year of follow-ups", world.today());
        LocalDate today = world.today();
        String service = Ids.next();
        cal.post(
                        darnell.path + "/enrolment/services",
                        Map.of(
                                "id",
                                service,
                                "programme",
                                "LEAP",
                                "code",
                                "JOBSEARCH",
                                "from",
                                today.toString(),
                                "goal",
                                darnell.goal))
                .ok();
        Notes.signed(
                cal,
                Notes.meeting(
                        darnell.id,
                        "PHONE",
                        Notes.at(world.now(), World.ALDER.zoneId()),
                        "Placement with the warehouse.",
                        service));
        darnell.lastService = today;
        telling.until(
                "the last service is on " + today,
                SOON,
                () -> enrolment().path("lastService").path("on").asString("").equals(today.toString()));
        cal.post(
                        darnell.path + "/enrolment/placements",
                        Map.of(
                                "id",
                                Ids.next(),
                                "employer",
                                "Three Rivers Cold Storage",
                                "jobTitle",
                                "Forklift operator",
                                "startedOn",
                                today.toString(),
                                "hourlyWage",
                                18.5,
                                "hoursPerWeek",
                                38,
                                "benefits",
                                true,
                                "family",
                                "ADULT"))
                .ok();
        telling.line("placed at Three Rivers Cold Storage: 18.50 an hour, 38 hours, benefits");
        move(darnell.lastService.plusDays(89));
        expect(state().equals("PARTICIPATING"), "day 89: he still takes part");
        telling.line("day 89 without a service: still taking part, on the exit alert");
        move(darnell.lastService.plusDays(91));
        telling.until("day 90 has passed: exited", SOON, () -> state().equals("EXITED"));
        JsonNode exit = enrolment().path("exit");
        darnell.exitOn = LocalDate.parse(exit.path("on").asString());
        expect(darnell.exitOn.equals(darnell.lastService), "the exit is dated to the last service: " + exit);
        telling.line("the exit is dated back to the last service, " + darnell.exitOn);
    }

    private void followUps() {
        List<Integer> months = List.of(1, 3, 5, 8, 12);
        List<String> due = enrolment()
                .path("followUps")
                .valueStream()
                .map(each -> each.path("dueOn").asString(""))
                .toList();
        List<String> byHand = months.stream()
                .map(month -> darnell.exitOn.plusMonths(month).toString())
                .toList();
        expect(due.equals(byHand), "follow-ups are due in months 1, 3, 5, 8 and 12: " + due);
        telling.line("follow-ups due " + String.join(", ", due));
        for (int month : months) {
            LocalDate on = darnell.exitOn.plusMonths(month);
            if (on.isAfter(world.today())) {
                move(on);
            }
            String note = Notes.signed(
                    cal,
                    Notes.meeting(
                            darnell.id,
                            "PHONE",
                            Notes.at(world.now(), World.ALDER.zoneId()),
                            "Follow-up of month " + month + ": still at the warehouse.",
                            null));
            cal.post(
                            darnell.path + "/enrolment/follow-ups",
                            Map.of(
                                    "month",
                                    month,
                                    "doneOn",
                                    world.today().toString(),
                                    "method",
                                    "TELEPHONE",
                                    "employed",
                                    true,
                                    "inEducation",
                                    false,
                                    "hourlyWage",
                                    19,
                                    "hoursPerWeek",
                                    40,
                                    "note",
                                    note))
                    .ok();
        }
        telling.until(
                "all five follow-ups are on record, and no check-in is open any more",
                SOON,
                () -> cal.get("/api/scheduling/participants/" + darnell.id + "/tasks")
                        .ok()
                        .rows(each -> each.path("kind").asString("").equals("FOLLOW_UP_CHECK_IN")
                                && each.path("state").asString("").equals("OPEN"))
                        .isEmpty());
    }

    private void reports() {
        Person sol = world.as("super.sol");
        Answer performance = sol.get("/api/participant/reports/performance").ok();
        telling.line("grantee performance answers: " + performance.body().length() + " characters");
        Answer exitAlert = sol.get("/api/participant/reports/exit-alert").ok();
        expect(!exitAlert.body().contains(darnell.id), "he is on no exit alert any more");
        String pirl = telling.after(
                "the PIRL export has his exit",
                SOON,
                () -> Optional.of(world.ada()
                                .get("/api/participant/exports/pirl")
                                .ok()
                                .body())
                        .filter(csv -> csv.contains(darnell.exitOn.toString().replace("-", ""))));
        expect(!pirl.isBlank(), "the export has rows");
        JsonNode compliance = cal.get("/api/notes/participants/" + darnell.id + "/contact-compliance")
                .ok()
                .json();
        telling.line("reports, contact record and PIRL export agree: exit " + darnell.exitOn + ", "
                + enrolment().path("followUps").size() + " follow-ups; " + compliance.size() + " duties of contact");
        JsonNode timeline = cal.get("/api/people/" + darnell.id + "/timeline?limit=100")
                .ok()
                .json();
        expect(timeline.path("missing").isEmpty(), "nothing is missing from his timeline");
        telling.line("his timeline tells it all, from intake to the last follow-up");
    }

    /** In stretches, since each deadline on the way is worked off by all services before the clock goes on. */
    private void move(LocalDate to) {
        int steps = 0;
        LocalDate at = world.today();
        while (at.isBefore(to)) {
            LocalDate next = at.plusDays(STRETCH).isBefore(to) ? at.plusDays(STRETCH) : to;
            steps += world.moveTo(next, LocalTime.of(12, 0)).path("steps").asInt(0);
            at = next;
            telling.progress(
                    at.isBefore(to)
                            ? "the clock goes on: " + at
                            : "the clock went on to " + to + " (" + steps + " steps)");
        }
    }

    private int everyDays() {
        return cal.get("/api/scheduling/participants/" + darnell.id + "/cadence")
                .ok()
                .json()
                .path("everyDays")
                .asInt(0);
    }

    private JsonNode enrolment() {
        return cal.get(darnell.path + "/enrolment").ok().json();
    }

    private String state() {
        return enrolment().path("state").asString("");
    }
}
