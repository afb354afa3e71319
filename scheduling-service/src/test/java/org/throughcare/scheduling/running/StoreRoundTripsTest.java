package org.throughcare.scheduling.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.messaging.Relay;
import org.throughcare.platform.messaging.Sweep;
import org.throughcare.platform.time.Deadlines;

/** What hearing of a moved release date costs in the store, with everything that it brings about. */
class StoreRoundTripsTest {

    @Test
    @DisplayName("a projected release date that moves no meeting asks the store no more often than it must")
    void aDateThatMovesNothing() {
        try (Neighbours neighbours = new Neighbours()) {
            neighbours.running.bean(Deadlines.class).stop();
            neighbours.running.bean(Sweep.class).stop();
            String participant = neighbours.participant();
            neighbours.projected(participant, LocalDate.now(Neighbours.ZONE).plusDays(200));
            quiet(neighbours);
            Map<String, Long> was = commands(neighbours);

            neighbours.projected(participant, LocalDate.now(Neighbours.ZONE).plusDays(30));
            quiet(neighbours);

            Map<String, Long> cost = new TreeMap<>();
            commands(neighbours).forEach((what, count) -> {
                long more = count - was.getOrDefault(what, 0L);
                if (more > 0 && !what.endsWith("grantees")) {
                    cost.put(what, more);
                }
            });
            assertThat(cost).containsEntry("update cadence", 2L);
            // five of them look again at the copies after the write (ADR 16), one looks for the participant's groups,
            // one
            // whether the participant has other ids (H8)
            assertThat(of("find", cost)).as("finds: %s", cost).isLessThanOrEqualTo(14);
            assertThat(of("update", cost)).as("updates: %s", cost).isLessThanOrEqualTo(3);
        }
    }

    private static long of(String command, Map<String, Long> cost) {
        return cost.entrySet().stream()
                .filter(each -> each.getKey().startsWith(command))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static void quiet(Neighbours neighbours) {
        Map<String, Long> last = new TreeMap<>();
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(60)).until(() -> {
            Map<String, Long> now = commands(neighbours);
            now.keySet().removeIf(each -> each.endsWith("grantees"));
            boolean same =
                    now.equals(last) && neighbours.running.bean(Relay.class).inHand() == 0;
            last.clear();
            last.putAll(now);
            return same;
        });
    }

    private static Map<String, Long> commands(Neighbours neighbours) {
        Map<String, Long> counts = new TreeMap<>();
        for (Timer each : neighbours
                .running
                .bean(MeterRegistry.class)
                .find("mongodb.driver.commands")
                .timers()) {
            counts.merge(
                    each.getId().getTag("command") + " " + each.getId().getTag("collection"), each.count(), Long::sum);
        }
        return counts;
    }
}
