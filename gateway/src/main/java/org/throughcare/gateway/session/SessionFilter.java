package org.throughcare.gateway.session;

import com.mongodb.MongoException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.problem.Problem;
import org.throughcare.gateway.problem.ProblemWriter;

/**
 * Recognises a signed-in browser by its cookie. An unsafe request must repeat the session's token in a header, which
 * another site's page cannot know. A request with a bearer token is left to the token.
 */
public class SessionFilter extends OncePerRequestFilter {

    /** On a request: why the cookie it came with is no longer good, as a problem's slug. */
    public static final String ENDED = SessionFilter.class.getName() + ".ended";

    public static final String CSRF_HEADER = "X-CSRF-Token";

    /** A request by a page left alone, which must not put off the lock. */
    public static final String BACKGROUND_HEADER = "Throughcare-Background";

    private static final Logger log = LoggerFactory.getLogger(SessionFilter.class);
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final SessionStore store;
    private final KeepingTokensFresh tokens;
    private final SessionCookies cookies;
    private final ProblemWriter problems;
    private final SecurityContextRepository contexts;

    public SessionFilter(
            SessionStore store,
            KeepingTokensFresh tokens,
            SessionCookies cookies,
            ProblemWriter problems,
            SecurityContextRepository contexts) {
        this.store = store;
        this.tokens = tokens;
        this.cookies = cookies;
        this.problems = problems;
        this.contexts = contexts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> cookie = SessionCookies.read(request, SessionCookies.SESSION);
        if (cookie.isEmpty() || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            chain.doFilter(request, response);
            return;
        }
        Problem refusal = admit(cookie.get(), request, response);
        if (refusal != null) {
            problems.write(response, refusal);
            return;
        }
        chain.doFilter(request, response);
    }

    private @Nullable Problem admit(String cookie, HttpServletRequest request, HttpServletResponse response) {
        try {
            return switch (store.find(cookie, request.getHeader(BACKGROUND_HEADER) == null)) {
                case SessionStore.Found.Live live -> admit(live.session(), request, response);
                case SessionStore.Found.Locked _ -> ended("session-locked", request, response);
                case SessionStore.Found.Over _ -> ended("session-over", request, response);
            };
        } catch (MongoException away) {
            log.warn("Session store away: {}", away.toString());
            return Problem.sessionsAway();
        } catch (EdgeProblem problem) {
            return problem.problem();
        }
    }

    private @Nullable Problem admit(GatewaySession found, HttpServletRequest request, HttpServletResponse response) {
        if (!SAFE.contains(request.getMethod()) && !repeats(found.csrf(), request.getHeader(CSRF_HEADER))) {
            return new Problem(
                    HttpStatus.FORBIDDEN,
                    "csrf",
                    "A request that changes something must repeat the session's token in the header " + CSRF_HEADER
                            + "; GET /session tells it.");
        }
        GatewaySession session = tokens.fresh(found).orElse(null);
        if (session == null) {
            return ended("session-over", request, response);
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SessionAuthentication(session));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return null;
    }

    private @Nullable Problem ended(String why, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(ENDED, why);
        cookies.clear(request, response);
        return null;
    }

    private static boolean repeats(String expected, @Nullable String sent) {
        return sent != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
