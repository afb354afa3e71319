package org.throughcare.gateway.route;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.problem.Problem;
import org.throughcare.gateway.settings.GatewaySettings;

/**
 * One circuit breaker for each service. It runs on the caller's own thread, sets no time limit of its own, and counts a
 * service that cannot be reached, does not answer in time, or says 502, 503 or 504 without a word of when to
 * come again.
 */
@Component
public class ServiceBreakers {

    private static final Logger log = LoggerFactory.getLogger(ServiceBreakers.class);
    private static final Duration OPEN_FOR = Duration.ofSeconds(5);
    private static final int WINDOW = 20;
    private static final int FEWEST_CALLS = 10;
    private static final int HALF_OPEN_CALLS = 3;
    private static final int OWN_REFUSAL = 503;
    private static final int FIRST_GATEWAY_STATUS = 502;
    private static final int LAST_GATEWAY_STATUS = 504;

    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
            .slidingWindowSize(WINDOW)
            .minimumNumberOfCalls(FEWEST_CALLS)
            .failureRateThreshold(50)
            .waitDurationInOpenState(OPEN_FOR)
            .permittedNumberOfCallsInHalfOpenState(HALF_OPEN_CALLS)
            .maxWaitDurationInHalfOpenState(OPEN_FOR)
            .build());

    ServiceBreakers(GatewaySettings settings, MeterRegistry meters) {
        for (String service : settings.owners().byName().keySet()) {
            CircuitBreaker breaker = breakers.circuitBreaker(service);
            breaker.getEventPublisher()
                    .onStateTransition(change -> log.warn("Breaker of {}: {}", service, change.getStateTransition()));
            Gauge.builder("throughcare.gateway.breaker.open", breaker, ServiceBreakers::openness)
                    .tag("service", service)
                    .register(meters);
        }
    }

    /**
     * What an answer counts as. A 503 that says when to come again is a service's own considered word, of another that is
     * away or of too much at once: it is there, and what it can do without the other goes on.
     */
    static int counted(int status, boolean saysWhen) {
        return status == OWN_REFUSAL && saysWhen ? 0 : status;
    }

    /** {@code CLOSED}, {@code OPEN} or {@code HALF_OPEN}. */
    public String state(String service) {
        return breakers.circuitBreaker(service).getState().name();
    }

    /**
     * @param status reads the status from the service's answer
     * @throws EdgeProblem naming the service, when it is away, late or breaks off
     */
    public <T> T call(String service, ToIntFunction<T> status, Callable<T> work) {
        CircuitBreaker breaker = breakers.circuitBreaker(service);
        if (!breaker.tryAcquirePermission()) {
            throw new EdgeProblem(away(service).retryingAfter(OPEN_FOR));
        }
        long start = System.nanoTime();
        try {
            T answer = work.call();
            int said = status.applyAsInt(answer);
            if (said >= FIRST_GATEWAY_STATUS && said <= LAST_GATEWAY_STATUS) {
                breaker.onError(since(start), TimeUnit.NANOSECONDS, new IllegalStateException("status " + said));
            } else {
                breaker.onSuccess(since(start), TimeUnit.NANOSECONDS);
            }
            return answer;
        } catch (ResourceAccessException failure) {
            breaker.onError(since(start), TimeUnit.NANOSECONDS, failure);
            throw new EdgeProblem(problem(service, failure.getCause()), failure);
        } catch (RuntimeException failure) {
            breaker.releasePermission();
            throw failure;
        } catch (Exception failure) {
            breaker.releasePermission();
            throw new IllegalStateException(failure);
        }
    }

    private static Problem problem(String service, @Nullable Throwable cause) {
        return switch (cause) {
            case HttpConnectTimeoutException _, ConnectException _ ->
                away(service).retryingAfter(Duration.ofSeconds(1));
            case HttpTimeoutException _ ->
                new Problem(HttpStatus.GATEWAY_TIMEOUT, "service-late", service + "-service did not answer in time.")
                        .causedBy(service);
            case null, default ->
                new Problem(
                                HttpStatus.BAD_GATEWAY,
                                "service-broke-off",
                                service + "-service broke off. Whether it did what was asked is not known;"
                                        + " asking again with the same Idempotency-Key does it once.")
                        .causedBy(service);
        };
    }

    private static Problem away(String service) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "service-away", service + "-service cannot be reached now.")
                .causedBy(service);
    }

    private static double openness(CircuitBreaker breaker) {
        return breaker.getState() == CircuitBreaker.State.CLOSED ? 0 : 1;
    }

    private static long since(long start) {
        return System.nanoTime() - start;
    }
}
