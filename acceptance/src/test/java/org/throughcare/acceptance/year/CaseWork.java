package org.throughcare.acceptance.year;

import static org.throughcare.acceptance.client.NotAsExpected.expect;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughcare.acceptance.client.Answer;
import org.throughcare.acceptance.client.Bearer;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.client.NotAsExpected;
import org.throughcare.acceptance.journey.Notes;
import tools.jackson.databind.JsonNode;

/** What the case manager of a site does for its participant, over HTTP. */
final class CaseWork {

    /** What was done and noted on an evening was so some time before it is put down. */
    private static final LocalTime NOTED = LocalTime.of(20, 0);

    private static final LocalDate BORN = LocalDate.of(2008, 5, 17);

    /** Lets everything happen that follows. */
    @FunctionalInterface
    interface Pace {
        void rest();
    }

    /** @param reports those that a supervisor reads */
    record Doors(Bearer participants, Bearer notes, Bearer scheduling, Bearer reports, Bearer operator) {}

    private final Year year;
    private final String site;
    private final Doors doors;
    private final Pace pace;
    private final String participant = Ids.next();
    private final String goal = Ids.next();
    private final Map<String, String> services = new HashMap<>();
    private boolean planned;
    private LocalDate today = LocalDate.MIN;

    CaseWork(Year year, String site, Doors doors, Pace pace) {
        this.year = year;
        this.site = site;
        this.doors = doors;
        this.pace = pace;
    }

    void on(LocalDate day) {
        today = day;
    }

    String site() {
        return site;
    }

    String participant() {
        return participant;
    }

    String path() {
        return "/participants/" + participant;
    }

    ZoneId zone() {
        return year.zone;
    }

    Bearer participants() {
        return doors.participants();
    }

    Bearer scheduling() {
        return doors.scheduling();
    }

    Bearer reports() {
        return doors.reports();
    }

    Bearer operator() {
        return doors.operator();
    }

    void takeIn(LocalDate released) {
        put(
                "",
                Map.of(
                        "identity",
                        Map.of(
                                "givenName",
                                "Year",
                                "familyName",
                                year.site,
                                "language",
                                "en",
                                "dateOfBirth",
                                BORN.toString()),
                        "site",
                        site));
        put(
                "/custody",
                Map.of(
                        "facility",
                        year.site + " Jail",
                        "since",
                        released.minusDays(200).toString(),
                        "source",
                        "JAIL_RECORDS"));
        post("/custody/releases", Map.of("id", Ids.next(), "on", released.toString(), "kind", "PLANNED"));
        put("/case", Map.of("programmes", List.of(year.programme), "setting", "COMMUNITY"));
    }

    void enrol() {
        post("/enrolment/eligibility", Map.of("programme", year.programme, "eligible", true, "grounds", "papers seen"));
        post(
                "/enrolment/programmes",
                Map.of("programme", year.programme, "fundSource", year.fundSource, "grounds", "goals and barriers"));
    }

    void assess() {
        JsonNode questions =
                participants().get(path() + "/assessment/questions").ok().json();
        Assessment.parts(questions.path("sets"), today)
                .forEach(part ->
                        post("/assessment/parts", Map.of("id", Ids.next(), "on", today.toString(), "part", part)));
    }

    void plan() {
        planned = true;
        put(
                "/plan",
                Map.of(
                        "goals",
                        List.of(goal(goal, "Work as a baker")),
                        "backUpTransport",
                        "bus",
                        "backUpChildcare",
                        "not needed",
                        "strategy",
                        "bakery first",
                        "resources",
                        List.of("job center")));
    }

    void planAnotherGoal() {
        post("/plan/goals", Map.of("goal", goal(Ids.next(), "Know which trade fits")));
    }

    private Map<String, Object> goal(String id, String title) {
        return Map.of(
                "id",
                id,
                "title",
                title,
                "measure",
                "hired for 30 hours a week",
                "steps",
                List.of(Map.of(
                        "id",
                        Ids.next(),
                        "what",
                        "Write a résumé",
                        "responsible",
                        "participant",
                        "delivery",
                        "BY_STAFF")),
                "relevance",
                "supports the family",
                "targetDate",
                today.plusDays(200).toString(),
                "responsible",
                "participant",
                "priority",
                1);
    }

    void review() {
        post("/plan/reviews", Map.of("findings", "goes on"));
    }

