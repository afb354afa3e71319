package org.throughcare.gateway.demo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How busy a service is.
 *
 * @param outbox committed, not yet announced
 * @param queued announced to it, not yet heard
 * @param inFlight being handled now
 * @param announced what it has announced since it started; while that stands still, nothing happened there; absent when it does not say
 * @param nextDeadline the earliest thing it will do by itself
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Quiet(
        boolean quiet,
        long outbox,
        long queued,
        long inFlight,
        @Nullable Long announced,
        @Nullable Instant nextDeadline) {}
