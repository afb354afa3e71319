package org.throughcare.platform.web;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.throughcare.platform.Settings;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.tenancy.Scope;

/**
 * Asks over HTTP with short limits. An owner that fails often is not asked for a moment, so that its trouble does not fill
 * our threads; what it says no to (404) is an answer and no failure.
 */
final class RestOwnerClient implements OwnerClient, AutoCloseable {

    private static final Duration CONNECT = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(2))
            .permittedNumberOfCallsInHalfOpenState(3)
            .automaticTransitionFromOpenToHalfOpenEnabled(false)
            .recordExceptions(OwnerAway.class)
            .build();

    private final Settings settings;
    private final MeterRegistry meters;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http;
    private final RestClient client;
    private final SystemTokens tokens;
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    RestOwnerClient(Settings settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .executor(threads)
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http, threads);
        requests.setReadTimeout(ANSWER);
        this.client = RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .registerDefaults()
                        .withJsonConverter(new JacksonJsonHttpMessageConverter(Json.mapper())))
                .build();
        this.tokens = new SystemTokens(client, settings.security());
    }

    @Override
    public <T> Optional<T> get(String service, String path, Class<T> type) {
        String base = settings.owners().get(service);
        if (base == null || base.isBlank()) {
            throw new IllegalStateException("throughcare.owners." + service + " is not set");
        }
        Scope scope = Scope.current();
        Timer.Sample began = Timer.start(meters);
        String outcome = "away";
        try {
            Optional<T> answer =
                    breaker(service).executeSupplier(() -> ask(service, URI.create(base + path), type, scope));
            outcome = answer.isPresent() ? "found" : "none";
            return answer;
        } catch (CallNotPermittedException open) {
            outcome = "not-asked";
            throw new OwnerAway(service, open);
        } finally {
            began.stop(meters.timer("throughcare.owner.question", "owner", service, "outcome", outcome));
        }
    }

    private <T> Optional<T> ask(String service, URI uri, Class<T> type, Scope scope) {
        try {
            String token = tokens.current();
            Answer<T> first = exchange(uri, type, scope, token);
            if (!first.status().isSameCodeAs(HttpStatusCode.valueOf(401))) {
                return first.orAway(service);
            }
            tokens.refused(token);
            return exchange(uri, type, scope, tokens.current()).orAway(service);
        } catch (ResourceAccessException | IOException silent) {
            throw new OwnerAway(service, silent);
        } catch (RestClientException unreadable) {
            throw new OwnerAway(service, unreadable);
        }
    }

    private <T> Answer<T> exchange(URI uri, Class<T> type, Scope scope, String token) {
        return client.get()
                .uri(uri)
                .accept(MediaType.APPLICATION_JSON)
                .headers(headers -> {
                    headers.setBearerAuth(token);
                    headers.set("Throughcare-Grantee", scope.grantee());
                    headers.set("traceparent", scope.traceparent());
                })
                .exchangeForRequiredValue((request, response) -> {
                    HttpStatusCode status = response.getStatusCode();
                    return new Answer<>(
                            status,
                            status.is2xxSuccessful()
                                    ? Optional.ofNullable(response.bodyTo(type))
                                    : Optional.<T>empty());
                });
    }

    private record Answer<T>(HttpStatusCode status, Optional<T> body) {

        Optional<T> orAway(String service) {
            if (status.is2xxSuccessful() || status.value() == 404) {
                return body;
            }
            throw new OwnerAway(service, new IOException("it answers " + status.value()));
        }
    }

    private CircuitBreaker breaker(String service) {
        return breakers.computeIfAbsent(service, name -> {
            CircuitBreaker breaker = CircuitBreaker.of(name, BREAKER);
            Gauge.builder(
                            "throughcare.owner.breaker.open",
                            breaker,
                            each -> each.getState() == CircuitBreaker.State.OPEN ? 1 : 0)
                    .tag("owner", name)
                    .register(meters);
            return breaker;
        });
    }

    @Override
    public void close() {
        http.shutdownNow();
        threads.shutdownNow();
    }
}
