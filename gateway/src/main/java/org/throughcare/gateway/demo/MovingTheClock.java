package org.throughcare.gateway.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.problem.Problem;
import org.throughcare.platform.time.BusinessClock;

/**
 * Moves the business clock of the whole suite forward in order: to the next thing any service will do by itself or the
 * next midnight, whichever is earlier; then waits until everything that follows from it has happened; and so on. So a year
 * passes as it would have, only faster.
 */
final class MovingTheClock {

    /**
     * @param to where it is going; absent when it stands
     * @param steps taken in the present or last move
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Progress(Instant now, @Nullable Instant to, boolean moving, int steps, long elapsedMillis) {}

    private static final int QUIET_IN_A_ROW = 2;
    private static final Duration POLL = Duration.ofMillis(25);

    private final ServiceClocks services;
    private final BusinessClock clock;
    private final ZoneId zone;
    private final Duration patience;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile @Nullable Instant destination;
    private volatile int steps;
    private volatile long startedAt = System.nanoTime();
    private Map<String, Long> atRest = Map.of();

    /** @param patience how long one step may keep the suite busy */
    MovingTheClock(ServiceClocks services, BusinessClock clock, ZoneId zone, Duration patience) {
        this.services = services;
        this.clock = clock;
        this.zone = zone;
        this.patience = patience;
    }

    Progress progress() {
        Instant to = destination;
        long elapsed =
                to == null ? 0 : Duration.ofNanos(System.nanoTime() - startedAt).toMillis();
        return new Progress(clock.now(), to, to != null, steps, elapsed);
    }

    /** Returns when the suite is there and quiet. A time in the past changes nothing. */
    Progress to(Instant to) {
        if (!oneAtATime.tryLock()) {
            throw new EdgeProblem(
                    new Problem(HttpStatus.CONFLICT, "clock-moving", "The clock is being moved already."));
        }
        try {
            startedAt = System.nanoTime();
            steps = 0;
            destination = to;
            Map<String, Quiet> state = awaitQuiet(clock.now());
            while (clock.now().isBefore(to)) {
                Instant next = next(state, to);
                move(next);
                clock.moveTo(next);
                steps++;
                state = awaitQuiet(next);
            }
            long elapsed = Duration.ofNanos(System.nanoTime() - startedAt).toMillis();
            return new Progress(clock.now(), null, false, steps, elapsed);
        } finally {
            destination = null;
            oneAtATime.unlock();
        }
    }

    /** Moving to the same time twice is moving once, so a service that was late is told again. */
    private void move(Instant next) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                services.moveTo(next);
                return;
            } catch (EdgeProblem late) {
                if (System.nanoTime() > deadline) {
                    throw late;
                }
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
    }

    private Instant next(Map<String, Quiet> state, Instant to) {
        Instant now = clock.now();
        Instant midnight =
                LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
        Instant earliest = midnight.isBefore(to) ? midnight : to;
        for (Quiet service : state.values()) {
            Instant deadline = service.nextDeadline();
            if (deadline != null && deadline.isAfter(now) && deadline.isBefore(earliest)) {
                earliest = deadline;
            }
        }
        return earliest;
    }

    /**
     * All services quiet, twice in a row: what one is about to say to another lies in neither's hands for a moment. Once is enough where
     * nobody has said anything since the last rest.
     */
    private Map<String, Quiet> awaitQuiet(Instant at) {
        long deadline = System.nanoTime() + patience.toNanos();
        int inARow = 0;
        while (true) {
            Map<String, Quiet> state;
            try {
                state = services.quiet();
            } catch (EdgeProblem late) {
                inARow = 0;
                if (System.nanoTime() > deadline) {
                    throw late;
                }
                LockSupport.parkNanos(POLL.toNanos());
                continue;
            }
            List<String> busy = state.entrySet().stream()
                    .filter(service -> !service.getValue().quiet())
                    .map(service ->
                            service.getKey() + "-service (" + service.getValue().outbox() + " to announce, "
                                    + service.getValue().queued() + " to hear, "
                                    + service.getValue().inFlight() + " in hand)")
                    .toList();
            inARow = busy.isEmpty() ? inARow + 1 : 0;
            if (inARow == QUIET_IN_A_ROW || inARow == 1 && isAsAtRest(state)) {
                atRest = announced(state);
                return state;
            }
            if (System.nanoTime() > deadline) {
                throw new EdgeProblem(new Problem(
                        HttpStatus.GATEWAY_TIMEOUT,
                        "clock-stuck",
                        "At " + at + ", after " + steps + " steps, these did not come to rest: "
                                + String.join(", ", busy) + "."));
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private boolean isAsAtRest(Map<String, Quiet> state) {
        return !atRest.isEmpty() && atRest.equals(announced(state));
    }

    /** Empty when one of them does not say. */
    private static Map<String, Long> announced(Map<String, Quiet> state) {
        Map<String, Long> all = new HashMap<>();
        for (Map.Entry<String, Quiet> each : state.entrySet()) {
            Long announced = each.getValue().announced();
            if (announced == null) {
                return Map.of();
            }
            all.put(each.getKey(), announced);
        }
        return all;
    }
}
