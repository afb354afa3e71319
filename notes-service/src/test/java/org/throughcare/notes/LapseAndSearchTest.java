package org.throughcare.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.throughcare.notes.Suite.note;
import static org.throughcare.notes.Suite.person;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** One participant's lapse, from the case to the one who found them, with the clock moved forward. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LapseAndSearchTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private Suite suite;

    @BeforeAll
    void start() {
        suite = new Suite();
    }

    @AfterAll
    void stop() {
        suite.close();
    }

    @Test
    @DisplayName(
            "Y10, L9: a lapse opens a search by itself; the stable relative leads to the participant; a signed contact ends it")
    void lapse() {
        String participant = suite.participant();
        BusinessClock clock = suite.running.bean(BusinessClock.class);
        LocalDate today = clock.today(ZONE);
        suite.hears("participant", "intake-completed", participant, participant, 1, person(participant));
        suite.hears("case", "case-opened", participant, participant, 1, suite.caseOf(participant, today.toString()));
        String compliance = "/participants/" + participant + "/contact-compliance";
        JsonNode owed = suite.eventually(compliance, suite.worker, is -> is.has("nextDueOn"));
        assertThat(owed.path("nextDueOn").asString())
                .isEqualTo(today.plusDays(30).toString());
        suite.signed(
                suite.worker,
                note(participant, "MEETING", "IN_PERSON", clock.now().toString()));
        suite.eventually(compliance, suite.worker, is -> is.path("contacts").asInt() == 1);

        clock.moveTo(today.plusDays(29).atTime(12, 0).atZone(ZONE).toInstant());
        String due = "/reports/contacts-due?worker=" + suite.worker;
        suite.eventually(
                due,
                suite.worker,
                is -> is.path("rows")
                        .valueStream()
                        .anyMatch(row -> row.path("participant").asString().equals(participant)));
        assertThat(searches(participant)).as("day 29").isEmpty();

        clock.moveTo(today.plusDays(30).atTime(12, 0).atZone(ZONE).toInstant());
        JsonNode open =
                suite.eventually("/participants/" + participant + "/searches", suite.worker, is -> is.size() == 1);
        assertThat(open.at("/0/search/lapseSince").asString()).isEqualTo(today.toString());
        assertThat(open.at("/0/next/0/target").asString()).isEqualTo("primary");
        assertThat(open.at("/0/next/1/target").asString()).isEqualTo("mother");
        String search = "/searches/" + open.at("/0/search/id").asString();
        LocalDate now = clock.today(ZONE);
        Suite.require(step(search, "PHONE", "primary", "NO_ANSWER", now), 200);
        assertThat(suite.running
                        .post(search + "/end", suite.token(suite.worker), Map.of("reason", "NOT_FOUND", "why", "gone"))
                        .json()
                        .path("allowed")
                        .toString())
                .contains("LETTER", "HOME_VISIT");
        Suite.require(step(search, "RELATIVE", "mother", "REACHED", now), 200);

        clock.moveTo(today.plusDays(31).atTime(12, 0).atZone(ZONE).toInstant());
        suite.eventually(compliance, suite.worker, is -> is.path("overdue").asBoolean() && is.has("lapseSince"));
        suite.signed(
                suite.worker, note(participant, "CONTACT", "PHONE", clock.now().toString()));
        JsonNode found = suite.eventually(
                "/participants/" + participant + "/searches",
                suite.worker,
                is -> is.at("/0/search/state").asString().equals("FOUND"));
        assertThat(found.at("/0/search/foundThrough").asString()).isEqualTo("mother");
        assertThat(found.size()).isEqualTo(1);
        suite.eventually(compliance, suite.worker, is -> !is.path("overdue").asBoolean() && !is.has("lapseSince"));
        theYearTurns(clock, participant, compliance);
    }

    private void theYearTurns(BusinessClock clock, String participant, String compliance) {
        int year = clock.today(ZONE).getYear();
        Instant newYear =
                LocalDate.of(year + 1, 1, 1).atTime(12, 0).atZone(ZONE).toInstant();
        clock.moveTo(newYear);
        JsonNode next =
                suite.eventually(compliance, suite.worker, is -> is.path("year").asInt() == year + 1);
        assertThat(next.path("contacts").asInt()).isZero();
        assertThat(next.has("lastContactOn")).isTrue();
        suite.signed(
                suite.worker,
                note(
                        participant,
                        "CONTACT",
                        "PHONE",
                        newYear.minusSeconds(86_400).toString()));
        suite.eventually(
                compliance,
                suite.worker,
                is -> is.path("lastContactOn")
                                .asString("")
                                .equals(LocalDate.of(year, 12, 31).toString())
                        && is.path("contacts").asInt() == 0);
    }

    private Answer step(String search, String kind, String target, String result, LocalDate on) {
        return suite.running.post(
                search + "/steps",
                suite.token(suite.worker),
                Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "kind",
                        kind,
                        "target",
                        target,
                        "on",
                        on.toString(),
                        "result",
                        result));
    }

    private List<JsonNode> searches(String participant) {
        return suite.running
                .get("/participants/" + participant + "/searches", suite.token(suite.worker))
                .json()
                .valueStream()
                .toList();
    }

    @Test
    @DisplayName("Y10: behind the wall nobody is searched for")
    void inside() {
        String participant = suite.participant();
        BusinessClock clock = suite.running.bean(BusinessClock.class);
        LocalDate since = clock.today(ZONE).minusDays(90);
        suite.hears("participant", "intake-completed", participant, participant, 1, person(participant));
        suite.hears(
                "custody",
                "custody-recorded",
                participant,
                participant,
                1,
                Map.of("participant", participant, "site", Suite.SITE, "population", "IN_CUSTODY"));
        suite.hears("case", "case-opened", participant, participant, 1, suite.caseOf(participant, since.toString()));
        suite.eventually(
                "/participants/" + participant + "/contact-compliance",
                suite.worker,
                is -> is.path("overdue").asBoolean());
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofMinutes(1))
                .until(() -> searches(participant).isEmpty());
    }
}
