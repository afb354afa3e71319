package org.throughcare.gateway.route;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.stripPrefix;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.problem.Problem;
import org.throughcare.gateway.session.EdgeCaller;
import org.throughcare.gateway.settings.GatewaySettings;

/**
 * {@code /api/<service>/…} to each service, without the prefix. Nothing is ever sent twice. What a service keeps for its
 * operators is there for the suite's own tokens alone.
 */
@Configuration(proxyBeanMethods = false)
class ServiceRoutes {

    private static final int PREFIX_PARTS = 2;
    private static final Set<String> FOR_OPERATORS = Set.of("operations", "actuator");

    @Bean
    ProxyExchange proxyExchange(HttpClients clients, GatewayMvcProperties properties, GatewaySettings settings) {
        ProxyExchange ordinary = new WholeOrBrokenOff(clients.toServices().build(), properties);
        ProxyExchange reports = new WholeOrBrokenOff(clients.forReports().build(), properties);
        List<PathPattern> paths = settings.limits().reportPaths().stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
        return request -> {
            PathContainer path = PathContainer.parsePath(
                    request.getServerRequest().servletRequest().getRequestURI());
            return (paths.stream().anyMatch(each -> each.matches(path)) ? reports : ordinary).exchange(request);
        };
    }

    @Bean
    RouterFunction<ServerResponse> toServices(GatewaySettings settings, ServiceBreakers breakers) {
        return settings.owners().byName().entrySet().stream()
                .map(owner -> GatewayRouterFunctions.route(owner.getKey())
                        .route(path("/api/" + owner.getKey() + "/**"), http())
                        .filter((request, next) -> call(owner.getKey(), request, next, breakers))
                        .before(uri(owner.getValue()))
                        .before(stripPrefix(PREFIX_PARTS))
                        .build())
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    private static ServerResponse call(
            String service, ServerRequest request, HandlerFunction<ServerResponse> next, ServiceBreakers breakers) {
        if (isForOperators(request) && !bySystem()) {
            return answer(new Problem(
                    HttpStatus.FORBIDDEN, "forbidden", "This part of " + service + "-service is for operators."));
        }
        try {
            return breakers.call(service, ServiceRoutes::counted, () -> withOwnPrefix(service, next.handle(request)));
        } catch (EdgeProblem problem) {
            return answer(problem.problem());
        }
    }

    private static int counted(ServerResponse answer) {
        return ServiceBreakers.counted(
                answer.statusCode().value(), answer.headers().containsHeader(HttpHeaders.RETRY_AFTER));
    }

    /** On the decoded path, as the service will read it. */
    private static boolean isForOperators(ServerRequest request) {
        String[] parts = request.servletRequest().getServletPath().split("/");
        return Arrays.stream(parts)
                .filter(part -> !part.isEmpty())
                .skip(PREFIX_PARTS)
                .findFirst()
                .filter(FOR_OPERATORS::contains)
                .isPresent();
    }

    private static boolean bySystem() {
        return EdgeCaller.current()
                .filter(caller -> caller.is(EdgeCaller.Kind.SYSTEM))
                .isPresent();
    }

    /** A service names its own paths; seen from outside they begin with its prefix. */
    private static ServerResponse withOwnPrefix(String service, ServerResponse answer) {
        String location = answer.headers().getFirst("Location");
        if (location != null && location.startsWith("/")) {
            answer.headers().set("Location", "/api/" + service + location);
        }
        return answer;
    }

    private static ServerResponse answer(Problem problem) {
        ServerResponse.BodyBuilder answer =
                ServerResponse.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        String wait = problem.retryAfterSeconds();
        if (wait != null) {
            answer.header("Retry-After", wait);
        }
        return answer.body(problem.body());
    }
}
