package org.throughcare.testing;

import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.rabbitmq.RabbitMQContainer;
import org.testcontainers.utility.DockerImageName;
import org.throughcare.embedded.EmbeddedBroker;

/**
 * A document store and RabbitMQ, in containers that are started once per JVM and end with it, from images that Docker has or can
 * pull: MongoDB as a replica set of one, unless {@code MONGO_IMAGE} names the stand-in of {@code deploy/local-images};
 * {@code RABBITMQ_IMAGE} likewise. Needs a Docker daemon.
 */
final class ContainerParts {

    private static final String STAND_INS = "throughcare-local/";
    private static final String USER = "throughcare";
    private static final int STORE_PORT = 27017;
    private static final String PASSWORD =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());

    private static final GenericContainer<?> STORE = store(named("MONGO_IMAGE", "mongo:8"));
    private static final RabbitMQContainer BROKER = new RabbitMQContainer(
                    DockerImageName.parse(named("RABBITMQ_IMAGE", "rabbitmq:4-management"))
                            .asCompatibleSubstituteFor("rabbitmq"))
            .withAdminUser(USER)
            .withAdminPassword(PASSWORD);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            BROKER.stop();
            STORE.stop();
        }));
        STORE.start();
        BROKER.start();
        virtualHost(EmbeddedBroker.SERVICES);
        virtualHost(EmbeddedBroker.PARTNERS);
    }

    private ContainerParts() {}

    private static String named(String variable, String otherwise) {
        String value = System.getenv(variable);
        return value == null || value.isBlank() ? otherwise : value;
    }

    private static GenericContainer<?> store(String image) {
        if (image.startsWith(STAND_INS)) {
            return new GenericContainer<>(DockerImageName.parse(image))
                    .withEnv("MONGODB_PASSWORD", PASSWORD)
                    .withSharedMemorySize(256L << 20)
                    .withExposedPorts(STORE_PORT)
                    .waitingFor(Wait.forListeningPort());
        }
        return new MongoDBContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("mongo")).withReplicaSet();
    }

    static String storeUri() {
        if (STORE instanceof MongoDBContainer mongo) {
            return mongo.getConnectionString() + "/?directConnection=true";
        }
        return "mongodb://" + USER + ":" + PASSWORD + "@" + STORE.getHost() + ":" + STORE.getMappedPort(STORE_PORT)
                + "/?directConnection=true&authMechanism=SCRAM-SHA-256";
    }

    static String brokerUri(String virtualHost) {
        return "amqp://" + USER + ":" + PASSWORD + "@" + BROKER.getHost() + ":" + BROKER.getAmqpPort() + "/"
                + virtualHost;
    }

    private static void virtualHost(String name) {
        try {
            BROKER.execInContainer("rabbitmqctl", "add_vhost", name);
            BROKER.execInContainer("rabbitmqctl", "set_permissions", "-p", name, USER, ".*", ".*", ".*");
        } catch (IOException failed) {
            throw new IllegalStateException("the virtual host " + name + " could not be made", failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