    void enter(String code, @Nullable LocalDate until, @Nullable String justification) {
        services.put(code, Ids.next());
        post("/enrolment/services", service(code, until, justification));
    }

    void refused(String rule, String code) {
        services.put(code, Ids.next());
        Answer answer = participants().post(path() + "/enrolment/services", service(code, null, null));
        expect(
                answer.status() == 409 && answer.body().contains("\"" + rule + "\""),
                code + " is refused by " + rule + ": " + answer.status() + " " + answer.body());
    }

    private Map<String, Object> service(String code, @Nullable LocalDate until, @Nullable String justification) {
        Map<String, Object> service = new HashMap<>(Map.of(
                "id",
                id(code),
                "programme",
                year.programme,
                "code",
                code,
                "from",
                today.toString(),
                "grounds",
                "lower levels did not lead to work"));
        if (until != null) {
            service.put("until", until.toString());
        }
        if (justification != null) {
            service.put("justification", justification);
        }
        if (planned) {
            service.put("goal", goal);
        }
        return service;
    }

    /** The one that was entered last under this code. */
    private String id(String code) {
        String id = services.get(code);
        if (id == null) {
            throw new NotAsExpected("no service " + code + " was entered");
        }
        return id;
    }

    void prove(String code) {
        sign(Notes.meeting(participant, "IN_PERSON", noted(), "What " + code + " is for", id(code)));
    }

    void end(String code) {
        post("/enrolment/services/" + id(code) + "/end", Map.of("on", today.toString()));
    }

    /** A conversation that is no service. It is known everywhere before anything else is done. */
    void meet() {
        sign(Notes.meeting(participant, "IN_PERSON", noted(), "Where things stand", null));
        rest();
    }

    private String noted() {
        return Notes.at(today, NOTED, zone());
    }

    void planGap(LocalDate from, LocalDate until, String expected) {
        String note = sign(Map.of(
                "participant",
                participant,
                "kind",
                "FILE_NOTE",
                "occurredAt",
                noted(),
                "text",
                Map.of(
                        "reason",
                        "Training begins later",
                        "discussion",
                        "Until then nothing is given, then " + expected)));
        post(
                "/enrolment/gaps",
                Map.of(
                        "from",
                        from.toString(),
                        "until",
                        until.toString(),
                        "reason",
                        "DELAY_BEFORE_TRAINING",
                        "note",
                        note,
                        "expectedServices",
                        List.of(expected)));
    }

    void determineNeedOfTraining(LocalDate interviewed) {
        post(
                "/enrolment/training-determinations",
                Map.of(
                        "basis",
                        "INTERVIEW",
                        "basisOn",
                        interviewed.toString(),
                        "inNeed",
                        true,
                        "likelyToSucceed",
                        true,
                        "grounds",
                        "needs the licence, reads well"));
    }

    void place(LocalDate startedOn) {
        post(
                "/enrolment/placements",
                Map.of(
                        "employer",
                        "Bakery",
                        "jobTitle",
                        "Baker",
                        "startedOn",
                        startedOn.toString(),
                        "hourlyWage",
                        20,
                        "hoursPerWeek",
                        40,
                        "benefits",
                        true,
                        "family",
                        "ADULT"));
    }

    void followUpLighter(int forMonths) {
        post(
                "/enrolment/follow-up-scope",
                Map.of(
                        "intensity",
                        "LIGHTER",
                        "forMonths",
                        forMonths,
                        "kinds",
                        List.of("MENTORING"),
                        "summerOnly",
                        true,
                        "basis",
                        "summer work alone, back at school"));
    }

    void checkIn(int month) {
        post(
                "/enrolment/follow-ups",
                Map.of("month", month, "doneOn", today.toString(), "method", "TELEPHONE", "employed", true));
    }

    private String sign(Map<String, Object> note) {
        String id = Ids.next();
        doors.notes().put("/notes/" + id, note).ok();
        doors.notes().post("/notes/" + id + "/signature", Map.of()).ok();
        return id;
    }

    private void post(String what, Map<String, Object> body) {
        participants().post(path() + what, body).ok();
    }

    private void put(String what, Map<String, Object> body) {
        participants().put(path() + what, body).ok();
    }

    /** Until all has happened that follows. */
    void rest() {
        pace.rest();
    }
}
