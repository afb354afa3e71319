package org.throughcare.gateway.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.throughcare.gateway.people.StaffCards;

/** Those who listen at this instance now. */
@Component
class Audience {

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final StaffCards cards;

    Audience(StaffCards cards, MeterRegistry meters) {
        this.cards = cards;
        meters.gaugeCollectionSize("throughcare.gateway.stream.listeners", List.of(), listeners);
    }

    void join(Listener listener) {
        listeners.add(listener);
    }

    void leave(Listener listener) {
        listener.close();
        listeners.remove(listener);
    }

    void tell(Hint.Addressed addressed) {
        Hint hint = addressed.hint();
        if (hint.type().contains(".staff") || hint.type().contains(".clearance")) {
            cards.forget(addressed.grantee(), hint.id());
        }
        listeners.forEach(listener -> listener.offer(addressed));
    }

    /** Before the server waits for its last requests: streams never end by themselves. */
    @EventListener(ContextClosedEvent.class)
    void dismiss() {
        listeners.forEach(Listener::close);
    }

    /** Hints may have been lost. */
    void fetchAgain() {
        listeners.forEach(Listener::fetchAgain);
    }
}
