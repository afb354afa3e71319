package org.throughcare.platform.messaging;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.throughcare.embedded.EmbeddedBroker;
import org.throughcare.embedded.EmbeddedDocumentStore;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.cipher.FieldCipher;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.store.Handover;
import org.throughcare.platform.store.Stores;
import org.throughcare.platform.tenancy.Grantees;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.time.BusinessClock;

/**
 * The backbone without Spring, on the embedded parts or, when {@code MONGODB_URI} and {@code RABBITMQ_URI} are given and
 * {@code throughcare.parts=real}, on those. Names are random, so that runs do not meet.
 */
final class Backbone implements AutoCloseable {

    static final String GRANTEE = "three-rivers";

    /** The embedded parts, started once for all tests of this JVM. */
    private static final class Embedded {
        static final EmbeddedDocumentStore STORE = EmbeddedDocumentStore.inMemory();
        static final EmbeddedBroker BROKER = EmbeddedBroker.inMemory();
    }

    final String storeUri;
    final String brokerUri;
    private final String run =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    private final List<Instance> opened = new ArrayList<>();

    Backbone() {
        if ("real".equals(System.getProperty("throughcare.parts"))) {
            storeUri = required("MONGODB_URI");
            brokerUri = required("RABBITMQ_URI");
        } else {
            storeUri = Embedded.STORE.connectionString();
            brokerUri = Embedded.BROKER.uri("throughcare");
        }
    }

    private static String required(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }

    /** One instance of a service: its stores, relay and consumers. Several may share a name, as instances do. */
    Instance instance(String name) {
        Instance instance = new Instance(service(name), storeUri, brokerUri);
        opened.add(instance);
        return instance;
    }

    Instance instance(String name, String storeUri, String brokerUri) {
        Instance instance = new Instance(service(name), storeUri, brokerUri);
        opened.add(instance);
        return instance;
    }

    /** Letters only, as service names are. */
    String service(String name) {
        return name
                + run.chars()
                        .map(c -> Character.isDigit(c) ? 'g' + (c - '0') : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    }

    @Override
    public void close() {
        for (Instance each : opened.reversed()) {
            each.close();
        }
    }

    static final class Instance implements AutoCloseable {
        final String service;
        final SimpleMeterRegistry meters = new SimpleMeterRegistry();
        final BusinessClock clock = new BusinessClock();
        final MongoClient client;
        final TenantDatabases databases;
        final Stores stores;
        final OneGrantee grantees = new OneGrantee();
        final Handover handover = new Handover();
        final List<Subscription<?>> subscriptions = new ArrayList<>();
        final List<Catalogue.ServiceEntry> others = new ArrayList<>();
        final Relay relay;
        final Sweep sweep;
        final Broker broker;
        final DeadLetters deadLetters;
        final Patience patience = new Patience();
        final Handling handling;
        final Consumers consumers;

        private Instance(String service, String storeUri, String brokerUri) {
            this.service = service;
            this.client = MongoClients.create(MongoClientSettings.builder()
                    .applyConnectionString(new ConnectionString(storeUri))
                    .retryWrites(false)
                    .retryReads(false)
                    .applyToClusterSettings(s -> s.serverSelectionTimeout(2, TimeUnit.SECONDS))
                    .build());
            this.databases = new OneDatabase(client, service);
            this.stores = new Stores(databases, clock, handover);
            Supplier<Catalogue> catalogue = () -> new Catalogue(entry(), others);
            this.broker = new Broker(brokerUri, service, new Topology(catalogue));
            this.relay = new Relay(
                    service,
                    databases,
                    new Journal(databases),
                    catalogue,
                    new ConfirmedPublisher(broker, Duration.ofSeconds(5)),
                    meters);
            this.sweep = new Sweep(
                    service,
                    stores,
                    databases,
                    grantees,
                    relay,
                    meters,
                    Duration.ofMillis(200),
                    Duration.ofMillis(500));
            this.deadLetters = new DeadLetters(databases, new Plain(), meters);
            this.handling = new Handling(service, () -> subscriptions, grantees, deadLetters, patience, meters);
            this.consumers = new Consumers(
                    broker,
                    handling,
                    patience,
                    () -> List.of(Topology.liveQueue(service), Topology.bulkQueue(service)),
                    3,
                    8);
        }

        Catalogue.ServiceEntry entry() {
            List<AggregateType<?>> types = new ArrayList<>();
            stores.aggregates().forEach(each -> types.add(each.type()));
            return Catalogue.entryOf(service, types, subscriptions);
        }

        Aggregates<Tally> tallies() {
            return stores.of(Tally.TYPE);
        }

        Instance knowing(Instance... suite) {
            for (Instance each : suite) {
                others.add(each.entry());
            }
            return this;
        }

        void startRelay() {
            handover.to(relay::offer);
            relay.start();
            sweep.start();
        }

        <T> T inScope(java.util.concurrent.Callable<T> work) {
            try {
                return new Scope(GRANTEE, Actor.staff("s1"), "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                        .call(work);
            } catch (RuntimeException passedOn) {
                throw passedOn;
            } catch (Exception checked) {
                throw new IllegalStateException(checked);
            }
        }

        @Override
        public void close() {
            if (consumers.isRunning()) {
                consumers.stop();
            }
            if (sweep.isRunning()) {
                sweep.stop();
            }
            if (relay.isRunning()) {
                relay.stop();
            }
            databases.control().drop();
            client.close();
        }
    }

    private record OneDatabase(MongoClient client, String service) implements TenantDatabases {

        @Override
        public MongoDatabase current() {
            return client.getDatabase("t_" + service + "_" + Scope.current().grantee());
        }

        @Override
        public MongoDatabase journal() {
            return client.getDatabase("t_" + service + "_" + Scope.current().grantee() + "_journal");
        }

        @Override
        public MongoDatabase control() {
            return client.getDatabase("t_" + service + "_control");
        }
    }

    /** Serves {@link #GRANTEE}, and others once they have come. */
    static final class OneGrantee implements Grantees {
        final Set<String> coming = ConcurrentHashMap.newKeySet();
        final Set<String> registeredElsewhere = ConcurrentHashMap.newKeySet();
        private final Set<String> served = ConcurrentHashMap.newKeySet();

        OneGrantee() {
            served.add(GRANTEE);
        }

        void hasCome(String grantee) {
            served.add(grantee);
            coming.remove(grantee);
        }

        @Override
        public void lookAgain() {
            registeredElsewhere.forEach(this::hasCome);
        }

        @Override
        public boolean mayCome(String grantee) {
            return coming.contains(grantee);
        }

        @Override
        public List<String> served() {
            return List.copyOf(served);
        }

        @Override
        public boolean serves(String grantee) {
            return served.contains(grantee);
        }

        @Override
        public boolean maySpeakFor(String issuer, String grantee) {
            return true;
        }

        @Override
        public boolean knowsIssuer(String issuer) {
            return true;
        }

        @Override
        public List<Grantee> known() {
            return List.of(new Grantee(GRANTEE, Set.of(), State.SERVED));
        }

        @Override
        public void serve(String grantee, Set<String> issuers) {
            throw new IllegalStateException("one grantee only");
        }
    }

    private static final class Plain implements FieldCipher {
        @Override
        public String seal(String where, String plain) {
            return plain;
        }

        @Override
        public String open(String where, String sealed) {
            return sealed;
        }

        @Override
        public String blindIndex(String kind, String plain) {
            return plain;
        }

        @Override
        public String fingerprint(byte[]... parts) {
            return Arrays.deepToString(parts);
        }
    }
}
