package org.throughcare.gateway.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.throughcare.gateway.problem.Problem;
import org.throughcare.gateway.problem.ProblemWriter;
import org.throughcare.gateway.session.SessionFilter;

/** Says why somebody is not let in: never signed in, locked, over, a bad token, or no right. */
@Component
class NotSignedIn implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

    private static final Logger log = LoggerFactory.getLogger(NotSignedIn.class);

    private final ProblemWriter problems;

    NotSignedIn(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        log.debug("Not let in", why);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write(response, problem(request, why));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        commence(request, response, why);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        problems.write(response, new Problem(HttpStatus.FORBIDDEN, "forbidden", "You may not do this."));
    }

    private static Problem problem(HttpServletRequest request, AuthenticationException why) {
        if (why instanceof AuthenticationServiceException) {
            return Problem.signInAway("The token cannot be checked: its issuer does not answer.");
        }
        if (why instanceof InvalidBearerTokenException) {
            return unauthorized("token-invalid", "The bearer token is not valid here, or not any more.");
        }
        return switch ((String) request.getAttribute(SessionFilter.ENDED)) {
            case "session-locked" ->
                unauthorized("session-locked", "The session lay idle and has locked; sign in again.");
            case "session-over" -> unauthorized("session-over", "The session has ended; sign in again.");
            case null, default -> unauthorized("sign-in-needed", "Sign in at /sign-in, or send a bearer token.");
        };
    }

    private static Problem unauthorized(String slug, String detail) {
        return new Problem(HttpStatus.UNAUTHORIZED, slug, detail);
    }
}
