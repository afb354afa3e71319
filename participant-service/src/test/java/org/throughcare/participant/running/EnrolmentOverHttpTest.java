package org.throughcare.participant.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** What staff decide and see of an enrolment, over HTTP. */
class EnrolmentOverHttpTest extends AtAPlace {

    private String token() {
        return place().token(place().jailWorker);
    }

    private Answer post(String participant, String what, Map<String, ?> body) {
        return place().running.post("/participants/" + participant + "/enrolment/" + what, token(), body);
    }

    private JsonNode done(Answer answer) {
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        return answer.json();
    }

    private void refused(Answer answer, int status, String rule) {
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(status);
        assertThat(answer.http().body()).contains("\"" + rule + "\"");
    }

    private String today() {
        return place().today().toString();
    }

    /** In custody since long before, with a case, and served for the first time today. */
    private String participating(String programme, String fundSource, String first) {
        String id = place().withCase("");
        assertThat(post(id, "eligibility", Map.of("programme", programme, "eligible", true, "grounds", "papers seen"))
                        .status())
                .isEqualTo(201);
        done(post(id, "programmes", Map.of("programme", programme, "fundSource", fundSource, "grounds", "goals")));
        done(serves(id, programme, first));
        return id;
    }

    private Answer serves(String id, String programme, String code) {
        return post(
                id,
                "services",
                Map.of("programme", programme, "code", code, "from", today(), "grounds", "lower did not do"));
    }

