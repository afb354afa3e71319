package org.throughcare.gateway.route;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.throughcare.gateway.session.EdgeCaller;

/**
 * What a service hears from the outside: the headers named here and no others, so that nobody can pose as a proxy, as
 * somebody else or as another grantee. The caller's token takes the place of whatever they sent.
 */
@Component
public class OutboundHeaders implements RequestHttpHeadersFilter, Ordered {

    /** Only the suite itself may speak for a grantee that its token does not name. */
    static final String GRANTEE = "throughcare-grantee";

    private static final String OURS = "throughcare-";
    private static final Set<String> NEVER =
            Set.of(GRANTEE, "throughcare-staff", "throughcare-role", "throughcare-actor", "throughcare-background");
    private static final Set<String> PASSED_ON = Set.of(
            "accept",
            "accept-language",
            "content-type",
            "content-encoding",
            "idempotency-key",
            "if-match",
            "if-none-match",
            "if-modified-since",
            "prefer",
            "range",
            "traceparent",
            "tracestate",
            "user-agent",
            "webhook-id",
            "webhook-signature",
            "webhook-timestamp");

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders apply(HttpHeaders sent, ServerRequest request) {
        Optional<EdgeCaller> caller = EdgeCaller.current();
        boolean system = caller.filter(each -> each.is(EdgeCaller.Kind.SYSTEM)).isPresent();
        HttpHeaders passed = new HttpHeaders();
        sent.forEach((name, values) -> {
            if (isPassedOn(name.toLowerCase(Locale.ROOT), system)) {
                passed.addAll(name, values);
            }
        });
        caller.ifPresent(each -> passed.setBearerAuth(each.token()));
        TraceContext.keepOrBegin(passed);
        return passed;
    }

    private static boolean isPassedOn(String name, boolean system) {
        if (name.equals(GRANTEE)) {
            return system;
        }
        return PASSED_ON.contains(name) || (name.startsWith(OURS) && !NEVER.contains(name));
    }
}
