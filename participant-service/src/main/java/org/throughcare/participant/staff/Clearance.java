package org.throughcare.participant.staff;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether someone may work inside a jail: the outcome of a background check (L12).
 *
 * @param since the day the state was reached
 * @param validUntil last day on which it holds; only of a valid one
 */
public record Clearance(
        State state, LocalDate since, @Nullable LocalDate validUntil) {

    /** PENDING: applied for; it can take months. */
    public enum State {
        NONE,
        PENDING,
        VALID,
        EXPIRED,
        REVOKED
    }

    static Clearance none(LocalDate since) {
        return new Clearance(State.NONE, since, null);
    }

    /** Does it hold on this day, whether or not its end was noticed yet? */
    public boolean holdsOn(LocalDate day) {
        return state == State.VALID && (validUntil == null || !day.isAfter(validUntil));
    }
}
