package org.throughcare.testing;

import java.nio.file.Path;
import org.throughcare.embedded.EmbeddedBroker;
import org.throughcare.embedded.EmbeddedDocumentStore;

/**
 * The document store and the broker that tests run on, by {@code -Dthroughcare.parts}: {@code embedded} ones, started once per
 * JVM (the default); {@code real}, those of {@code MONGODB_URI}, {@code RABBITMQ_URI} and {@code RABBITMQ_PARTNERS_URI};
 * {@code containers}, MongoDB and RabbitMQ by Testcontainers.
 */
public final class TestParts {

    private TestParts() {}

    private static final class Embedded {
        static final EmbeddedDocumentStore STORE = EmbeddedDocumentStore.inMemory();
        static final EmbeddedBroker BROKER = EmbeddedBroker.inMemory();
    }

    /** Whether they are servers, of whatever kind, rather than the embedded ones. */
    public static boolean real() {
        return !chosen().equals("embedded");
    }

    public static String storeUri() {
        return switch (chosen()) {
            case "real" -> required("MONGODB_URI");
            case "containers" -> ContainerParts.storeUri();
            default -> Embedded.STORE.connectionString();
        };
    }

    public static String brokerUri() {
        return switch (chosen()) {
            case "real" -> ofThisModule(required("RABBITMQ_URI"));
            case "containers" -> ContainerParts.brokerUri(EmbeddedBroker.SERVICES);
            default -> Embedded.BROKER.uri(EmbeddedBroker.SERVICES);
        };
    }

    public static String partnersUri() {
        return switch (chosen()) {
            case "real" -> required("RABBITMQ_PARTNERS_URI");
            case "containers" -> ContainerParts.brokerUri(EmbeddedBroker.PARTNERS);
            default -> Embedded.BROKER.uri(EmbeddedBroker.PARTNERS);
        };
    }

    private static String chosen() {
        String chosen = System.getProperty("throughcare.parts", "embedded");
        return switch (chosen) {
            case "embedded", "real", "containers" -> chosen;
            default ->
                throw new IllegalStateException(
                        "-Dthroughcare.parts is embedded, real or containers, not \"" + chosen + "\"");
        };
    }

    /** For partner provisioning on the embedded broker. */
    public static EmbeddedBroker embeddedBroker() {
        return Embedded.BROKER;
    }

    /**
     * JVMs that test at once have a virtual host each, because a service's queues have one name: what is left in them must
     * not reach the next. {@code -Dthroughcare.virtual-hosts} is what their names begin with; after it come the module and, by
     * {@code -Dthroughcare.fork}, which of its JVMs this is.
     */
    private static String ofThisModule(String broker) {
        String prefix = System.getProperty("throughcare.virtual-hosts");
        return prefix == null
                ? broker
                : broker.substring(0, broker.lastIndexOf('/') + 1)
                        + prefix
                        + Path.of("").toAbsolutePath().getFileName()
                        + "-"
                        + System.getProperty("throughcare.fork", "1");
    }

    private static String required(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("-Dthroughcare.parts=real wants " + name + " in the environment");
        }
        return value;
    }
}
