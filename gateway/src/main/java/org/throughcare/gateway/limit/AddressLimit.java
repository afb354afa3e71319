package org.throughcare.gateway.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.throughcare.gateway.problem.Problem;
import org.throughcare.gateway.problem.ProblemWriter;
import org.throughcare.gateway.settings.GatewaySettings;

/**
 * What one address may do without a sign-in: begin sign-ins, and be turned away. An address that was turned away too often
 * is answered without a look at its token.
 */
public final class AddressLimit extends OncePerRequestFilter {

    private final Buckets signIns;
    private final Buckets turnedAway;
    private final ProblemWriter problems;

    AddressLimit(GatewaySettings.Limits limits, ProblemWriter problems) {
        Duration minute = Duration.ofMinutes(1);
        this.signIns = new Buckets(
                limits.signInsPerAddress(),
                limits.signInsPerAddress(),
                minute,
                "too-many-sign-ins",
                "Too many sign-ins from this address.");
        this.turnedAway = new Buckets(
                limits.anonymousPerAddress(),
                limits.anonymousPerAddress(),
                minute,
                "too-many-requests",
                "Too many requests from this address without a valid sign-in.");
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRemoteAddr();
        // The decoded path, as it is routed by: "/sign%2Din" is a sign-in too.
        boolean signingIn = request.getServletPath().startsWith("/sign-in");
        Optional<Problem> refusal = signingIn ? signIns.take(address) : turnedAway.peek(address);
        if (refusal.isPresent()) {
            problems.write(response, refusal.get());
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            turnedAway.take(address);
        }
    }
}
