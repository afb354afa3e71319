package org.throughcare.gateway.route;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** What a browser hears from a service. What protects the browser is the edge's to say, once. */
@Component
public class InboundHeaders implements ResponseHttpHeadersFilter {

    private static final Set<String> NOT_PASSED_ON = Set.of(
            "set-cookie",
            "server",
            "cache-control",
            "pragma",
            "expires",
            "content-security-policy",
            "permissions-policy",
            "referrer-policy",
            "strict-transport-security",
            "x-content-type-options",
            "x-frame-options",
            "x-xss-protection",
            "connection",
            "keep-alive",
            "transfer-encoding");

    @Override
    public HttpHeaders apply(HttpHeaders received, ServerResponse response) {
        HttpHeaders passed = new HttpHeaders();
        received.forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                passed.addAll(name, List.copyOf(values));
            }
        });
        return passed;
    }
}
