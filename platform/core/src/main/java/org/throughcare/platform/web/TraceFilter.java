package org.throughcare.platform.web;

import io.micrometer.tracing.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Begins a request's trace and answers for whatever fails outside of the controllers. */
final class TraceFilter extends OncePerRequestFilter {

    private final @Nullable Tracer tracer;

    TraceFilter(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String trace = Trace.id(Trace.begin(request, tracer));
        try (MDC.MDCCloseable _ = MDC.putCloseable("trace", trace)) {
            response.setHeader("Throughcare-Trace", trace);
            chain.doFilter(request, response);
        } catch (ClientAbortException gone) {
            logger.debug("the client went away", gone);
        } catch (Exception failure) {
            if (response.isCommitted()) {
                throw failure;
            }
            ProblemWriter.write(response, Problems.of(failure, trace));
        }
    }
}
