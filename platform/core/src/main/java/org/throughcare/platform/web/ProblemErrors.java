package org.throughcare.platform.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the container itself refuses (a malformed request line, a header too long) reads like everything else. */
@Hidden
@RestController
final class ProblemErrors implements ErrorController {

    /** Nothing where an answer has begun, which the container breaks off after this. */
    @RequestMapping("/error")
    @Nullable
    ResponseEntity<Object> error(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null;
        }
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        if (status == null || status.is5xxServerError()) {
            Throwable cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable known
                    ? known
                    : new IllegalStateException("the container gave up");
            return Problems.of(cause, Trace.id(Trace.of(request)));
        }
        String slug = status == HttpStatus.NOT_FOUND ? "not-found" : "invalid-request";
        return Problems.of(status, slug, "The request cannot be served: " + status.getReasonPhrase() + ".");
    }
}
