package org.throughcare.testing;

import org.throughcare.embedded.EmbeddedBroker;
import org.throughcare.embedded.EmbeddedDocumentStore;

/**
 * The document store and the broker that tests run on: the embedded ones, started once per JVM, or, with
 * {@code -Dthroughcare.parts=real}, those of {@code MONGODB_URI}, {@code RABBITMQ_URI} and {@code RABBITMQ_PARTNERS_URI}.
 */
public final class TestParts {

    private TestParts() {}

    private static final class Embedded {
        static final EmbeddedDocumentStore STORE = EmbeddedDocumentStore.inMemory();
        static final EmbeddedBroker BROKER = EmbeddedBroker.inMemory();
    }

    public static boolean real() {
        return "real".equals(System.getProperty("throughcare.parts"));
    }

    public static String storeUri() {
        return real() ? required("MONGODB_URI") : Embedded.STORE.connectionString();
    }

    public static String brokerUri() {
        return real() ? required("RABBITMQ_URI") : Embedded.BROKER.uri(EmbeddedBroker.SERVICES);
    }

    public static String partnersUri() {
        return real() ? required("RABBITMQ_PARTNERS_URI") : Embedded.BROKER.uri(EmbeddedBroker.PARTNERS);
    }

    /** For partner provisioning on the embedded broker. */
    public static EmbeddedBroker embeddedBroker() {
        return Embedded.BROKER;
    }

    private static String required(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("-Dthroughcare.parts=real wants " + name + " in the environment");
        }
        return value;
    }
}
