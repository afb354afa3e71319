package org.throughcare.gateway.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import org.throughcare.gateway.problem.Problem;
import org.throughcare.gateway.problem.ProblemWriter;
import org.throughcare.gateway.session.EdgeCaller;
import org.throughcare.gateway.settings.GatewaySettings;

/** What one caller may ask: a session, a partner, a machine. The suite's own system clients are not limited. */
public final class CallerLimit extends OncePerRequestFilter {

    private final Buckets callers;
    private final ProblemWriter problems;

    CallerLimit(GatewaySettings.Limits limits, ProblemWriter problems) {
        this.callers = new Buckets(
                limits.perCallerBurst(),
                limits.perCaller(),
                Duration.ofSeconds(1),
                "too-many-requests",
                "You are asking faster than is fair to others.");
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Problem> refusal = EdgeCaller.current()
                .filter(caller -> !caller.is(EdgeCaller.Kind.SYSTEM))
                .flatMap(caller -> callers.take(caller.key()));
        if (refusal.isPresent()) {
            problems.write(response, refusal.get());
            return;
        }
        chain.doFilter(request, response);
    }
}
