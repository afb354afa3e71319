package org.throughcare.gateway.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.throughcare.gateway.problem.Problem;
import org.throughcare.gateway.problem.ProblemWriter;
import org.throughcare.gateway.settings.GatewaySettings;

/**
 * Takes in a request's body whole before a service hears of it: one that is too large never reaches a service, and a slow
 * sender holds up nobody but the gateway's own cheap thread.
 */
public final class SizeLimit extends OncePerRequestFilter {

    private final GatewaySettings.Limits limits;
    private final ProblemWriter problems;

    SizeLimit(GatewaySettings.Limits limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (headerSize(request) > limits.headerSize().toBytes()) {
            problems.write(
                    response,
                    new Problem(
                            HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                            "headers-too-large",
                            "The headers together may have "
                                    + limits.headerSize().toKilobytes() + " KiB."));
            return;
        }
        DataSize most = most(request);
        if (request.getContentLengthLong() > most.toBytes()) {
            refuse(response, most);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(Math.toIntExact(most.toBytes() + 1));
        if (body.length > most.toBytes()) {
            refuse(response, most);
            return;
        }
        chain.doFilter(new WholeBody(request, body), response);
    }

    private DataSize most(HttpServletRequest request) {
        return limits.importPaths().contains(request.getRequestURI()) ? limits.importSize() : limits.requestSize();
    }

    /** The rest of the body stays unread, so the connection ends with the answer. */
    private void refuse(HttpServletResponse response, DataSize most) throws IOException {
        response.setHeader("Connection", "close");
        problems.write(
                response,
                new Problem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "too-large",
                        "A request may have " + most.toKilobytes() + " KiB here."));
    }

    private static long headerSize(HttpServletRequest request) {
        long size = 0;
        for (String name : List.copyOf(Collections.list(request.getHeaderNames()))) {
            for (String value : Collections.list(request.getHeaders(name))) {
                size += name.length() + value.length();
            }
        }
        return size;
    }
}
