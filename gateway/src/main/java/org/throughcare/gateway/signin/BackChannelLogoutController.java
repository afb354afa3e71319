package org.throughcare.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.util.StreamUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.problem.Problem;
import org.throughcare.gateway.session.SessionStore;

/** Where the provider tells that a sign-in is over: signed out elsewhere, or ended by its administrator. */
@RestController
class BackChannelLogoutController {

    private static final Logger log = LoggerFactory.getLogger(BackChannelLogoutController.class);

    private final LogoutTokens tokens;
    private final SessionStore sessions;

    BackChannelLogoutController(LogoutTokens tokens, SessionStore sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /**
     * The sign-in server ends all sessions of one sign-in.
     *
     * @return 200 when no session of that sign-in is left; 400 for what is no logout token of the provider's, and nothing ends
     */
    @PostMapping(path = SignInController.BACK_CHANNEL, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> end(HttpServletRequest request) throws IOException {
        LogoutTokens.Ended ended;
        try {
            ended = tokens.read(field(request, "logout_token"));
        } catch (BadJwtException refused) {
            log.warn("A logout token was refused: {}", refused.getMessage());
            throw new EdgeProblem(
                    new Problem(
                            HttpStatus.BAD_REQUEST,
                            "logout-token-invalid",
                            "The logout token is not one of the sign-in server's for this gateway, or not any more."),
                    refused);
        }
        long ours = sessions.endOf(ended.subject(), ended.signIn());
        log.info("The sign-in server ended a sign-in; {} of our sessions ended with it", ours);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).build();
    }

    /** From the body itself, which was taken in whole before anybody could make parameters of it. */
    private static String field(HttpServletRequest request, String name) throws IOException {
        String body = StreamUtils.copyToString(request.getInputStream(), StandardCharsets.UTF_8);
        for (String pair : body.split("&")) {
            if (pair.startsWith(name + "=")) {
                return decoded(pair.substring(name.length() + 1));
            }
        }
        throw new EdgeProblem(
                new Problem(HttpStatus.BAD_REQUEST, "invalid-request", "The form has no field " + name + "."));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw new EdgeProblem(
                    new Problem(HttpStatus.BAD_REQUEST, "invalid-request", "The form is not written as a form is."),
                    notEncoded);
        }
    }
}
