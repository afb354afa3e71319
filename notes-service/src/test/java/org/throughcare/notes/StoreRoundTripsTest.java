package org.throughcare.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.messaging.Relay;
import org.throughcare.platform.messaging.Sweep;
import org.throughcare.platform.time.Deadlines;

/** What a signature costs in the store, with everything that it brings about. */
class StoreRoundTripsTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/Chicago"));

    @Test
    @DisplayName("a signature and all that follows from it ask the store no more often than they must")
    void aSignature() {
        try (Suite suite = new Suite()) {
            suite.running.bean(Deadlines.class).stop();
            suite.running.bean(Sweep.class).stop();
            String participant = suite.participant();
            suite.hears("participant", "intake-completed", participant, participant, 1, Suite.person(participant));
            suite.hears(
                    "case",
                    "case-opened",
                    participant,
                    participant,
                    1,
                    suite.caseOf(participant, TODAY.minusDays(9).toString()));
            suite.signed(suite.worker, meeting(participant, 3));
            suite.signed(suite.worker, meeting(participant, 2));
            String draft = UUID.randomUUID().toString();
            Suite.require(
                    suite.running.put("/notes/" + draft, suite.token(suite.worker), meeting(participant, 1)), 201);
            quiet(suite);
            Map<String, Long> was = commands(suite);

            Suite.require(
                    suite.running.post("/notes/" + draft + "/signature", suite.token(suite.worker), Map.of()), 200);
            quiet(suite);

            Map<String, Long> cost = new TreeMap<>();
            commands(suite).forEach((what, count) -> {
                long more = count - was.getOrDefault(what, 0L);
                if (more > 0 && !what.endsWith("grantees")) {
                    cost.put(what, more);
                }
            });
            // three of them ask whether the participant has other ids: for access, for searches, for another ledger
            // (H8)
            assertThat(of("find", cost)).as("finds: %s", cost).isLessThanOrEqualTo(18);
            assertThat(of("update", cost)).as("updates: %s", cost).isLessThanOrEqualTo(6);
            assertThat(suite.running
                            .get("/participants/" + participant + "/contact-compliance", suite.token(suite.worker))
                            .json()
                            .path("contacts")
                            .asInt())
                    .isEqualTo(3);
        }
    }

    private static long of(String command, Map<String, Long> cost) {
        return cost.entrySet().stream()
                .filter(each -> each.getKey().startsWith(command))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static Map<String, Object> meeting(String participant, int daysAgo) {
        return Suite.note(participant, "MEETING", "IN_PERSON", TODAY.minusDays(daysAgo) + "T10:00:00-06:00");
    }

    private static void quiet(Suite suite) {
        Map<String, Long> last = new TreeMap<>();
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(30)).until(() -> {
            Map<String, Long> now = commands(suite);
            now.keySet().removeIf(each -> each.endsWith("grantees"));
            boolean same = now.equals(last) && suite.running.bean(Relay.class).inHand() == 0;
            last.clear();
            last.putAll(now);
            return same;
        });
    }

    private static Map<String, Long> commands(Suite suite) {
        Map<String, Long> counts = new TreeMap<>();
        for (Timer each : suite.running
                .bean(MeterRegistry.class)
                .find("mongodb.driver.commands")
                .timers()) {
            counts.merge(
                    each.getId().getTag("command") + " " + each.getId().getTag("collection"), each.count(), Long::sum);
        }
        return counts;
    }
}
