package org.throughcare.gateway.route;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** The W3C trace context of a request: the caller's when it is well-formed, a new one otherwise. */
final class TraceContext {

    private static final String TRACEPARENT = "traceparent";
    private static final Pattern WELL_FORMED =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceContext() {}

    static void keepOrBegin(HttpHeaders headers) {
        String given = headers.getFirst(TRACEPARENT);
        if (given == null || !WELL_FORMED.matcher(given).matches()) {
            headers.remove("tracestate");
            headers.set(TRACEPARENT, begin());
        }
    }

    static String begin() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return "00-" + hex.toHexDigits(random.nextLong() | 1) + hex.toHexDigits(random.nextLong()) + "-"
                + hex.toHexDigits(random.nextLong() | 1) + "-00";
    }
}
