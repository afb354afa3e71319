package org.throughcare.participant.calendar;

import java.util.Optional;

/** The secret addresses under which calendar programs, which cannot sign in, fetch a worker's calendar. Kept as hashes only. */
public interface CalendarAddresses {

    /** Whose calendar an address opens. */
    record Subscriber(String grantee, String worker) {}

    /** A new address for the worker, of the grantee in scope; the former one is dead. */
    String issue(String worker);

    void revoke(String worker);

    Optional<Subscriber> open(String secret);
}
