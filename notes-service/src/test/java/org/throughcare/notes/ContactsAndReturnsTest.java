package org.throughcare.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** Contacts that are valid for a time, and returns to custody that are taken back, over HTTP and AMQP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactsAndReturnsTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    private final String former = UUID.randomUUID().toString();
    private final String present = UUID.randomUUID().toString();
    private final String mother = UUID.randomUUID().toString();
    private final String uncle = UUID.randomUUID().toString();
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
            "L9, Y8: the writer is told of a contact that is no longer valid or was not agreed to, and the try is signed all the same")
    void tries() {
        String participant = participant();
        String note = "/notes/" + UUID.randomUUID();
        Answer written = suite.running.put(note, suite.token(suite.worker), attempt(participant, former));
        Suite.require(written, 201);
        assertThat(written.json().path("contact").asString()).isEqualTo(former);
        assertThat(warnings(written))
                .extracting(each -> each.path("advice").asString())
                .singleElement()
                .asString()
                .contains("it was valid until " + today().minusDays(1));
        Suite.require(suite.running.post(note + "/signature", suite.token(suite.worker), Map.of()), 200);
        JsonNode signed = suite.running.get(note, suite.token(suite.worker)).json();
        assertThat(signed.path("contact").asString()).isEqualTo(former);
        assertThat(suite.running
                        .get(note + "/verification", suite.token(suite.worker))
                        .json()
                        .path("intact")
                        .asBoolean())
                .isTrue();

        assertThat(warnings(participant, uncle)).hasSize(1);
        assertThat(warnings(participant, present)).isEmpty();
        Map<String, Object> number = attempt(participant, present);
        number.put("contact", "555-0100");
        assertThat(suite.running
                        .put("/notes/" + UUID.randomUUID(), suite.token(suite.worker), number)
                        .status())
                .as("never the number itself")
                .isEqualTo(400);
    }

    @Test
    @DisplayName(
            "L9, Y10, L15: a search offers valid contacts in order; one ended for a return goes on when that is taken back")
    void search() {
        String participant = participant();
        LocalDate out = today().minusDays(20);
        custody(participant, 1, "release-recorded", out);
        String search = "/searches/" + UUID.randomUUID();
        Suite.require(
                suite.running.put(
                        search,
                        suite.token(suite.worker),
                        Map.of("participant", participant, "lapseSince", out.toString())),
                201);
        JsonNode open = suite.running.get(search, suite.token(suite.worker)).json();
        assertThat(open.path("next").valueStream())
                .extracting(each -> each.path("target").asString(""))
                .containsExactly(present, mother, "");
        assertThat(step(search, former).status()).isEqualTo(422);
        assertThat(step(search, uncle).json().path("rule").asString()).isEqualTo("L9");
        Suite.require(step(search, present), 200);

        Suite.require(
                suite.running.post(
                        search + "/end",
                        suite.token(suite.worker),
                        Map.of("reason", "RETURNED_TO_CUSTODY", "why", "Booked in")),
                200);
        custody(participant, 2, "returned-to-custody", null);
        custody(participant, 3, "return-withdrawn", out);
        suite.eventually(
                search, suite.worker, is -> is.at("/search/state").asString().equals("OPEN"));
    }

    private String participant() {
        String id = suite.participant();
        Map<String, Object> person = new TreeMap<>(Suite.person(id));
        LocalDate yesterday = today().minusDays(1);
        person.put(
                "contacts",
                List.of(
                        contact(former, "SELF", false, true, 1, yesterday),
                        contact(present, "SELF", false, true, 2, null),
                        contact(uncle, "PERSON", false, false, 3, null),
                        contact(mother, "PERSON", true, true, 4, null)));
        suite.hears("participant", "contact-plan-changed", id, id, 2, person);
        suite.hears(
                "case",
                "case-opened",
                id,
                id,
                1,
                suite.caseOf(id, today().minusDays(20).toString()));
        suite.eventually("/participants/" + id + "/contact-compliance", suite.worker, is -> is.has("nextDueOn"));
        return id;
    }

    private static Map<String, Object> contact(
            String id, String owner, boolean stable, boolean may, int rank, @Nullable LocalDate until) {
        Map<String, Object> contact = new TreeMap<>(
                Map.of("id", id, "kind", "PHONE", "owner", owner, "stable", stable, "mayBeCalled", may, "rank", rank));
        if (owner.equals("PERSON")) {
            contact.put("personName", "Somebody");
            contact.put("relationship", "kin");
        }
        if (until != null) {
            contact.put("until", until.toString());
        }
        return contact;
    }

    private void custody(String participant, long revision, String happened, @Nullable LocalDate releasedOn) {
        Map<String, Object> custody = new TreeMap<>(Map.of(
                "participant",
                participant,
                "site",
                Suite.SITE,
                "population",
                releasedOn == null ? "IN_CUSTODY" : "RELEASED"));
        if (releasedOn != null) {
            custody.put("release", Map.of("id", "r-1", "on", releasedOn.toString(), "kind", "UNPLANNED"));
        }
        suite.hears("custody", happened, participant, participant, revision, custody);
    }

    private Map<String, Object> attempt(String participant, String contact) {
        Map<String, Object> note = Suite.note(
                participant,
                "ATTEMPT",
                "PHONE",
                suite.running.bean(BusinessClock.class).now().minusSeconds(60).toString());
        note.put("contact", contact);
        return note;
    }

    private List<JsonNode> warnings(String participant, String contact) {
        Answer written = suite.running.put(
                "/notes/" + UUID.randomUUID(), suite.token(suite.worker), attempt(participant, contact));
        Suite.require(written, 201);
        return warnings(written);
    }

    private static List<JsonNode> warnings(Answer written) {
        return written.json()
                .path("warnings")
                .valueStream()
                .filter(each -> each.path("hint").asString().equals("CONTACT"))
                .toList();
    }

    private Answer step(String search, String target) {
        return suite.running.post(
                search + "/steps",
                suite.token(suite.worker),
                Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "kind",
                        target.equals(uncle) ? "RELATIVE" : "PHONE",
                        "target",
                        target,
                        "on",
                        today().toString(),
                        "result",
                        "NO_ANSWER"));
    }

    private LocalDate today() {
        return suite.running.bean(BusinessClock.class).today(ZONE);
    }
}