    @Test
    @DisplayName("N14 the need of training is determined after case management, and shows")
    void training() {
        String id = participating("WIOA_MONTGOMERY", "WIOA_ADULT", "INITIAL");
        Map<String, Object> determination = Map.of(
                "basis",
                "INTERVIEW",
                "basisOn",
                today(),
                "inNeed",
                true,
                "likelyToSucceed",
                true,
                "grounds",
                "licence");
        Answer early = post(id, "training-determinations", determination);
        refused(early, 409, "N14");
        assertThat(early.json().path("allowed").path(0).asString()).isEqualTo("record case management");
        done(serves(id, "WIOA_MONTGOMERY", "CM"));
        JsonNode after = done(post(id, "training-determinations", determination));
        assertThat(after.path("trainingDeterminations").path(0).path("positive").asBoolean())
                .isTrue();
        assertThat(post(id, "training-determinations", Map.of("basis", "HEARSAY"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("N9 how a youth is followed up is decided with its basis; nobody else's follow-up is")
    void followUpScope() {
        Map<String, Object> scope = Map.of(
                "intensity", "LIGHTER", "kinds", List.of("MENTORING"), "summerOnly", true, "basis", "summer job alone");
        String youth = participating("WIOA_YOUTH_TX", "WIOA_YOUTH", "08");
        JsonNode decided = done(post(youth, "follow-up-scope", scope)).path("followUpScope");
        assertThat(decided.path("intensity").asString()).isEqualTo("LIGHTER");
        assertThat(decided.path("forMonths").asInt()).isEqualTo(12);
        assertThat(post(
                                youth,
                                "follow-up-scope",
                                Map.of("intensity", "USUAL", "kinds", List.of("MENTORING"), "summerOnly", false))
                        .status())
                .as("without a basis")
                .isEqualTo(400);
        refused(post(participating("LEAP", "LEAP_GRANT", "ASSESS"), "follow-up-scope", scope), 409, "N9");
    }

    @Test
    @DisplayName("H9 outcomes are asked by horizon; what follows from a job is not typed in")
    void outcomes() {
        String id = participating("LEAP", "LEAP_GRANT", "ASSESS");
        done(post(id, "outcomes", Map.of("measure", "CREDENTIAL", "evidence", "certificate 17")));
        refused(post(id, "outcomes", Map.of("measure", "WAGE_AT_FLOOR", "evidence", "pay slip")), 409, "H9");
        refused(post(id, "outcomes", Map.of("measure", "LIFE_SKILLS")), 422, "H9");
        done(post(
                id,
                "placements",
                Map.of(
                        "employer",
                        "Bakery",
                        "startedOn",
                        today(),
                        "hourlyWage",
                        25,
                        "hoursPerWeek",
                        40,
                        "benefits",
                        true,
                        "family",
                        "ADULT")));
        JsonNode horizons = done(place().running.get("/participants/" + id + "/enrolment/outcomes", token()))
                .path("horizons");
        assertThat(reached(horizons.path(0))).isEmpty();
        assertThat(reached(horizons.path(1))).containsExactly("CREDENTIAL", "JOB_WITH_BENEFITS", "WAGE_AT_FLOOR");
        assertThat(reached(horizons.path(2))).containsExactly("FAMILY_SELF_SUFFICIENT");
    }

    private static List<String> reached(JsonNode horizon) {
        return Place.listOf(horizon.path("measures")).stream()
                .filter(m -> m.path("reached").asBoolean())
                .map(m -> m.path("measure").asString())
                .toList();
    }

    @Test
    @DisplayName("N7 the custody on record from which someone enrolled ends nothing, whatever first day is typed in")
    void custody() {
        String id = participating("LEAP", "LEAP_GRANT", "ASSESS");
        LocalDate tomorrow = place().today().plusDays(1);
        Answer answer = post(
                id,
                "exits",
                Map.of(
                        "kind",
                        "INSTITUTIONALISED",
                        "reason",
                        "sentenced",
                        "note",
                        Place.id(),
                        "document",
                        "letter.pdf",
                        "since",
                        tomorrow.toString(),
                        "expectedUntil",
                        tomorrow.plusDays(200).toString(),
                        "confirmed",
                        true));
        refused(answer, 422, "N7");
    }

    @Test
    @DisplayName(
            "Y16 exits of a caseload are fetched by a secret address without signing in, name no one, and are gone once revoked")
    void calendar() {
        String id = participating("LEAP", "LEAP_GRANT", "ASSESS");
        String caseNumber = place().running
                .get("/participants/" + id, token())
                .json()
                .path("caseNumber")
                .asString();
        String staff = "/staff/" + place().jailWorker;
        String path = done(place().running.post(staff + "/calendar-address", token(), null))
                .path("path")
                .asString();
        Answer fetched = place().running.ask("GET", path, null, null);
        assertThat(fetched.status()).isEqualTo(200);
        assertThat(fetched.header("Content-Type")).startsWith("text/calendar");
        String exit = place().today().plusDays(90).format(DateTimeFormatter.BASIC_ISO_DATE);
        assertThat(fetched.http().body().replace("\r\n ", ""))
                .contains("SUMMARY:Participation ends unless a service is given before\\, case " + caseNumber)
                .contains("DTSTART;VALUE=DATE:" + exit)
                .doesNotContain(id);
        assertThat(place().running.get(staff + "/calendar.ics", token()).status())
                .isEqualTo(200);
        assertThat(place().running
                        .ask("GET", staff + "/calendar.ics", null, null)
                        .status())
                .isEqualTo(401);
        assertThat(place().running
                        .get(staff + "/calendar.ics", place().token(place().communityWorker))
                        .status())
                .isEqualTo(403);
        String second = done(place().running.post(staff + "/calendar-address", token(), null))
                .path("path")
                .asString();
        assertThat(place().running.ask("GET", path, null, null).status())
                .as("the former address is dead")
                .isEqualTo(404);
        assertThat(place().running
                        .post(staff + "/calendar-address/revocation", token(), null)
                        .status())
                .isEqualTo(204);
        assertThat(place().running.ask("GET", second, null, null).status()).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "Y16 the days ahead of one participant are a list and a calendar that names no one, for who may see the case")
    void oneParticipant() {
        String id = participating("LEAP", "LEAP_GRANT", "ASSESS");
        String path = "/participants/" + id + "/calendar";
        JsonNode days = done(place().running.get(path, token())).path("days");
        assertThat(days.size()).isEqualTo(1);
        assertThat(days.path(0).path("kind").asString()).isEqualTo("EXIT");
        assertThat(days.path(0).path("on").asString())
                .isEqualTo(place().today().plusDays(90).toString());
        Answer calendar = place().running.get(path + ".ics", token());
        assertThat(calendar.header("Content-Type")).startsWith("text/calendar");
        assertThat(calendar.http().body()).contains("BEGIN:VEVENT").doesNotContain(id);
        assertThat(place().running.ask("GET", path + ".ics", null, null).status())
                .isEqualTo(401);
        assertThat(place().running
                        .get("/participants/" + Place.id() + "/calendar", token())
                        .status())
                .isBetween(403, 404);
    }

    private List<JsonNode> withoutCase(String participant) {
        List<JsonNode> rows = new ArrayList<>();
        done(place().running.get("/reports/without-case?site=" + place().site, token()))
                .path("rows")
                .forEach(rows::add);
        return rows.stream()
                .filter(row -> row.path("participant").asString("").equals(participant))
                .toList();
    }

    @Test
    @DisplayName(
            "Y4 who is enrolled and has no case is on the list until one is opened, as JSON and as CSV with the reason")
    void listedWithoutCase() {
        String id = place().takenIn();
        assertThat(post(id, "eligibility", Map.of("programme", "LEAP", "eligible", true, "grounds", "papers seen"))
                        .status())
                .isEqualTo(201);
        assertThat(withoutCase(id)).as("eligible is not enrolled").isEmpty();
        done(post(id, "programmes", Map.of("programme", "LEAP", "fundSource", "LEAP_GRANT", "grounds", "goals")));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(withoutCase(id))
                        .singleElement()
                        .satisfies(row -> assertThat(row.path("why").asString())
                                .endsWith("waiting for the first qualifying service, and no case was opened.")));
        Answer csv = place().running.get("/reports/without-case?site=" + place().site, token(), "Accept", "text/csv");
        assertThat(csv.http().body())
                .startsWith("site,participant,caseNumber,name,programmes,enrolledOn,days")
                .contains("no case was opened");
        assertThat(place().running
                        .put("/participants/" + id + "/case", token(), Map.of())
                        .status())
                .isEqualTo(201);
        await().atMost(SOON).until(() -> withoutCase(id).isEmpty());
    }
}
