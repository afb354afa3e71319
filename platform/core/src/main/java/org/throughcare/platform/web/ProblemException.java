package org.throughcare.platform.web;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.throughcare.platform.aggregate.Refusal;

/** An answer other than success, as problem details (RFC 9457) with a stable type and, per fault, field and rule. */
public final class ProblemException extends ErrorResponseException {

    private static final String TYPES = "https://throughcare.org/problems/";

    /**
     * One fault in a request.
     *
     * @param field dotted path into the body, or the name of a parameter or header
     * @param rule a rule's id or a short slug
     */
    public record Fault(String field, String rule, String detail) {}

    public ProblemException(HttpStatus status, String slug, String detail, Fault... faults) {
        super(status, problem(status, slug, detail, List.of(faults)), null);
    }

    ProblemException(HttpStatus status, ProblemDetail problem) {
        super(status, problem, null);
    }

    public static ProblemException notFound(String what, String id) {
        return new ProblemException(HttpStatus.NOT_FOUND, "not-found", "There is no " + what + " " + id + ".");
    }

    public static ProblemException invalid(String field, String rule, String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "invalid-request", detail, new Fault(field, rule, detail));
    }

    /** 428: what is there already is replaced only by someone who looked at it. */
    public static ProblemException preconditionRequired() {
        return new ProblemException(
                HttpStatus.PRECONDITION_REQUIRED,
                "precondition-required",
                "Say which revision you looked at: send its ETag as If-Match.",
                new Fault(HttpHeaders.IF_MATCH, "required", "The ETag of the last answer, e.g. \"3\"."));
    }

    public static ProblemException forbidden(String detail) {
        return new ProblemException(HttpStatus.FORBIDDEN, "forbidden", detail);
    }

    public static ProblemException refused(Refusal refusal) {
        HttpStatus status = switch (refusal.kind()) {
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
        };
        boolean unconditional = refusal.rule().equals(Refusal.PRECONDITION);
        ProblemException problem = unconditional
                ? new ProblemException(HttpStatus.PRECONDITION_REQUIRED, Refusal.PRECONDITION, refusal.reason())
                : new ProblemException(status, "refused", refusal.reason());
        ProblemDetail body = problem.getBody();
        body.setProperty("rule", refusal.rule());
        @Nullable String field = refusal.field();
        if (field != null) {
            body.setProperty("errors", List.of(new Fault(field, refusal.rule(), refusal.reason())));
        }
        if (!refusal.allowed().isEmpty()) {
            body.setProperty("allowed", refusal.allowed());
        }
        return problem;
    }

    static URI type(String slug) {
        return URI.create(TYPES + slug);
    }

    /** 400: what is wrong, in short, and each fault. */
    static ProblemDetail invalidRequest(String where, List<Fault> faults) {
        return problem(HttpStatus.BAD_REQUEST, "invalid-request", "The request is not valid: " + where + ".", faults);
    }

    static ProblemDetail problem(HttpStatus status, String slug, String detail, List<Fault> faults) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(type(slug));
        if (!faults.isEmpty()) {
            problem.setProperty("errors", faults);
        }
        return problem;
    }
}
