package org.throughcare.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The clock of domain rules and deadlines. Runs with the system clock, ahead of it by an offset that only the demo and test
 * profiles can enlarge, and never backwards. Tokens, signatures, relay and rate limits never look at it.
 */
public final class BusinessClock {

    private volatile Duration ahead = Duration.ZERO;

    /** Milliseconds, as everything that is stored. */
    public Instant now() {
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
    }

    /** The date at a site. */
    public LocalDate today(ZoneId at) {
        return LocalDate.ofInstant(now(), at);
    }

    /** Moves forward to the instant; a time in the past changes nothing. */
    public synchronized void moveTo(Instant to) {
        Duration wanted = Duration.between(Instant.now(), to);
        if (wanted.compareTo(ahead) > 0) {
            ahead = wanted;
        }
    }
}
