package org.throughcare.gateway.problem;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    /** 400, naming the field and the rule. */
    public static ProblemDetail invalid(String field, String rule, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "The request is not valid: " + (field.isEmpty() ? "the body" : field) + ".");
        body.setType(type("invalid-request"));
        body.setProperty("errors", List.of(Map.of("field", field, "rule", rule, "detail", detail)));
        return body;
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
