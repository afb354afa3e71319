package org.throughcare.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.throughcare.allinone.signin.SignInServer;
import org.throughcare.embedded.EmbeddedBroker;
import org.throughcare.embedded.EmbeddedDocumentStore;
import org.throughcare.gateway.GatewayApplication;
import org.throughcare.notes.NotesApplication;
import org.throughcare.participant.ParticipantApplication;
import org.throughcare.referral.ReferralApplication;
import org.throughcare.scheduling.SchedulingApplication;

/** The running suite: store, broker, sign-in and five services, each as it would be by itself, on ports of their own. */
final class Suite implements AutoCloseable {

    /** What the gateway's library would start in every context of this class path. */
    private static final List<String> GATEWAY = Stream.of(
                    "GatewayServerMvcAutoConfiguration",
                    "GatewayMvcClassPathWarningAutoConfiguration",
                    "filter.FilterAutoConfiguration",
                    "handler.HandlerFunctionAutoConfiguration",
                    "handler.GatewayMultipartAutoConfiguration",
                    "predicate.PredicateAutoConfiguration",
                    "config.DefaultFunctionConfiguration")
            .map(each -> "org.springframework.cloud.gateway.server.mvc." + each)
            .toList();

    /** The sign-in server names its own. */
    private static final List<String> AUTHORIZATION_SERVER = Stream.of(
                    "OAuth2AuthorizationServerAutoConfiguration", "OAuth2AuthorizationServerJwtAutoConfiguration")
            .map(each -> "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet." + each)
            .toList();

    /** Beside the data while a suite runs on it: its store takes any free port. */
    private static final String STORE_URI = "store-uri";

    private final Options options;
    private final Secrets secrets;
    private final EmbeddedDocumentStore store;
    private final EmbeddedBroker broker;
    private final FileLock inUse;
    private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

    private Suite(
            Options options, FileLock inUse, Secrets secrets, EmbeddedDocumentStore store, EmbeddedBroker broker) {
        this.options = options;
        this.inUse = inUse;
        this.secrets = secrets;
        this.store = store;
        this.broker = broker;
    }

    /** @throws CannotStart when a port is taken, or the data is in use by another process */
    static Suite start(Options options) {
        refuseTakenPorts(options.ports());
        FileLock inUse = takenForOurselves(options.data());
        Secrets secrets = Secrets.in(options.data());
        Path data = options.data();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Future<EmbeddedBroker> broker = two.submit(() -> EmbeddedBroker.builder()
                    .user("throughcare", secrets.get("broker"))
                    .directory(data.resolve("broker"))
                    .port(options.ports().broker())
                    .start());
            Future<EmbeddedDocumentStore> store =
                    two.submit(() -> EmbeddedDocumentStore.onDisk(data.resolve("store"), 0));
            Suite suite = new Suite(options, inUse, secrets, store.get(), broker.get());
            Files.writeString(data.resolve(STORE_URI), suite.store.connectionString());
            suite.startServices();
            return suite;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CannotStart("the start was interrupted.");
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (IOException unusable) {
            throw new CannotStart("the data folder " + data + " cannot be used: " + unusable + ".");
        }
    }

    /** Held for as long as this process lives; the system lets go of it, however the process ends. */
    private static FileLock takenForOurselves(Path data) {
        FileLock taken = lock(data);
        if (taken == null) {
            throw new CannotStart("the data in " + data + " is in use by another throughcare; stop that one first.");
        }
        return taken;
    }

