package org.throughcare.acceptance.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.embedded.EmbeddedBroker;
import org.throughcare.embedded.EmbeddedDocumentStore;

/** Store and broker in this JVM, on disk: they outlive the processes that use them and come back with what they had. */
final class EmbeddedParts implements Parts {

    private static final String USER = "throughcare";

    private final Path directory;
    private final String password = UUID.randomUUID().toString();
    private @Nullable EmbeddedDocumentStore store;
    private EmbeddedBroker broker;
    private final int storePort;
    private final int brokerPort;

    EmbeddedParts() {
        try {
            directory = Files.createTempDirectory("throughcare-parts");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        EmbeddedDocumentStore opened = openStore(0);
        store = opened;
        storePort = opened.port();
        broker = openBroker(0);
        brokerPort = broker.port();
    }

    private EmbeddedDocumentStore openStore(int port) {
        return EmbeddedDocumentStore.onDisk(
                directory.resolve("documents"), port, EmbeddedDocumentStore.Survives.PROCESS_DEATH);
    }

    private EmbeddedBroker openBroker(int port) {
        return EmbeddedBroker.builder()
                .user(USER, password)
                .directory(directory.resolve("broker"))
                .port(port)
                .start();
    }

    @Override
    public String name() {
        return "mongo-java-server and Qpid Broker-J, on disk";
    }

    @Override
    public String storeUri() {
        return "mongodb://127.0.0.1:" + storePort + "/?directConnection=true";
    }

    @Override
    public String brokerUri() {
        return broker.uri(EmbeddedBroker.SERVICES);
    }

    /** The whole broker goes and comes back, which breaks more than connections. */
    @Override
    public void cutConnections() {
        broker.close();
        broker = openBroker(brokerPort);
    }

    @Override
    public String storeStays() {
        return "";
    }

    @Override
    public void takeStoreAway() {
        if (store != null) {
            store.close();
            store = null;
        }
    }

    @Override
    public void bringStoreBack() {
        store = openStore(storePort);
    }

    @Override
    public void close() {
        broker.close();
        takeStoreAway();
        try (Stream<Path> all = Files.walk(directory)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
