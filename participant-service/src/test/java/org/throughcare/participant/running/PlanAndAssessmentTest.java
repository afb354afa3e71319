package org.throughcare.participant.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.throughcare.participant.running.Place.id;
import static org.throughcare.participant.running.Place.part;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** From what is found out about a participant to the plan they take home, over HTTP and with what follows by events. */
@Tag("once")
class PlanAndAssessmentTest extends AtAPlace {

    @BeforeAll
    void hearNotes() {
        place().hears("notes.note-signed");
    }

    private Answer ask(String method, String participant, String path, Object body) {
        return place().asSystem(method, "/participants/" + participant + path, body);
    }

    private static JsonNode done(Answer answer) {
        return Place.done(answer).json();
    }

    private static void refused(Answer answer, String rule, String field) {
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(422);
        assertThat(answer.json().path("rule").asString()).isEqualTo(rule);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    private String goal(String id, String title, String step, String delivery) {
        return """
                {"id":"%s","title":"%s","measure":"hired for 30 hours a week","relevance":"supports the family",
                 "responsible":"the participant","targetDate":"%s",
                 "steps":[{"what":"%s","responsible":"case manager","delivery":"%s"}]}""".formatted(id, title, place().today().plusDays(200), step, delivery);
    }

    private String planned(String goal) {
        String participant = place().withCase("");
        place().assessed(participant);
        done(ask("PUT", participant, "/plan", """
                {"goals":[%s],"backUpTransport":"bus 14","backUpChildcare":"not needed","strategy":"bakery first","resources":["job center"]}""".formatted(
                        goal(goal, "Work as a <b>baker</b> & more", "Write a letter", "BY_STAFF"))));
        return participant;
    }

    private HttpResponse<byte[]> copy(String participant, int version, String token) throws Exception {
        HttpRequest asked = HttpRequest.newBuilder(URI.create(
                        place().running.uri() + "/participants/" + participant + "/plan/versions/" + version + "/copy"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/pdf")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(asked, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    @DisplayName("N3 each version has its copy, which is read by those who may and is on record as read")
    void copies() throws Exception {
        String goal = id();
        String participant = planned(goal);
        done(ask("POST", participant, "/plan/revisions", """
                {"goals":[%s],"backUpTransport":"bus 15","backUpChildcare":"not needed","strategy":"bakery first",
                 "change":{"what":"The letter is written by the participant"}}""".formatted(
                        goal(goal, "Work as a cook", "Write the letter", "BY_PARTICIPANT"))));
        String jail = place().token(place().jailWorker);
        HttpResponse<byte[]> first = copy(participant, 1, jail);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(text(first.body()))
                .containsSubsequence(
                        "Version 1",
                        "Work as a <b>baker</b> & more",
                        "Write a letter",
                        "bus 14",
                        "555-0199",
                        "My initials");
        assertThat(text(copy(participant, 2, jail).body()))
                .contains("Version 2", "Work as a cook", "bus 15")
                .doesNotContain("Work as a <b>");
        assertThat(copy(participant, 3, jail).statusCode()).isEqualTo(404);
        String elsewhere = place().running.issuer().staff("lake-county", id());
        assertThat(copy(participant, 1, elsewhere).statusCode()).isBetween(403, 404);
        await().atMost(SOON)
                .until(() -> !place().inScope(() -> Place.listOf(place().running
                                .bean(TenantDatabases.class)
                                .current()
                                .getCollection("reads")
                                .find(new Document("participant", participant).append("what", "copy of the plan"))))
                        .isEmpty());
    }

    @Test
    @DisplayName(
            "Y15 a revision whose steps add a service is refused without justification, without note; one that adds none is not")
    void services() {
        String goal = id();
        String participant = planned(goal);
        String revision = """
                {"goals":[%s],"backUpTransport":"bus","backUpChildcare":"not needed","strategy":"bakery first","change":{"what":"more"%s}}""";
        String adds = goal(goal, "Work as a baker", "Certificate course", "BY_STAFF");
        refused(ask("POST", participant, "/plan/revisions", revision.formatted(adds, "")), "Y15", "justification");
        refused(
                ask(
                        "POST",
                        participant,
                        "/plan/revisions",
                        revision.formatted(adds, ",\"justification\":\"asked for\"")),
                "Y15",
                "note");
        JsonNode plan = done(ask(
                "POST",
                participant,
                "/plan/revisions",
                revision.formatted(adds, ",\"justification\":\"asked for\",\"note\":\"" + id() + "\"")));
        assertThat(plan.path("version").asInt())
                .as("nothing was changed by what was refused")
                .isEqualTo(2);
        assertThat(plan.path("versions").path(1).path("addsServices").path(0).asString())
                .isEqualTo("Certificate course");
        assertThat(plan.path("unacknowledged").asBoolean()).isTrue();
        done(ask(
                "POST",
                participant,
                "/plan/revisions",
                revision.formatted(goal(goal, "Work as a baker", "Visit a bakery", "BY_PARTICIPANT"), "")));
    }

    @Test
    @DisplayName(
            "N3 Y6 a one-day service of a goal calls for a review once it is proven, as many days later as policy says")
    void reviewAfterService() {
        String goal = id();
        String participant = planned(goal);
        enrolled(participant);
        String service = id();
        done(ask("POST", participant, "/enrolment/services", """
                {"id":"%s","programme":"LEAP","code":"ASSESS","from":"%s","goal":"%s"}""".formatted(service, place().today(), goal)));
        assertThat(reviewDue(participant))
                .isEqualTo(place().today().plusDays(90).toString());
        String note = id();
        place().running.hears("notes", "case-note", "note-signed", note, 2, participant, place().site, """
                {"id":"%s","participant":"%s","kind":"SERVICE","counts":"CONTACT","occurredAt":"%s","service":"%s"}""".formatted(
                        note,
                        participant,
                        place().today().atTime(12, 0).atZone(Place.ZONE).toInstant(),
                        service));
        await().atMost(SOON)
                .until(() -> reviewDue(participant)
                        .equals(place().today().plusDays(14).toString()));
    }

    private void enrolled(String participant) {
        done(ask("POST", participant, "/enrolment/eligibility", """
                {"programme":"LEAP","eligible":true,"grounds":"in custody",
                 "atEntry":{"employmentStatus":0,"educationLevel":1,"veteran":0,"disability":9,"barriers":["EX_OFFENDER"]}}"""));
        done(ask("POST", participant, "/enrolment/programmes", """
                {"programme":"LEAP","fundSource":"LEAP_GRANT","grounds":"assessment, goals and barriers"}"""));
    }

    @Test
    @DisplayName(
            "N11 a service such as there was none prompts an update of the plan that was made before it; one of the plan's day, or another such, prompts none")
    void newActivity() {
        String participant = planned(id());
        enrolled(participant);
        serviceToday(participant, "ASSESS");
        BusinessClock clock = place().running.bean(BusinessClock.class);
        clock.moveTo(clock.now().plus(Duration.ofDays(1)));
        serviceToday(participant, "ASSESS");
        String added = serviceToday(participant, "JOBSEARCH");
        await().atMost(SOON)
                .until(() -> reviewDue(participant)
                        .equals(place().today().plusDays(14).toString()));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(place().announced(participant, "plan"))
                        .extracting(entry -> entry.getString("event"))
                        .containsExactly("plan-started", "plan-update-prompted"));
        Document prompted = part(place().announced(participant, "plan").getLast(), "happened");
        assertThat(prompted.getString("service")).isEqualTo(added);
        assertThat(prompted.getString("kind")).isEqualTo("NEW");
    }

    private String serviceToday(String participant, String code) {
        String service = id();
        done(ask("POST", participant, "/enrolment/services", """
                {"id":"%s","programme":"LEAP","code":"%s","from":"%s","grounds":"first"}""".formatted(service, code, place().today())));
        return service;
    }

    @Test
    @DisplayName(
            "Y14 L19 a change of the plan is announced with who made it, its goals and what is still open; what is refused is not")
    void changesByOthers() {
        String first = id();
        String second = id();
        String participant = planned(first);
        String path = "/participants/" + participant + "/plan";
        done(place().running
                .post(
                        path + "/goals",
                        place().token(place().supervisor),
                        "{\"goal\":" + goal(second, "Rent a room", "Visit three rooms", "BY_PARTICIPANT") + "}"));
        String outcome = path + "/goals/" + first + "/outcome";
        Map<String, Object> reached = Map.of("state", "ACHIEVED", "outcome", "hired");
        done(place().running.post(outcome, place().token(place().jailWorker), reached));
        assertThat(place().running
                        .post(outcome, place().token(place().supervisor), reached)
                        .status())
                .isEqualTo(409);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(place().announced(participant, "plan"))
                        .extracting(entry -> entry.getString("event"))
                        .containsExactly("plan-started", "goal-set", "goal-reached"));
        List<Document> changes = place().announced(participant, "plan");
        assertThat(changes.getFirst().getString("actor")).as("the suite itself").startsWith("system:");
        assertThat(changes.get(1).getString("actor")).isEqualTo("staff:" + place().supervisor);
        assertThat(changes.getLast().getString("actor")).isEqualTo("staff:" + place().jailWorker);
        assertThat(part(changes.getLast(), "snapshot").getList("goals", Document.class))
                .filteredOn(goal -> "OPEN".equals(goal.getString("state")))
                .singleElement()
                .satisfies(goal -> {
                    assertThat(goal.getString("id")).isEqualTo(second);
                    assertThat(goal.getString("title")).isEqualTo("Rent a room");
                });
    }

    private static String assistance(String obligation, String until, String sanctioned) {
        return """
                {"obligations":[{"id":"%s","programme":"TANF","what":"Lifts boxes at the food bank","hoursAWeek":30,
                  "from":"2026-01-05","until":"%s"}],
                 "sanctions":[{"id":"%s","obligation":"%s","reason":"Missed two Mondays","from":"2026-02-01"}]}""".formatted(obligation, until, id(), sanctioned);
    }

    private Answer assist(String participant, String body, String... headers) {
        return place().running
                .put("/participants/" + participant + "/assistance", place().token(place().jailWorker), body, headers);
    }

    @Test
    @DisplayName(
            "C8 obligations and sanctions of assistance stand beside the plan, replaced by who looked, and none of their words is announced")
    void assistance() {
        String participant = planned(id());
        String tanf = id();
        assertThat(done(ask("GET", participant, "/plan", "")).has("assistance")).isFalse();
        assertThat(ask("GET", participant, "/assistance", "").status()).isEqualTo(404);
        refused(assist(participant, assistance(tanf, "2026-01-04", tanf)), "C8", "obligations.until");
        refused(assist(participant, assistance(tanf, "2026-01-05", id())), "C8", "sanctions.obligation");
        assertThat(ask("GET", participant, "/assistance", "").status())
                .as("nothing was recorded")
                .isEqualTo(404);

        Answer recorded = assist(participant, assistance(tanf, "2026-01-05", tanf));
        assertThat(recorded.status()).as(recorded.http().body()).isEqualTo(201);
        assertThat(recorded.json().at("/sanctions/0/obligation").asString()).isEqualTo(tanf);
        assertThat(done(ask("GET", participant, "/assistance", ""))).isEqualTo(recorded.json());
        assertThat(done(ask("GET", participant, "/plan", "")).path("assistance"))
                .isEqualTo(recorded.json());

        String longer = assistance(tanf, "2026-06-30", tanf);
        assertThat(assist(participant, longer).problem()).isEqualTo("precondition-required");
        done(assist(participant, longer, "If-Match", recorded.header("ETag")));
        assertThat(assist(participant, assistance(tanf, "2026-07-31", tanf), "If-Match", recorded.header("ETag"))
                        .status())
                .isEqualTo(412);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(place().announced(participant, "assistance")).hasSize(2));
        Document last = place().announced(participant, "assistance").getLast();
        assertThat(part(last, "snapshot")
                        .getList("obligations", Document.class)
                        .getFirst()
                        .getBoolean("sanctioned"))
                .isTrue();
        assertThat(part(last, "snapshot").toJson() + part(last, "happened").toJson())
                .contains("2026-06-30")
                .doesNotContain("food bank", "Mondays");

        String staff = place().token(place().supervisor);
        JsonNode file = done(place().running.get("/participants/" + participant + "/subject-access", staff));
        assertThat(file.at("/assistance/sanctions/0/reason").asString()).isEqualTo("Missed two Mondays");
    }

    private String reviewDue(String participant) {
        return done(ask("GET", participant, "/plan", "")).path("reviewDueOn").asString();
    }

    @Test
    @DisplayName(
            "N2 the questions of a programme are asked in a version, and answers that do not fit it are refused by name")
    void questions() {
        String site = place().site("SAME_STAFF", "WIOA_MONTGOMERY");
        String participant = id();
        done(place().asSystem(
                        "PUT", "/participants/" + participant, Map.of("identity", place().somebody(), "site", site)));
        JsonNode asked = done(ask("GET", participant, "/assessment/questions", ""))
                .path("sets")
                .path(0);
        assertThat(asked.path("programme").asString()).isEqualTo("WIOA_MONTGOMERY");
        assertThat(asked.path("version").asInt()).isEqualTo(1);
        refused(interview(participant, null), "N2", "part.answers");
        refused(interview(participant, "{\"question\":\"star-sign\",\"value\":\"Libra\"}"), "N2", "part.answers.given");
        Answer missing = interview(participant, "{\"question\":\"wage\",\"value\":\"18\"}");
        refused(missing, "N2", "part.answers.given");
        assertThat(missing.json().path("detail").asString())
                .contains("openings")
                .doesNotContain("move");
        assertThat(ask("GET", participant, "/assessment", "").status())
                .as("nothing was recorded")
                .isEqualTo(404);

        StringBuilder all = new StringBuilder();
        for (JsonNode each : asked.path("questions")) {
            if (each.path("required").asBoolean()) {
                String value = switch (each.path("kind").asString()) {
                    case "YES_NO" -> "NO";
                    case "NUMBER" -> "18.50";
                    case "CHOICE" -> each.path("choices").path(0).asString();
                    default -> "as told";
                };
                all.append(all.isEmpty() ? "" : ",")
                        .append("{\"question\":\"%s\",\"value\":\"%s\"}"
                                .formatted(each.path("id").asString(), value));
            }
        }
        JsonNode assessment = done(interview(participant, all.toString()));
        assertThat(assessment.path("topicsOpen").toString()).isEqualTo("[\"COST_AND_LENGTH_OF_TRAINING\"]");
        assertThat(assessment.path("answers").path(0).path("asked").asString()).startsWith("Which services");
    }

    private Answer interview(String participant, @Nullable String given) {
        String findings = given == null ? "{\"topic\":\"JOB_READINESS\",\"finding\":\"ready\"}" : "";
        String answers = given == null
                ? ""
                : ",\"answers\":[{\"programme\":\"WIOA_MONTGOMERY\",\"version\":1,\"given\":[" + given + "]}]";
        return ask(
                "POST",
                participant,
                "/assessment/parts",
                "{\"part\":{\"is\":\"StaffInterview\",\"findings\":[" + findings + "]" + answers + "}}");
    }

    @Test
    @DisplayName("N2 a version of the questions is readable by its number, and one that there never was is not there")
    void questionSets() {
        assertThat(done(place().asSystem("GET", "/question-sets?programme=HUD_CHOICE&version=1", ""))
                        .path("inPerson")
                        .asBoolean())
                .isTrue();
        assertThat(place().asSystem("GET", "/question-sets?programme=LEAP&version=99", "")
                        .status())
                .isEqualTo(404);
        assertThat(done(place().asSystem("GET", "/question-sets?programme=LEAP&on=2026-01-01", ""))
                        .path("topics")
                        .size())
                .isEqualTo(10);
    }

    @Test
    @DisplayName("N2 L6 a score after shows its gain, and a need its outcome")
    void gainAndOutcome() {
        String participant = place().withCase("");
        place().assessed(participant);
        JsonNode after = done(ask("POST", participant, "/assessment/parts", """
                {"part":{"is":"BasicSkills","scores":[{"id":"2","test":"TABE","form":"12M","area":"reading","stage":"POST","score":540.5,"on":"%s"}]}}""".formatted(place().today())));
        assertThat(after.path("pairs").path(0).path("gain").asString()).isEqualTo("30.5");
        JsonNode settled = done(ask("POST", participant, "/assessment/needs/outcomes", """
                {"area":"HOUSING","result":"MET","how":"A room at Harbor House"}"""));
        assertThat(settled.path("needs").path(0).path("outcome").path("result").asString())
                .isEqualTo("MET");
        Answer again = ask("POST", participant, "/assessment/needs/outcomes", """
                {"area":"HOUSING","result":"MET","how":"A room at Harbor House"}""");
        assertThat(again.status()).isEqualTo(409);
    }
}
