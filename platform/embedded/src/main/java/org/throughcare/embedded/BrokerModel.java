package org.throughcare.embedded;

import java.security.Principal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.security.auth.Subject;
import org.apache.qpid.server.SystemLauncherListener;
import org.apache.qpid.server.model.AuthenticationProvider;
import org.apache.qpid.server.model.ConfiguredObject;
import org.apache.qpid.server.model.Exchange;
import org.apache.qpid.server.model.Port;
import org.apache.qpid.server.model.Queue;
import org.apache.qpid.server.model.State;
import org.apache.qpid.server.model.SystemConfig;
import org.apache.qpid.server.model.User;
import org.apache.qpid.server.model.VirtualHost;
import org.apache.qpid.server.model.VirtualHostAccessControlProvider;
import org.apache.qpid.server.model.VirtualHostNode;
import org.apache.qpid.server.security.SubjectExecutionContext;
import org.apache.qpid.server.security.access.plugins.AclRule;
import org.apache.qpid.server.security.access.plugins.RuleBasedVirtualHostAccessControlProvider;
import org.apache.qpid.server.virtualhost.QueueManagingVirtualHost;
import org.jspecify.annotations.Nullable;

/** Reaches into the running broker's object model: users, permissions, queues. */
final class BrokerModel extends SystemLauncherListener.DefaultSystemLauncherListener {
    private static final String RULES = "rules";

    private volatile @Nullable SystemConfig<?> system;
    private volatile @Nullable RuntimeException startupError;
    private Subject subject = new Subject();

    void actAs(Principal principal) {
        subject = new Subject(true, Set.of(principal), Set.of(), Set.of());
    }

    @Override
    public void onContainerResolve(SystemConfig<?> systemConfig) {
        system = systemConfig;
    }

    @Override
    public void errorOnStartup(RuntimeException e) {
        startupError = e;
    }

    void requireActive() {
        if (startupError != null) {
            throw new IllegalStateException("The embedded broker did not start", startupError);
        }
        boundPort();
        virtualHost(EmbeddedBroker.SERVICES);
        virtualHost(EmbeddedBroker.PARTNERS);
    }

    int boundPort() {
        return asSystem(() -> {
            Port<?> port = (Port<?>) child(broker(), Port.class, "amqp");
            int bound = port.getBoundPort();
            if (port.getState() != State.ACTIVE || bound <= 0) {
                throw new IllegalStateException("The embedded broker does not listen: port is " + port.getState());
            }
            return bound;
        });
    }

    void putUser(String name, String password) {
        asSystem(() -> {
            ConfiguredObject<?> users = child(broker(), AuthenticationProvider.class, "users");
            ConfiguredObject<?> existing = users.getChildByName(User.class, name);
            if (existing == null) {
                users.createChild(
                        User.class, new HashMap<>(Map.of("name", name, "type", "managed", "password", password)));
            } else {
                existing.setAttributes(Map.of("password", password));
            }
            return name;
        });
    }

    void removeUser(String name) {
        asSystem(() -> {
            ConfiguredObject<?> users = child(broker(), AuthenticationProvider.class, "users");
            ConfiguredObject<?> user = users.getChildByName(User.class, name);
            if (user != null) {
                user.delete();
            }
            return name;
        });
    }

    void putQueue(String virtualHost, String queue) {
        putChild(virtualHost, Queue.class, queue, Map.of("name", queue, "durable", true));
    }

    void putTopicExchange(String virtualHost, String exchange) {
        putChild(virtualHost, Exchange.class, exchange, Map.of("name", exchange, "type", "topic", "durable", true));
    }

    @SuppressWarnings("rawtypes")
    private <C extends ConfiguredObject> void putChild(
            String virtualHost, Class<C> kind, String name, Map<String, Object> attributes) {
        asSystem(() -> {
            ConfiguredObject<?> host = virtualHost(virtualHost);
            if (host.getChildByName(kind, name) == null) {
                host.createChild(kind, new HashMap<>(attributes));
            }
            return name;
        });
    }

