package org.throughcare.platform.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Actor;

/**
 * The envelope of a message, as a handler sees it.
 *
 * @param eventId the owner's id of the event; the same at every redelivery and replay
 * @param happened wire name of what happened, e.g. {@code release-recorded}
 * @param subject the aggregate's id
 * @param time when it happened, on the business clock
 * @param stateOnly a re-announcement: copies take it, effects never see it
 */
public record Heard(
        String eventId,
        String happened,
        String subject,
        long revision,
        Instant time,
        Actor actor,
        @Nullable String participant,
        @Nullable String site,
        boolean stateOnly) {}
