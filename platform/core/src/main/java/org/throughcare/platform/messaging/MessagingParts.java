package org.throughcare.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;
import org.throughcare.platform.Settings;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.cipher.FieldCipher;
import org.throughcare.platform.store.Handover;
import org.throughcare.platform.store.Stores;
import org.throughcare.platform.tenancy.Grantees;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.time.BusinessClock;

/** Wires relay, consumers and what they need. Aggregates and subscriptions are all known when the first of them starts. */
@Configuration(proxyBeanMethods = false)
public class MessagingParts {

    /** The suite's catalogue with this service as its code says it is. */
    @Bean
    CatalogueInForce catalogueInForce(Settings settings, Stores stores, ObjectProvider<Subscription<?>> subscriptions) {
        return new CatalogueInForce(settings.service(), stores, subscriptions);
    }

    @Bean
    Broker broker(Settings settings, CatalogueInForce catalogue) {
        return new Broker(settings.brokerUri(), settings.service(), new Topology(catalogue));
    }

    @Bean
    Journal journal(TenantDatabases databases) {
        return new Journal(databases);
    }

    @Bean
    Relay relay(
            Settings settings,
            TenantDatabases databases,
            Journal journal,
            CatalogueInForce catalogue,
            Broker broker,
            Handover handover,
            MeterRegistry meters) {
        Relay relay = new Relay(
                settings.service(),
                databases,
                journal,
                catalogue,
                new ConfirmedPublisher(broker, Duration.ofSeconds(10)),
                meters);
        handover.to(relay::offer);
        return relay;
    }

    @Bean
    Sweep sweep(
            Settings settings,
            Stores stores,
            TenantDatabases databases,
            Grantees grantees,
            Relay relay,
            MeterRegistry meters) {
        return new Sweep(
                settings.service(),
                stores,
                databases,
                grantees,
                relay,
                meters,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5));
    }

    @Bean
    DeadLetters deadLetters(TenantDatabases databases, FieldCipher cipher, MeterRegistry meters) {
        return new DeadLetters(databases, cipher, meters);
    }

    @Bean
    Patience patience() {
        return new Patience();
    }

    @Bean
    Handling handling(
            Settings settings,
            ObjectProvider<Subscription<?>> subscriptions,
            Grantees grantees,
            DeadLetters deadLetters,
            Patience patience,
            MeterRegistry meters) {
        Supplier<List<Subscription<?>>> all = SingletonSupplier.of(() -> all(subscriptions));
        return new Handling(settings.service(), all, grantees, deadLetters, patience, meters);
    }

    @Bean
    Replaying replaying(DeadLetters letters, Handling handling) {
        return new Replaying(letters, handling);
    }

    @Bean
    Consumers consumers(
            Settings settings, Broker broker, Handling handling, Patience patience, CatalogueInForce catalogue) {
        return new Consumers(broker, handling, patience, () -> catalogue.queues(settings.service()), 4, 16);
    }

    @Bean
    ReAnnouncing reAnnouncing(
            Settings settings, Stores stores, TenantDatabases databases, Broker broker, BusinessClock clock) {
        return new ReAnnouncing(settings.service(), stores, databases, broker, clock);
    }

    static List<Subscription<?>> all(ObjectProvider<Subscription<?>> subscriptions) {
        List<Subscription<?>> list = new ArrayList<>();
        subscriptions.forEach(list::add);
        return list;
    }

    /** The catalogue, put together at its first use. */
    public static final class CatalogueInForce implements Supplier<Catalogue> {
        private final Supplier<Catalogue> catalogue;

        CatalogueInForce(String service, Stores stores, ObjectProvider<Subscription<?>> subscriptions) {
            this.catalogue = SingletonSupplier.of(() -> {
                List<AggregateType<?>> types = new ArrayList<>();
                stores.aggregates().forEach(store -> types.add(store.type()));
                return new Catalogue(Catalogue.entryOf(service, types, all(subscriptions)), Catalogue.published());
            });
        }

        @Override
        public Catalogue get() {
            return catalogue.get();
        }

        List<String> queues(String service) {
            boolean listens = get().services().stream()
                    .anyMatch(each ->
                            each.service().equals(service) && !each.hears().isEmpty());
            return listens ? List.of(Topology.liveQueue(service), Topology.bulkQueue(service)) : List.of();
        }
    }
}
