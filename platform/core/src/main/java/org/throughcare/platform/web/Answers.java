package org.throughcare.platform.web;

import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;

/** Turns what became of a command into an HTTP answer. */
public final class Answers {

    private Answers() {}

    /**
     * 201 or 200 with the revision as {@code ETag}; refusals, staleness and absence as problems.
     *
     * @param what the aggregate in words, for "There is no …"
     */
    public static <S> ResponseEntity<Object> of(Result<S> result, String what, Function<Stored<S>, Object> view) {
        return switch (result) {
            case Result.Done<S> done ->
                ResponseEntity.status(done.created() ? HttpStatus.CREATED : HttpStatus.OK)
                        .eTag(etag(done.revision()))
                        .body(view.apply(done.stored()));
            case Result.Unchanged<S> unchanged -> found(unchanged.stored(), view);
            case Result.Refused<S> refused -> throw ProblemException.refused(refused.refusal());
            case Result.Stale<S> stale ->
                throw new ProblemException(
                        HttpStatus.PRECONDITION_FAILED,
                        "stale",
                        "This was changed meanwhile; it is now at revision " + stale.revision() + ".");
            case Result.Missing<S> _ ->
                throw new ProblemException(HttpStatus.NOT_FOUND, "not-found", "There is no such " + what + ".");
        };
    }

    /** 200 with the revision as {@code ETag}. */
    public static <S> ResponseEntity<Object> found(Stored<S> stored, Function<Stored<S>, Object> view) {
        return ResponseEntity.ok().eTag(etag(stored.revision())).body(view.apply(stored));
    }

    private static String etag(long revision) {
        return "\"" + revision + "\"";
    }
}
