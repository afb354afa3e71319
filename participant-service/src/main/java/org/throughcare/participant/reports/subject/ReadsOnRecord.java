package org.throughcare.participant.reports.subject;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who read a participant's file here. */
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

    /** The latest last. */
    List<Read> of(String participant);
}
