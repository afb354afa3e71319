package org.throughcare.gateway.problem;

import com.mongodb.MongoException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.throughcare.platform.web.UnreadableBody;
import org.throughcare.platform.web.WrongType;

/** Every failure of the gateway's own controllers as a problem with a stable type; also the 404 of unknown routes. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> edge(EdgeProblem failure) {
        return answer(failure.problem());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> storeAway(MongoException failure) {
        log.warn("Session store away: {}", failure.toString());
        return answer(Problem.sessionsAway());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(RuntimeException failure) {
        log.error("Unexpected", failure);
        return answer(
                new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something went wrong in the gateway."));
    }

    private static ResponseEntity<ProblemDetail> answer(Problem problem) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        String wait = problem.retryAfterSeconds();
        if (wait != null) {
            answer.header(HttpHeaders.RETRY_AFTER, wait);
        }
        return answer.body(problem.body());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(mismatch, WrongType.explain(mismatch), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return handleExceptionInternal(
                unreadable, UnreadableBody.explain(unreadable.getCause()), headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem && isUntyped(problem.getType())) {
            HttpStatus known = HttpStatus.resolve(status.value());
            problem.setType(Problem.type(
                    known == null
                            ? "http"
                            : known.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    private static boolean isUntyped(@Nullable URI type) {
        return type == null || type.toString().equals("about:blank");
    }
}
