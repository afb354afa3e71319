package org.throughcare.gateway.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.throughcare.gateway.problem.Problem;
import org.throughcare.gateway.problem.ProblemWriter;
import org.throughcare.gateway.settings.GatewaySettings;

/**
 * What one address may do without a sign-in: begin sign-ins, fail to end them, and be turned away. A whole site may be behind
 * one address, so a sign-in counts once, when it is begun; coming back from the provider counts only when it fails. Wrong
 * passwords are the provider's to count, by account. An address that was turned away too often is answered without a look at
 * its token.
 */
public final class AddressLimit extends OncePerRequestFilter {

    private static final String BEGIN = "/sign-in";
    private static final String CALLBACK = BEGIN + "/callback";
    private static final String BACK_CHANNEL = BEGIN + "/back-channel-logout";
    private static final String HEALTH = "/actuator/health";

    private final Buckets signIns;
    private final Buckets failedSignIns;
    private final Buckets turnedAway;
    private final ProblemWriter problems;

    AddressLimit(GatewaySettings.Limits limits, ProblemWriter problems) {
        this.signIns = aMinute(limits.signInsPerAddress(), "too-many-sign-ins", "Too many sign-ins from this address.");
        this.failedSignIns = aMinute(
                limits.failedSignInsPerAddress(), "too-many-sign-ins", "Too many failed sign-ins from this address.");
        this.turnedAway = aMinute(
                limits.anonymousPerAddress(),
                "too-many-requests",
                "Too many requests from this address without a valid sign-in.");
        this.problems = problems;
    }

    /** Whoever watches over this process is always told, as long as there is no sign-in to look at. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return (path.equals(HEALTH) || path.startsWith(HEALTH + "/"))
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && request.getHeader(HttpHeaders.COOKIE) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRemoteAddr();
        // The decoded path, as it is routed by: "/sign%2Din" is a sign-in too.
        String path = request.getServletPath();
        Optional<Problem> refusal = switch (path) {
            case BEGIN -> signIns.take(address);
            case CALLBACK, BACK_CHANNEL -> failedSignIns.peek(address);
            default -> turnedAway.peek(address);
        };
        if (refusal.isPresent()) {
            problems.write(response, refusal.get());
            return;
        }
        chain.doFilter(request, response);
        HttpStatus answered = HttpStatus.resolve(response.getStatus());
        boolean fromProvider = path.equals(CALLBACK) || path.equals(BACK_CHANNEL);
        if (fromProvider && answered != null && answered.is4xxClientError()) {
            failedSignIns.take(address);
        } else if (answered == HttpStatus.UNAUTHORIZED) {
            turnedAway.take(address);
        }
    }

    private static Buckets aMinute(int most, String slug, String detail) {
        return new Buckets(most, most, Duration.ofMinutes(1), slug, detail);
    }
}
