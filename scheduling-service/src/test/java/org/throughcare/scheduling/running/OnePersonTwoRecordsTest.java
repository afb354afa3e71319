package org.throughcare.scheduling.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.throughcare.scheduling.running.Neighbours.id;
import static org.throughcare.scheduling.running.Neighbours.morning;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.throughcare.testing.RunningService;
import tools.jackson.databind.JsonNode;

/** Two records of one person, heard of as merged and as two again, over HTTP and AMQP with a real store and broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnePersonTwoRecordsTest {

    /** Behind whatever was said of a record before. */
    private static final long LATER = 1_000_000;

    @Nullable
    private Neighbours started;

    @BeforeAll
    void start() {
        started = new Neighbours();
    }

    @AfterAll
    void stop() {
        neighbours().close();
    }

    @Test
    @DisplayName(
            "H8, L15: merged, both ids answer for one person, with one first contact and one rhythm; undone, each is as it was")
    void mergedAndUndone() {
        String survivor = known();
        String alias = known();
        String inJail = booked(alias, 1);
        String also = booked(survivor, 2);
        JsonNode aliasesBefore = read(alias, "appointments");
        neighbours().released(survivor, id());
        await().untilAsserted(() -> assertThat(state(also)).isEqualTo("CANCELLED"));
        await().untilAsserted(() -> assertThat(tasks(survivor, "FIRST_CONTACT")).containsExactly("OPEN"));
        JsonNode survivorsBefore = read(survivor, "appointments");
        JsonNode tasksBefore = read(survivor, "tasks");
        JsonNode rhythmBefore = read(survivor, "cadence");

        neighbours().merges("participant-merged", alias, LATER + 1, survivor);
        neighbours().merges("alias-taken", survivor, LATER + 1, null, alias);
        neighbours().merges("participant-merged", alias, LATER + 1, survivor);
        neighbours().merges("intake-completed", alias, LATER, null);
        await().untilAsserted(() -> {
            assertThat(ids(survivor)).containsExactly(inJail, also);
            assertThat(state(inJail)).as("a meeting inside with who is out").isEqualTo("CANCELLED");
        });
        for (String what : List.of("appointments", "tasks", "cadence")) {
            assertThat(read(alias, what)).as(what).isEqualTo(read(survivor, what));
        }
        assertThat(tasks(survivor, "FIRST_CONTACT")).containsExactly("OPEN");
        assertThat(read(alias, "cadence").path("participant").asString()).isEqualTo(survivor);

        neighbours().contactNoted(alias);
        await().untilAsserted(() -> assertThat(tasks(alias, "FIRST_CONTACT")).containsExactly("DONE"));

        neighbours().merges("alias-given-back", survivor, LATER + 2, null);
        neighbours().merges("merge-undone", alias, LATER + 2, null);
        neighbours().merges("participant-merged", alias, LATER + 1, survivor);
        await().untilAsserted(() -> {
            assertThat(read(alias, "appointments")).isEqualTo(aliasesBefore);
            assertThat(read(survivor, "appointments")).isEqualTo(survivorsBefore);
            assertThat(read(survivor, "tasks")).as("still to be met").isEqualTo(tasksBefore);
            assertThat(read(survivor, "cadence")).isEqualTo(rhythmBefore);
        });
        assertThat(read(alias, "cadence").path("participant").asString()).isEqualTo(alias);
        assertThat(tasks(alias, "FIRST_CONTACT")).isEmpty();
    }

    @Test
    @DisplayName("H8: what is booked under an alias is taken, stays under its id and is shown with the survivor")
    void bookedUnderAnAlias() {
        String survivor = known();
        String alias = known();
        neighbours().merges("alias-taken", survivor, LATER + 1, null, alias);
        neighbours().merges("participant-merged", alias, LATER + 1, survivor);
        String appointment = booked(alias, 3);
        await().untilAsserted(() -> assertThat(ids(survivor)).containsExactly(appointment));
        assertThat(running()
                        .get("/appointments/" + appointment, token())
                        .json()
                        .path("participant")
                        .asString())
                .isEqualTo(alias);
        assertThat(running()
                        .put("/appointments/" + id(), token(), neighbours().booking(survivor, morning(3)))
                        .status())
                .isEqualTo(409);
    }

    private String booked(String participant, int weeks) {
        String appointment = id();
        assertThat(running()
                        .put(
                                "/appointments/" + appointment,
                                token(),
                                neighbours().booking(participant, morning(weeks)))
                        .status())
                .isEqualTo(201);
        return appointment;
    }

    private String known() {
        String participant = neighbours().participant();
        await().until(() -> running()
                        .get("/participants/" + participant + "/cadence", token())
                        .status()
                == 200);
        return participant;
    }

    private JsonNode read(String participant, String what) {
        return running()
                .get("/participants/" + participant + "/" + what, token())
                .json();
    }

    private List<String> ids(String participant) {
        List<String> ids = new ArrayList<>();
        read(participant, "appointments").forEach(a -> ids.add(a.path("id").asString()));
        return ids;
    }

    private List<String> tasks(String participant, String kind) {
        List<String> states = new ArrayList<>();
        read(participant, "tasks").forEach(t -> {
            if (t.path("kind").asString().equals(kind)) {
                states.add(t.path("state").asString());
            }
        });
        return states;
    }

    private String state(String appointment) {
        return running()
                .get("/appointments/" + appointment, token())
                .json()
                .path("state")
                .asString();
    }

    private String token() {
        return neighbours().token(neighbours().worker);
    }

    private RunningService running() {
        return neighbours().running;
    }

    private Neighbours neighbours() {
        return Objects.requireNonNull(started);
    }
}
