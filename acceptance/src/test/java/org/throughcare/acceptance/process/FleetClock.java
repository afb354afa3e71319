package org.throughcare.acceptance.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.throughcare.acceptance.client.Bearer;
import tools.jackson.databind.JsonNode;

/**
 * The business clock of a fleet that was started with {@link #SETTING} and without a gateway. It is moved as the gateway moves it: to
 * whatever a service will do by itself next, and on once all that follows from it has happened; but not to midnights at which
 * nothing is due, so that a year takes no longer than what happens in it.
 */
public final class FleetClock {

    public static final String SETTING = "THROUGHCARE_DEMO_CLOCK";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Asking is work for them, too. */
    private static final Duration POLL = Duration.ofMillis(25);

    private final List<ServiceProcess> services;
    private final List<Bearer> clocks;
    private final String system;
    private List<String> announced = List.of();
    private Instant now;
    private Instant next = Instant.MAX;

    public FleetClock(Fleet fleet) {
        services = fleet.services();
        system = fleet.issuer().system();
        clocks = services.stream()
                .map(each -> new Bearer(each.uri(), system, null))
                .toList();
        now = Instant.parse(clocks.getFirst().get("/operations/clock").ok().text("now"));
        rest();
    }

    /** From rest to rest. A time in the past changes nothing. */
    public void moveTo(Instant to) {
        while (now.isBefore(to)) {
            Instant stop = next.isBefore(to) ? next : to;
            clocks.forEach(each -> each.post("/operations/clock", Map.of("to", stop.toString()))
                    .ok());
            now = stop;
            rest();
        }
    }

    /** Until nothing more comes of what was said to them: nobody has anything to do, and nobody has said anything since the last look. */
    public void rest() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<JsonNode> quiet =
                    services.parallelStream().map(each -> each.quiet(system)).toList();
            List<String> before = announced;
            announced = quiet.stream().map(FleetClock::announced).toList();
            if (announced.equals(before) && !announced.contains("")) {
                next = quiet.stream()
                        .map(each -> each.path("nextDeadline").asString(""))
                        .filter(each -> !each.isEmpty())
                        .map(Instant::parse)
                        .filter(each -> each.isAfter(now))
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.MAX);
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("at " + now + " these did not come to rest: " + quiet);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** What a service has announced so far, if it has nothing to do; empty while it has, or does not say. */
    static String announced(JsonNode quiet) {
        return quiet.path("quiet").asBoolean(false) ? quiet.path("announced").asString("") : "";
    }
}
