package org.throughcare.platform.audit;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.subject.Held;

/** Who read a participant's file in this service, of the grantee in scope. */
public interface ReadsOnRecord {

    /**
     * @param at when, by the server's clock
     * @param who {@code staff:}, {@code partner:} or {@code system:} and an id
     * @param outcome ALLOWED or REFUSED
     * @param reason given for opening it, where one was asked for
     */
    record Read(
            Instant at,
            String who,
            @Nullable String name,
            @Nullable String role,
            String what,
            String outcome,
            @Nullable String reason) {}

    /**
     * The latest last, and where there are too many, the latest. Ordinary reads are on record within a second; those of the last
     * moment may not be yet.
     *
     * @param participants all ids that the person is kept under
     */
    Held<Read> of(Collection<String> participants);
}