    /** Closes the virtual host to everyone but these users, keeping what partners were granted earlier. */
    void allowOnly(String virtualHost, Collection<String> users) {
        for (String user : users) {
            allow(virtualHost, user, List.of(everything(user)));
        }
    }

    /** Replaces all that one user may do on a virtual host. */
    void allow(String virtualHost, String user, List<Map<String, Object>> granted) {
        asSystem(() -> {
            synchronized (this) {
                ConfiguredObject<?> host = virtualHost(virtualHost);
                ConfiguredObject<?> provider = host.getChildByName(VirtualHostAccessControlProvider.class, RULES);
                List<Map<String, Object>> rules = new ArrayList<>();
                if (provider instanceof RuleBasedVirtualHostAccessControlProvider<?> known) {
                    known.getRules().stream()
                            .filter(rule -> !rule.getIdentity().equals(user))
                            .map(BrokerModel::asMap)
                            .forEach(rules::add);
                }
                rules.addAll(granted);
                if (provider == null) {
                    host.createChild(
                            VirtualHostAccessControlProvider.class,
                            new HashMap<>(Map.of(
                                    "name",
                                    RULES,
                                    "type",
                                    "RuleBased",
                                    "priority",
                                    1,
                                    "defaultResult",
                                    "DENIED",
                                    "rules",
                                    rules)));
                } else {
                    provider.setAttributes(Map.of("rules", rules));
                }
            }
            return user;
        });
    }

    private static Map<String, Object> asMap(AclRule rule) {
        Map<String, String> attributes = new LinkedHashMap<>();
        rule.getAttributes().forEach((property, value) -> attributes.put(property.name(), String.valueOf(value)));
        return rule(
                rule.getIdentity(),
                rule.getOperation().name(),
                rule.getObjectType().name(),
                attributes);
    }

    static Map<String, Object> everything(String user) {
        return rule(user, "ALL", "ALL", Map.of());
    }

    static List<Map<String, Object>> partner(String user, String queue, String exchange, String routingKeyPrefix) {
        return List.of(
                rule(user, "ACCESS", "VIRTUALHOST", Map.of()),
                rule(user, "CONSUME", "QUEUE", Map.of("NAME", queue)),
                rule(user, "PUBLISH", "EXCHANGE", Map.of("NAME", exchange, "ROUTING_KEY", routingKeyPrefix + ".*")));
    }

    private static Map<String, Object> rule(
            String user, String operation, String objectType, Map<String, String> attributes) {
        return Map.of(
                "identity", user,
                "operation", operation,
                "objectType", objectType,
                "attributes", attributes,
                "outcome", "ALLOW");
    }

    void disconnect(String virtualHost, String user) {
        asSystem(() -> {
            if (virtualHost(virtualHost) instanceof QueueManagingVirtualHost<?> host) {
                host.getConnections().stream()
                        .filter(connection -> connection.getPrincipal().equals(user))
                        .toList()
                        .forEach(ConfiguredObject::delete);
            }
            return user;
        });
    }

    private ConfiguredObject<?> broker() {
        SystemConfig<?> running = system;
        if (running == null || running.getContainer() == null) {
            throw new IllegalStateException("The embedded broker is not running");
        }
        return running.getContainer();
    }

    private ConfiguredObject<?> virtualHost(String name) {
        VirtualHostNode<?> node = (VirtualHostNode<?>) child(broker(), VirtualHostNode.class, name);
        VirtualHost<?> host = node.getVirtualHost();
        if (host == null || host.getState() != State.ACTIVE) {
            throw new IllegalStateException("The embedded broker's virtual host " + name + " is not active");
        }
        return host;
    }

    @SuppressWarnings("rawtypes")
    private static <C extends ConfiguredObject> C child(ConfiguredObject<?> parent, Class<C> kind, String name) {
        C found = parent.getChildByName(kind, name);
        if (found == null) {
            throw new IllegalStateException("The embedded broker has no " + kind.getSimpleName() + " named " + name);
        }
        return found;
    }

    private <T> T asSystem(Callable<T> action) {
        return SubjectExecutionContext.withSubjectUnchecked(subject, action);
    }
}
