package org.throughcare.platform.messaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.json.Json;

/**
 * Who announces what, and who listens: the whole suite's, from each service's {@code contract/catalogue.json}. Every service
 * knows all of it, because whoever publishes first must already have declared the queues of those who will listen.
 */
public final class Catalogue {

    /** One service's part of the catalogue. */
    public record ServiceEntry(String service, List<AggregateEntry> announces, List<Interest> hears) {}

    /**
     * @param events wire names of its happenings, without version
     */
    public record AggregateEntry(String aggregate, List<String> events) {}

    /**
     * @param facts only these happenings; empty for all
     */
    public record Interest(String service, String aggregate, List<String> facts) {}

    private final Map<String, ServiceEntry> services = new TreeMap<>();

    /**
     * @param own this service as its code says it is
     * @param others as their contracts say; an entry for this service is overridden by {@code own}
     */
    public Catalogue(ServiceEntry own, Collection<ServiceEntry> others) {
        others.forEach(each -> services.put(each.service(), each));
        services.put(own.service(), own);
    }

    /** The contracts on the class path. */
    public static List<ServiceEntry> published() {
        try {
            List<ServiceEntry> entries = new ArrayList<>();
            for (Resource each : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:throughcare/contract/*/catalogue.json")) {
                try (InputStream in = each.getInputStream()) {
                    entries.add(Json.mapper().readValue(in, ServiceEntry.class));
                }
            }
            return entries;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a service's catalogue cannot be read", unreadable);
        }
    }

    /** A service's entry, worked out from its aggregates and subscriptions. */
    public static ServiceEntry entryOf(
            String service, Collection<AggregateType<?>> types, Collection<Subscription<?>> subscriptions) {
        Map<String, AggregateEntry> announces = new TreeMap<>();
        for (AggregateType<?> type : types) {
            if (type.announces()) {
                List<String> events = type.kindsOfHappening().stream()
                        .map(Happened::wireName)
                        .sorted()
                        .toList();
                announces.put(type.name(), new AggregateEntry(type.name(), events));
            }
        }
        Map<String, Interest> hears = new TreeMap<>();
        for (Subscription<?> each : subscriptions) {
            hears.merge(
                    each.service() + "/" + each.aggregate(),
                    new Interest(each.service(), each.aggregate(), List.copyOf(new TreeSet<>(each.facts()))),
                    Catalogue::wider);
        }
        return new ServiceEntry(service, List.copyOf(announces.values()), List.copyOf(hears.values()));
    }

    private static Interest wider(Interest a, Interest b) {
        if (a.facts().isEmpty() || b.facts().isEmpty()) {
            return new Interest(a.service(), a.aggregate(), List.of());
        }
        TreeSet<String> both = new TreeSet<>(a.facts());
        both.addAll(b.facts());
        return new Interest(a.service(), a.aggregate(), List.copyOf(both));
    }

    public Collection<ServiceEntry> services() {
        return services.values();
    }

    /** The events that an interest comes to; empty while the owner's contract is not known here. */
    public List<String> eventsOf(Interest interest) {
        if (!interest.facts().isEmpty()) {
            return interest.facts();
        }
        return Optional.ofNullable(services.get(interest.service())).stream()
                .flatMap(owner -> owner.announces().stream())
                .filter(entry -> entry.aggregate().equals(interest.aggregate()))
                .flatMap(entry -> entry.events().stream())
                .toList();
    }

    /** Whether anybody is known to listen: then a return of the event is a fault of the topology. */
    public boolean isHeard(String service, String event) {
        return services.values().stream()
                .flatMap(each -> each.hears().stream())
                .anyMatch(interest ->
                        interest.service().equals(service) && eventsOf(interest).contains(event));
    }
}
