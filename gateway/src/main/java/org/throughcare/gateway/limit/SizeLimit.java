package org.throughcare.gateway.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.throughcare.gateway.problem.Problem;
import org.throughcare.gateway.problem.ProblemWriter;
import org.throughcare.gateway.settings.GatewaySettings;
import org.throughcare.platform.web.WholeBody;

/**
 * Takes in a request's body whole before a service hears of it: one that is too large never reaches a service, and a slow
 * sender holds up nobody but the gateway's own cheap thread.
 */
public final class SizeLimit extends OncePerRequestFilter {

    private static final int CHUNK = 16 * 1024;

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
        byte[] body;
        try {
            body = read(request.getInputStream(), Math.toIntExact(most.toBytes() + 1));
        } catch (SocketTimeoutException slow) {
            brokenOff(
                    response,
                    HttpStatus.REQUEST_TIMEOUT,
                    "too-slow",
                    "The body did not arrive within " + limits.body().toSeconds() + " seconds.");
            return;
        } catch (IOException broken) {
            brokenOff(response, HttpStatus.BAD_REQUEST, "invalid-request", "The body broke off or is badly framed.");
            return;
        }
        if (body.length > most.toBytes()) {
            refuse(response, most);
            return;
        }
        chain.doFilter(new WholeBody(request, body), response);
    }

    /** Each read waits as long as the connector lets it; all of them together no longer than the limit. */
    private byte[] read(InputStream in, int most) throws IOException {
        long deadline = System.nanoTime() + limits.body().toNanos();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        byte[] some = new byte[CHUNK];
        while (whole.size() < most) {
            int read = in.read(some, 0, Math.min(CHUNK, most - whole.size()));
            if (read < 0) {
                break;
            }
            whole.write(some, 0, read);
            if (System.nanoTime() > deadline) {
                throw new SocketTimeoutException("the body comes too slowly");
            }
        }
        return whole.toByteArray();
    }

    /** Whatever else comes on this connection belongs to no request. */
    private void brokenOff(HttpServletResponse response, HttpStatus status, String slug, String detail)
            throws IOException {
        response.setHeader("Connection", "close");
        problems.write(response, new Problem(status, slug, detail));
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
