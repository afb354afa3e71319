package org.throughcare.gateway.stream;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.throughcare.gateway.people.StaffCards;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.problem.Problem;
import org.throughcare.gateway.route.ServiceReads;
import org.throughcare.gateway.session.EdgeCaller;
import org.throughcare.gateway.session.GatewaySession;
import org.throughcare.gateway.session.SessionStore;

/**
 * The live stream: {@code hint} for each change the caller may see, {@code fetch-again} when hints may have been lost,
 * {@code signed-out} at the end of the sign-in. A stream left open is no use of the session.
 */
@RestController
class StreamController {

    private static final Logger log = LoggerFactory.getLogger(StreamController.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final long NO_TIMEOUT = 0;
    private static final long RECONNECT_MILLIS = 2000;

    private final Audience audience;
    private final StaffCards cards;
    private final SessionStore sessions;
    private final ServiceReads services;
    private final Clock clock = Clock.systemUTC();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    StreamController(Audience audience, StaffCards cards, SessionStore sessions, ServiceReads services) {
        this.audience = audience;
        this.cards = cards;
        this.sessions = sessions;
        this.services = services;
    }

    /**
     * Hints of what changes while it changes, for what the caller may see: type, id and revision, never content. What is hinted at is
     * fetched; after a break, everything.
     */
    @GetMapping(path = "/api/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream(EdgeCaller caller) {
        if (!caller.is(EdgeCaller.Kind.PERSON) || caller.grantee() == null) {
            throw new EdgeProblem(
                    new Problem(HttpStatus.FORBIDDEN, "forbidden", "The live stream is for staff of a grantee."));
        }
        requireKnown(caller);
        SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
        Listener listener = new Listener(caller, cards);
        emitter.onCompletion(() -> audience.leave(listener));
        emitter.onError(_ -> audience.leave(listener));
        audience.join(listener);
        threads.execute(() -> speak(emitter, listener, caller));
        return ResponseEntity.ok()
                .header("X-Accel-Buffering", "no")
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .body(emitter);
    }

    /**
     * The edge knows the token's grantee but not whether its issuer may speak for it: the owner of the staff does, and is
     * asked with the caller's own token before the first hint.
     */
    private void requireKnown(EdgeCaller caller) {
        String staff = caller.staff();
        ServiceReads.Answer own = staff == null ? null : services.get("participant", "/staff/" + staff, caller.token());
        if (own == null || HttpStatus.valueOf(own.status()).is4xxClientError()) {
            throw new EdgeProblem(new Problem(
                    HttpStatus.FORBIDDEN, "forbidden", "The live stream is for staff whom their grantee knows."));
        }
    }

    private void speak(SseEmitter emitter, Listener listener, EdgeCaller caller) {
        try {
            speakWhileOpen(emitter, listener, caller);
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            log.trace("A listener went", gone);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            audience.leave(listener);
        }
    }

    private void speakWhileOpen(SseEmitter emitter, Listener listener, EdgeCaller caller)
            throws IOException, InterruptedException {
        emitter.send(SseEmitter.event()
                .name("connected")
                .reconnectTime(RECONNECT_MILLIS)
                .data("{}"));
        long beat = System.nanoTime();
        while (listener.isOpen()) {
            if (isTokenOver(caller)) {
                emitter.send(SseEmitter.event().name("signed-out").data("{}"));
                return;
            }
            Hint hint = listener.next(Duration.ofSeconds(1));
            if (listener.takeFetchAgain()) {
                emitter.send(SseEmitter.event().name("fetch-again").data("{}"));
            }
            if (hint != null) {
                emitter.send(SseEmitter.event().name("hint").data(hint, MediaType.APPLICATION_JSON));
            }
            if (System.nanoTime() - beat > HEARTBEAT.toNanos()) {
                if (isOver(caller)) {
                    emitter.send(SseEmitter.event().name("signed-out").data("{}"));
                    return;
                }
                emitter.send(SseEmitter.event().comment("still here"));
                beat = System.nanoTime();
            }
        }
    }

    /** Looked at between any two hints; a session, whose end is in the store, with each heartbeat. */
    private boolean isTokenOver(EdgeCaller caller) {
        return caller.session() == null && clock.instant().isAfter(caller.until());
    }

    private boolean isOver(EdgeCaller caller) {
        GatewaySession session = caller.session();
        return session == null ? isTokenOver(caller) : !sessions.isLive(session.key());
    }
}
