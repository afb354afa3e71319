package org.throughcare.testing;

import java.io.IOException;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.rabbitmq.RabbitMQContainer;
import org.throughcare.embedded.EmbeddedBroker;

/**
 * MongoDB as a replica set of one and RabbitMQ, in containers that are started once per JVM and end with it, from images that
 * Docker has. Needs a Docker daemon.
 */
final class ContainerParts {

    private static final MongoDBContainer STORE = new MongoDBContainer("mongo:8").withReplicaSet();
    private static final RabbitMQContainer BROKER = new RabbitMQContainer("rabbitmq:4-management");

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

    static String storeUri() {
        return STORE.getConnectionString() + "/?directConnection=true";
    }

    static String brokerUri(String virtualHost) {
        return "amqp://" + BROKER.getAdminUsername() + ":" + BROKER.getAdminPassword() + "@" + BROKER.getHost() + ":"
                + BROKER.getAmqpPort() + "/" + virtualHost;
    }

    private static void virtualHost(String name) {
        try {
            BROKER.execInContainer("rabbitmqctl", "add_vhost", name);
            BROKER.execInContainer(
                    "rabbitmqctl", "set_permissions", "-p", name, BROKER.getAdminUsername(), ".*", ".*", ".*");
        } catch (IOException failed) {
            throw new IllegalStateException("the virtual host " + name + " could not be made", failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
