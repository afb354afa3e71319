package org.throughcare.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.throughcare.platform.web.ProblemWriter;
import org.throughcare.platform.web.Problems;
import org.throughcare.platform.web.Trace;

/** 401, 403 and "the issuer cannot be asked" as problems; the header of RFC 6750 stays. */
final class SignInProblems implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

    private static final int COME_AGAIN_SECONDS = 5;
    private final BearerTokenAuthenticationEntryPoint header = new BearerTokenAuthenticationEntryPoint();

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        header.commence(request, response, why);
        ProblemWriter.write(
                response,
                Problems.of(
                        HttpStatus.UNAUTHORIZED,
                        "unauthenticated",
                        "Sign in: the request carries no token, or one that is not valid here."));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        if (why instanceof AuthenticationServiceException) {
            ProblemWriter.write(
                    response,
                    Problems.unavailable(
                            "sign-in-unavailable",
                            "The token cannot be checked at the moment; try again shortly.",
                            COME_AGAIN_SECONDS,
                            Trace.id(Trace.of(request))));
        } else {
            commence(request, response, why);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        ProblemWriter.write(response, Problems.of(HttpStatus.FORBIDDEN, "forbidden", "This is not open to you."));
    }
}
