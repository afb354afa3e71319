package org.throughcare.gateway.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the provider handed out. Never leaves the gateway but towards our services. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Tokens(
        String access,
        Instant accessEndsAt,
        @Nullable String refresh,
        @Nullable String identity) {

    boolean endsWithin(Duration margin, Instant now) {
        return accessEndsAt.isBefore(now.plus(margin));
    }
}
