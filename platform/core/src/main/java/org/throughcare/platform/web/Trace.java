package org.throughcare.platform.web;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C trace context of a request, kept for its whole way through the service. */
public final class Trace {

    private static final String ATTRIBUTE = Trace.class.getName();
    private static final Pattern VALID = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int TRACE_BEGIN = 3;
    private static final int TRACE_END = 35;

    private Trace() {}

    /** The request's trace context; one is made when nothing has begun it. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String made = fresh();
        request.setAttribute(ATTRIBUTE, made);
        return made;
    }

    /** The part of a trace context that people quote. */
    public static String id(String traceparent) {
        return traceparent.substring(TRACE_BEGIN, TRACE_END);
    }

    /** That of the current span if there is one, else the caller's if it is valid, else a new one. */
    static String begin(HttpServletRequest request, @Nullable Tracer tracer) {
        String traceparent = ofSpan(tracer);
        String sent = request.getHeader("traceparent");
        if (traceparent == null) {
            traceparent = sent != null && VALID.matcher(sent).matches() ? sent : fresh();
        }
        request.setAttribute(ATTRIBUTE, traceparent);
        return traceparent;
    }

    private static @Nullable String ofSpan(@Nullable Tracer tracer) {
        Span span = tracer == null ? null : tracer.currentSpan();
        if (span == null) {
            return null;
        }
        TraceContext context = span.context();
        String traceparent = "00-" + context.traceId() + "-" + context.spanId() + "-"
                + (Boolean.TRUE.equals(context.sampled()) ? "01" : "00");
        return VALID.matcher(traceparent).matches() ? traceparent : null;
    }

    private static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        bytes[0] |= 1;
        bytes[16] |= 1;
        HexFormat hex = HexFormat.of();
        return "00-" + hex.formatHex(bytes, 0, 16) + "-" + hex.formatHex(bytes, 16, 24) + "-00";
    }
}