    /** @return null when another process has it */
    static @Nullable FileLock lock(Path data) {
        try {
            Files.createDirectories(data);
            return FileChannel.open(data.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
        } catch (IOException unusable) {
            throw new CannotStart("the data folder " + data + " cannot be used: " + unusable + ".");
        }
    }

    /** Where the store of the suite that runs on this data answers; empty when none says so. */
    static String storeUri(Path data) {
        Path file = data.resolve(STORE_URI);
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static void refuseTakenPorts(Options.Ports ports) {
        Map<Integer, String> chosen = new HashMap<>();
        ports.byName().forEach((name, port) -> {
            String other = chosen.put(port, name);
            if (other != null) {
                throw new CannotStart("port " + port + " is wanted twice: THROUGHCARE_" + other
                        + "_PORT and THROUGHCARE_" + name + "_PORT must differ.");
            }
        });
        ports.byName().forEach((name, port) -> {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException taken) {
                throw new CannotStart(
                        "port " + port + " is taken; free it, or choose another with THROUGHCARE_" + name + "_PORT.");
            }
        });
    }

    private void startServices() throws InterruptedException, ExecutionException {
        List<Future<ConfigurableApplicationContext>> starting = new ArrayList<>();
        Options.Ports ports = options.ports();
        try (ExecutorService parallel = Executors.newFixedThreadPool(3)) {
            starting.add(parallel.submit(
                    () -> start(ParticipantApplication.class, "participant-service", ports.participant())));
            starting.add(parallel.submit(() -> start(NotesApplication.class, "notes-service", ports.notes())));
            starting.add(parallel.submit(
                    () -> start(SchedulingApplication.class, "scheduling-service", ports.scheduling())));
            starting.add(parallel.submit(() -> start(ReferralApplication.class, "referral-service", ports.referral())));
            starting.add(parallel.submit(() -> start(SignInServer.class, SignInServer.CONFIGURATION, ports.signIn())));
            starting.add(parallel.submit(
                    () -> start(GatewayApplication.class, GatewayApplication.CONFIGURATION, ports.gateway())));
        }
        for (Future<ConfigurableApplicationContext> each : starting) {
            contexts.add(each.get());
        }
    }

    private ConfigurableApplicationContext start(Class<?> application, String configuration, int port) {
        SpringApplicationBuilder builder = new SpringApplicationBuilder(application)
                .properties("spring.config.name=" + configuration)
                .registerShutdownHook(false);
        if (application == ReferralApplication.class) {
            builder.initializers(new EmbeddedProvisioning(broker));
        }
        ConfigurableApplicationContext started =
                builder.run(settings(application, port).toArray(String[]::new));
        System.out.println("     " + configuration + " is up");
        return started;
    }

    private List<String> settings(Class<?> application, int port) {
        String issuer = signIn();
        List<String> all = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--spring.main.banner-mode=off",
                "--spring.jmx.enabled=false",
                "--throughcare.store-uri=" + store.connectionString(),
                "--throughcare.broker-uri=" + broker.uri(EmbeddedBroker.SERVICES),
                "--throughcare.partners.broker-uri=" + broker.uri(EmbeddedBroker.PARTNERS),
                "--throughcare.partners.public-uri=" + gateway() + "/api/referral",
                "--throughcare.security.issuers=" + issuer,
                "--throughcare.security.token-uri=" + issuer + "/oauth2/token",
                "--throughcare.security.client-secret=" + secrets.get("system"),
                "--throughcare.cipher.key-encryption-key=" + secrets.get("key-encryption"),
                "--throughcare.grantees[0].id=three-rivers",
                "--throughcare.grantees[1].id=lake-county",
                "--throughcare.demo-clock=" + options.journey(),
                "--throughcare.public-url=" + gateway(),
                "--throughcare.sign-in.issuer=" + issuer,
                "--throughcare.sign-in.client-secret=" + secrets.get("gateway"),
                "--throughcare.sessions.key=" + secrets.get("sessions"),
                "--throughcare.sign-in-server.issuer=" + issuer,
                "--throughcare.sign-in-server.gateways=" + gateway(),
                "--throughcare.sign-in-server.key-file=" + options.data().resolve("sign-in-key.json"),
                "--throughcare.sign-in-server.gateway-secret=" + secrets.get("gateway"),
                "--throughcare.sign-in-server.system-secret=" + secrets.get("system"),
                "--throughcare.sign-in-server.partners[0].client=partner-riverside-housing",
                "--throughcare.sign-in-server.partners[0].secret=" + secrets.get("partner"),
                "--throughcare.sign-in-server.partners[0].grantee=three-rivers",
                "--throughcare.sign-in-server.partners[0].partner=0190aaaa-0000-7000-8000-000000000201"));
        Options.Ports ports = options.ports();
        all.add("--throughcare.owners.participant=http://127.0.0.1:" + ports.participant());
        all.add("--throughcare.owners.notes=http://127.0.0.1:" + ports.notes());
        all.add("--throughcare.owners.scheduling=http://127.0.0.1:" + ports.scheduling());
        all.add("--throughcare.owners.referral=http://127.0.0.1:" + ports.referral());
        List<String> notHere = new ArrayList<>(AUTHORIZATION_SERVER);
        if (application != GatewayApplication.class) {
            notHere.addAll(GATEWAY);
        }
        all.add("--spring.autoconfigure.exclude=" + String.join(",", notHere));
        return all;
    }

    String gateway() {
        return "http://127.0.0.1:" + options.ports().gateway();
    }

    String signIn() {
        return "http://127.0.0.1:" + options.ports().signIn();
    }

    String secret(String name) {
        return secrets.get(name);
    }

    @Override
    public void close() {
        for (ConfigurableApplicationContext each : contexts.reversed()) {
            SpringApplication.exit(each);
        }
        broker.close();
        store.close();
        try {
            Files.deleteIfExists(options.data().resolve(STORE_URI));
            inUse.close();
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        }
    }
}
