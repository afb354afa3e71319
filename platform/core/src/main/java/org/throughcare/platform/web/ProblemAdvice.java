package org.throughcare.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.throughcare.platform.web.ProblemException.Fault;

/** Every failure of a request as problem details: which field, which rule, never what was sent. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Map<Integer, String> SLUGS = Map.of(
            400, "invalid-request",
            403, "forbidden",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "too-large",
            415, "unsupported-media-type",
            503, "unavailable");

    @ExceptionHandler
    ResponseEntity<Object> other(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        if (response.isCommitted()) {
            // a problem behind half an answer would end it well: the container breaks the connection off instead
            throw failure;
        }
        return Problems.of(failure, Trace.id(Trace.of(request)));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return Problems.answer(HttpStatus.BAD_REQUEST, headers, UnreadableBody.explain(unreadable.getCause()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(invalid.getBindingResult().getAllErrors().stream()
                .map(ProblemAdvice::fault)
                .toList());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Fault> faults = new ArrayList<>();
        for (ParameterValidationResult each : invalid.getParameterValidationResults()) {
            if (each instanceof ParameterErrors body) {
                body.getAllErrors().forEach(error -> faults.add(fault(error)));
            } else {
                String name = String.valueOf(each.getMethodParameter().getParameterName());
                each.getResolvableErrors().forEach(error -> faults.add(new Fault(name, rule(error), detail(error))));
            }
        }
        return invalid(faults);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return invalid(List.of(new Fault(missing.getParameterName(), "required", "This parameter is missing.")));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException missing, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (missing instanceof MissingRequestHeaderException header) {
            return invalid(List.of(new Fault(header.getHeaderName(), "required", "This header is missing.")));
        }
        return super.handleServletRequestBindingException(missing, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return Problems.answer(HttpStatus.BAD_REQUEST, new HttpHeaders(), WrongType.explain(mismatch));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ResponseEntity<Object> answer = super.handleExceptionInternal(failure, body, headers, status, request);
        if (answer == null || !(answer.getBody() instanceof ProblemDetail problem)) {
            return answer;
        }
        String trace = request instanceof ServletWebRequest servlet ? Trace.id(Trace.of(servlet.getRequest())) : "";
        if (status.is5xxServerError() && !(failure instanceof ProblemException)) {
            return Problems.of(
                    status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE)
                            ? failure
                            : new IllegalStateException("no answer could be made", failure),
                    trace);
        }
        if (!isOurs(problem)) {
            problem.setType(ProblemException.type(SLUGS.getOrDefault(status.value(), "invalid-request")));
        }
        return answer;
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpHeaders all = new HttpHeaders();
        all.putAll(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(body, all, status);
    }

    private static boolean isOurs(ProblemDetail problem) {
        return problem.getType() != null
                && problem.getType().isAbsolute()
                && !problem.getType().toString().equals("about:blank");
    }

    private static ResponseEntity<Object> invalid(List<Fault> faults) {
        String fields = String.join(
                ", ", faults.stream().map(Fault::field).distinct().limit(5).toList());
        return Problems.answer(
                HttpStatus.BAD_REQUEST, new HttpHeaders(), ProblemException.invalidRequest(fields, faults));
    }

    private static Fault fault(ObjectError error) {
        String field = error instanceof FieldError at ? at.getField() : "";
        if (error instanceof FieldError at && at.isBindingFailure()) {
            return new Fault(field, "wrong-type", "This value cannot be used here.");
        }
        return new Fault(field, rule(error), detail(error));
    }

    /** {@code NotBlank} reads {@code not-blank}. */
    private static String rule(MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        return codes == null || codes.length == 0
                ? "invalid"
                : codes[codes.length - 1]
                        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                        .toLowerCase(Locale.ROOT);
    }

    private static String detail(MessageSourceResolvable error) {
        String message = error.getDefaultMessage();
        return message == null ? "This value is not allowed." : message;
    }
}
