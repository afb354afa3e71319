package org.throughcare.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads a write's body once, up to a limit, and keeps it for {@link RequestFingerprints}. */
final class BodyFilter extends OncePerRequestFilter {

    private static final String BODY = BodyFilter.class.getName() + ".body";
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final DataSize limit;

    BodyFilter(DataSize limit) {
        this.limit = limit;
    }

    /** The body as it came. */
    static byte[] body(HttpServletRequest request) {
        if (request.getAttribute(BODY) instanceof byte[] known) {
            return known;
        }
        throw new IllegalStateException("a command by a method that has no body: " + request.getMethod());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return WITHOUT_BODY.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int most = Math.toIntExact(limit.toBytes());
        byte[] body = request.getContentLengthLong() > most
                ? new byte[most + 1]
                : request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
            ProblemWriter.write(
                    response,
                    Problems.of(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "too-large",
                            "A request may have " + limit.toKilobytes() + " KiB here."));
            return;
        }
        request.setAttribute(BODY, body);
        chain.doFilter(new WholeBody(request, body), response);
    }
}
