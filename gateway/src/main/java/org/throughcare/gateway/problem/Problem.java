package org.throughcare.gateway.problem;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * An answer of the edge other than success (RFC 9457).
 *
 * @param slug last part of the stable type
 * @param retryAfter when it is worth trying again; whole seconds, at least one
 * @param service the service that is the cause, if one is
 */
public record Problem(
        HttpStatus status,
        String slug,
        String detail,
        @Nullable Duration retryAfter,
        @Nullable String service) {

    private static final String TYPES = "https://throughcare.org/problems/";

    public Problem(HttpStatus status, String slug, String detail) {
        this(status, slug, detail, null, null);
    }

    /** The session store cannot be reached. */
    public static Problem sessionsAway() {
        return away("sessions-away", "Sessions cannot be looked up at the moment.");
    }

    /** The sign-in server, or another issuer of tokens, cannot be reached. */
    public static Problem signInAway(String detail) {
        return away("sign-in-away", detail);
    }

    private static Problem away(String slug, String detail) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, slug, detail).retryingAfter(Duration.ofSeconds(2));
    }

    public Problem retryingAfter(Duration wait) {
        return new Problem(status, slug, detail, wait, service);
    }

    public Problem causedBy(String service) {
        return new Problem(status, slug, detail, retryAfter, service);
    }

    public ProblemDetail body() {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(type(slug));
        if (service != null) {
            body.setProperty("service", service);
        }
        return body;
    }

    /** Whole seconds for {@code Retry-After}, or nothing. */
    public @Nullable String retryAfterSeconds() {
        return retryAfter == null ? null : Long.toString(Math.max(1, (retryAfter.toMillis() + 999) / 1000));
    }

    static URI type(String slug) {
        return URI.create(TYPES + slug);
    }
}
