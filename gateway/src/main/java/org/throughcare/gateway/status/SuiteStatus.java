package org.throughcare.gateway.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.route.ServiceBreakers;
import org.throughcare.gateway.route.ServiceReads;
import org.throughcare.gateway.session.SessionStore;
import org.throughcare.gateway.signin.OpenIdProvider;
import org.throughcare.gateway.stream.EventFeedState;

/** Asks every part how it is. */
@Component
class SuiteStatus {

    /**
     * @param state UP, or what is wrong
     * @param millis how long the answer took
     * @param detail a sentence for whoever has to repair it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Of(
            String name,
            String state,
            @Nullable String version,
            @Nullable String breaker,
            @Nullable Long millis,
            @Nullable String detail) {

        static Of simply(String name, boolean up, @Nullable String detail) {
            return new Of(name, up ? "UP" : "DOWN", null, null, null, detail);
        }

        boolean isUp() {
            return state.equals("UP");
        }
    }

    /** @param state UP when every part is, DEGRADED otherwise: the gateway answers, or there would be no answer */
    record Whole(String state, List<Of> parts) {}

    /** @param at on the JVM's own clock */
    private record Known(Whole whole, long at) {}

    private static final Duration FRESH_FOR = Duration.ofSeconds(1);

    private final ReentrantLock asking = new ReentrantLock();
    private @Nullable Known last;
    private final ServiceReads services;
    private final ServiceBreakers breakers;
    private final EventFeedState feed;
    private final OpenIdProvider provider;
    private final SessionStore sessions;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SuiteStatus(
            ServiceReads services,
            ServiceBreakers breakers,
            EventFeedState feed,
            OpenIdProvider provider,
            SessionStore sessions) {
        this.services = services;
        this.breakers = breakers;
        this.feed = feed;
        this.provider = provider;
        this.sessions = sessions;
    }

    /** Asked at most once a second, however many ask: anybody may, and each answer costs every part some work. */
    Whole now() {
        asking.lock();
        try {
            Known known = last;
            if (known == null || System.nanoTime() - known.at() > FRESH_FOR.toNanos()) {
                known = new Known(ask(), System.nanoTime());
                last = known;
            }
            return known.whole();
        } finally {
            asking.unlock();
        }
    }

    private Whole ask() {
        List<Future<Of>> asked = new ArrayList<>();
        services.owners().keySet().forEach(service -> asked.add(threads.submit(() -> service(service))));
        asked.add(threads.submit(this::signIn));
        asked.add(threads.submit(this::sessions));
        List<Of> parts = new ArrayList<>();
        parts.add(new Of("gateway", "UP", ownVersion(), null, null, null));
        asked.forEach(part -> parts.add(await(part)));
        parts.add(Of.simply(
                "broker", feed.isConnected(), feed.isConnected() ? null : "the live stream is not connected"));
        return new Whole(parts.stream().allMatch(Of::isUp) ? "UP" : "DEGRADED", parts);
    }

    private Of service(String service) {
        long start = System.nanoTime();
        String name = service + "-service";
        try {
            ServiceReads.Answer health = services.get(service, "/actuator/health", null);
            String state = health.body().path("status").asString(health.isGood() ? "UP" : "DOWN");
            String version = services.get(service, "/actuator/info", null)
                    .body()
                    .path("build")
                    .path("version")
                    .asString("");
            return new Of(
                    name, state, version.isEmpty() ? null : version, breakers.state(service), millis(start), null);
        } catch (EdgeProblem away) {
            return new Of(
                    name,
                    "DOWN",
                    null,
                    breakers.state(service),
                    millis(start),
                    away.problem().detail());
        }
    }

    private Of signIn() {
        long start = System.nanoTime();
        try {
            provider.metadataOf(provider.base(), provider.issuer());
            return new Of("sign-in", "UP", null, null, millis(start), null);
        } catch (EdgeProblem away) {
            return new Of(
                    "sign-in", "DOWN", null, null, millis(start), away.problem().detail());
        }
    }

    private Of sessions() {
        long start = System.nanoTime();
        try {
            sessions.byKey("status");
            return new Of("sessions", "UP", null, null, millis(start), null);
        } catch (RuntimeException away) {
            return new Of("sessions", "DOWN", null, null, millis(start), "the session store cannot be reached");
        }
    }

    private static Of await(Future<Of> part) {
        try {
            return part.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Of.simply("?", false, "stopping");
        } catch (ExecutionException failure) {
            return Of.simply("?", false, Objects.toString(failure.getCause()));
        }
    }

    private static long millis(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private static @Nullable String ownVersion() {
        return SuiteStatus.class.getPackage().getImplementationVersion();
    }
}
