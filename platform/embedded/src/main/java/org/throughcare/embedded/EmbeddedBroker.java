package org.throughcare.embedded;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.qpid.server.SystemLauncher;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An AMQP 0-9-1 broker in this JVM (Apache Qpid Broker-J), listening on 127.0.0.1 only, with the virtual hosts
 * {@value #SERVICES} for the suite itself and {@value #PARTNERS} for partner organisations.
 *
 * <p>A user made with the builder may do everything on both; a partner made by {@link #provisionPartner} may consume
 * one queue and publish under one routing key prefix, and nothing else.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    public static final String SERVICES = "throughcare";
    public static final String PARTNERS = "partners";
    private static final String OWN_USER = "throughcare";

    private final SystemLauncher launcher;
    private final BrokerModel model;
    private final Map<String, String> passwords;
    private final @Nullable Path ownDirectory;
    private final int port;

    private EmbeddedBroker(Builder builder) {
        passwords = new ConcurrentHashMap<>(builder.users);
        passwords.computeIfAbsent(OWN_USER, user -> generatedPassword());
        ownDirectory = builder.directory == null ? Directories.temporary() : null;
        Path work = ownDirectory == null ? Objects.requireNonNull(builder.directory) : ownDirectory;
        Directories.create(work);
        model = new BrokerModel();
        BindingChecks.replaceOriginal();
        launcher = new SystemLauncher(model);
        model.actAs(launcher.getSystemPrincipal());
        try {
            launcher.startup(systemAttributes(work.toAbsolutePath(), ownDirectory == null, builder.port));
            model.requireActive();
            passwords.forEach(model::putUser);
            model.allowOnly(SERVICES, passwords.keySet());
            model.allowOnly(PARTNERS, passwords.keySet());
            port = model.boundPort();
        } catch (Exception e) {
            close();
            throw new IllegalStateException("The embedded broker did not start", e);
        }
    }

    /** Keeps nothing after {@link #close()}; one user named {@code throughcare}, any free port. */
    public static EmbeddedBroker inMemory() {
        return builder().start();
    }

    /** Queues, bindings, persistent messages and partners' users survive in the directory. Port 0 takes any free one. */
    public static EmbeddedBroker onDisk(Path directory, int port) {
        return builder().directory(directory).port(port).start();
    }

    public static Builder builder() {
        return new Builder();
    }

    private static Map<String, Object> systemAttributes(Path work, boolean durable, int port) {
        // Operational messages, one per connection, channel and queue: more than an embedded part should say.
        if (System.getProperty("qpid.broker_status_updates") == null) {
            System.setProperty("qpid.broker_status_updates", "false");
        }
        String configuration = durable ? "broker-disk.json" : "broker-memory.json";
        Map<String, String> context = new LinkedHashMap<>();
        context.put("qpid.work_dir", work.toString());
        context.put("throughcare.broker.directory", work.toString());
        context.put("throughcare.broker.port", Integer.toString(port));
        context.put("queue.behaviourOnUnknownDeclareArgument", "IGNORE");
        context.put("qpid.broker_msg_auth", "true");
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("type", durable ? "JSON" : "Memory");
        if (durable) {
            attributes.put("storePath", work.resolve("broker.json").toString());
        }
        attributes.put(
                "initialConfigurationLocation",
                Objects.requireNonNull(EmbeddedBroker.class.getResource(configuration))
                        .toString());
        attributes.put("startupLoggedToSystemOut", "false");
        attributes.put("context", context);
        return attributes;
    }

    private static String generatedPassword() {
        byte[] bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Address for the suite's own user; {@code virtualHost} is {@link #SERVICES} or {@link #PARTNERS}. */
    public String uri(String virtualHost) {
        return uri(OWN_USER, virtualHost);
    }

    /** Address for a user whose password this object was given since it started. */
    public String uri(String user, String virtualHost) {
        return "amqp://" + encoded(user) + ":" + encoded(password(user)) + "@127.0.0.1:" + port + "/"
                + encoded(virtualHost);
    }

    public int port() {
        return port;
    }

    public String user() {
        return OWN_USER;
    }

    public String password(String user) {
        String password = passwords.get(user);
        if (password == null) {
            throw new IllegalArgumentException("No password is known for the broker user " + user);
        }
        return password;
    }

    /** Makes or renews a user who may do everything on one virtual host. */
    public void putUser(String user, String password, String virtualHost) {
        model.putUser(user, password);
        passwords.put(user, password);
        model.allow(virtualHost, user, List.of(BrokerModel.everything(user)));
    }

    /**
     * Makes or renews a partner's user on {@link #PARTNERS}: it may consume {@code queue} and publish to
     * {@code publishExchange} with routing keys that start with {@code routingKeyPrefix} and a dot. Queue and exchange
     * (durable, topic) are made where missing. A message whose user-id is set to another name is refused by the broker.
     */
    public void provisionPartner(
            String user, String password, String queue, String publishExchange, String routingKeyPrefix) {
        if (user.equals(OWN_USER)) {
            throw new IllegalArgumentException("A partner cannot be named " + user);
        }
        model.putQueue(PARTNERS, queue);
        model.putTopicExchange(PARTNERS, publishExchange);
        model.putUser(user, password);
        passwords.put(user, password);
        model.allow(PARTNERS, user, BrokerModel.partner(user, queue, publishExchange, routingKeyPrefix));
    }

    /** The user, its permissions and its open connections go; the queue stays with what waits in it. */
    public void removePartner(String user) {
        model.allow(PARTNERS, user, List.of());
        model.removeUser(user);
        passwords.remove(user);
        model.disconnect(PARTNERS, user);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        try {
            launcher.shutdown();
        } catch (IllegalStateException alreadyStopping) {
            // The JVM is ending: the broker's own shutdown hook came first.
            LOG.debug("the broker stops by itself", alreadyStopping);
        }
        if (ownDirectory != null) {
            Directories.delete(ownDirectory);
        }
    }

    /** What may be chosen before the broker starts. */
    public static final class Builder {
        private final Map<String, String> users = new LinkedHashMap<>();
        private @Nullable Path directory;
        private int port;

        private Builder() {}

        /** A user who may do everything on both virtual hosts; {@code throughcare} gets a generated password otherwise. */
        public Builder user(String user, String password) {
            users.put(user, password);
            return this;
        }

        public Builder directory(Path directory) {
            this.directory = directory;
            return this;
        }

        public Builder port(int port) {
            this.port = port;
            return this;
        }

        public EmbeddedBroker start() {
            return new EmbeddedBroker(this);
        }
    }
}
