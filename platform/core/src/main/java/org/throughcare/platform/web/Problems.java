package org.throughcare.platform.web;

import com.mongodb.MongoException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.throughcare.platform.store.OutboxFull;
import org.throughcare.platform.store.StoreFaults;

/** Turns a failure into its answer: unavailable and when to come again, or our own fault with a trace id and nothing else. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final int COME_AGAIN_SECONDS = 3;

    private Problems() {}

    public static ResponseEntity<Object> of(Throwable failure, String trace) {
        if (failure instanceof ErrorResponse known) {
            return answer(known.getStatusCode(), known.getHeaders(), known.getBody());
        }
        Integer retryAfter = retryAfter(failure);
        if (retryAfter != null) {
            LOG.warn("Unavailable: {} [trace {}]", failure.toString(), trace);
            return unavailable("unavailable", sentence(failure), retryAfter, trace);
        }
        LOG.error("Failed [trace {}]", trace, failure);
        ProblemDetail problem = ProblemException.problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal",
                "This failed for a reason of ours. Quote the trace id when you report it.",
                List.of());
        problem.setProperty("trace", trace);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, new HttpHeaders(), problem);
    }

    public static ResponseEntity<Object> unavailable(String slug, String detail, int retryAfter, String trace) {
        ProblemDetail problem = ProblemException.problem(HttpStatus.SERVICE_UNAVAILABLE, slug, detail, List.of());
        problem.setProperty("trace", trace);
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfter));
        return answer(HttpStatus.SERVICE_UNAVAILABLE, headers, problem);
    }

    public static ResponseEntity<Object> of(HttpStatus status, String slug, String detail) {
        return answer(status, new HttpHeaders(), ProblemException.problem(status, slug, detail, List.of()));
    }

    static ResponseEntity<Object> answer(HttpStatusCode status, HttpHeaders headers, Object problem) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** Seconds after which it may work again; null when the failure is not one of being away. */
    private static @Nullable Integer retryAfter(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof OutboxFull full) {
                return full.retryAfterSeconds();
            }
            if (each instanceof OwnerAway || each instanceof MongoException store && StoreFaults.passes(store)) {
                return COME_AGAIN_SECONDS;
            }
        }
        return null;
    }

    private static String sentence(Throwable failure) {
        return switch (failure) {
            case OutboxFull _ -> "Too many changes of this wait to be announced; try again shortly.";
            case OwnerAway away -> "The " + away.service() + " service does not answer; try again shortly.";
            default ->
                "The document store does not answer; try again shortly. Repeating a request with the same"
                        + " Idempotency-Key is safe.";
        };
    }
}
