package org.throughcare.embedded;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.qpid.server.model.Broker;
import org.apache.qpid.server.model.ConfiguredObject;
import org.apache.qpid.server.model.NamedAddressSpace;
import org.apache.qpid.server.model.Protocol;
import org.apache.qpid.server.model.Transport;
import org.apache.qpid.server.model.port.AmqpPort;
import org.apache.qpid.server.plugin.ProtocolEngineCreator;
import org.apache.qpid.server.protocol.ErrorCodes;
import org.apache.qpid.server.protocol.v0_8.AMQPConnection_0_8Impl;
import org.apache.qpid.server.protocol.v0_8.ProtocolEngineCreator_0_9_1;
import org.apache.qpid.server.protocol.v0_8.transport.ServerChannelMethodProcessor;
import org.apache.qpid.server.security.AccessDeniedException;
import org.apache.qpid.server.security.access.Operation;
import org.apache.qpid.server.transport.AggregateTicker;
import org.apache.qpid.server.transport.ProtocolEngine;
import org.apache.qpid.server.transport.ServerNetworkConnection;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the broker's own AMQP 0-9-1 engine, which lets any user bind any queue to any exchange: a partner could
 * bind its queue to what the other partners write. Here a queue.bind on the partners' virtual host needs the permission
 * to bind, like every other operation there.
 */
public final class BindingChecks implements ProtocolEngineCreator {
    private static final ProtocolEngineCreator ORIGINAL = new ProtocolEngineCreator_0_9_1();

    /** Only this engine may speak the protocol; a property of the JVM is the broker's one way of saying so. */
    static void replaceOriginal() {
        System.setProperty("qpid.plugin.disabled:protocolenginecreator." + ORIGINAL.getType(), "true");
    }

    @Override
    public Protocol getVersion() {
        return ORIGINAL.getVersion();
    }

    @Override
    public byte[] getHeaderIdentifier() {
        return ORIGINAL.getHeaderIdentifier();
    }

    @Override
    public byte @Nullable [] getSuggestedAlternativeHeader() {
        return ORIGINAL.getSuggestedAlternativeHeader();
    }

    @Override
    public String getType() {
        return ORIGINAL.getType() + "-binding-checked";
    }

    @Override
    public ProtocolEngine newProtocolEngine(
            Broker<?> broker,
            ServerNetworkConnection network,
            AmqpPort<?> port,
            Transport transport,
            long id,
            AggregateTicker ticker) {
        CheckedConnection connection =
                new CheckedConnection(broker, network, port, transport, getVersion(), id, ticker);
        connection.create();
        return connection;
    }

    private static final class CheckedConnection extends AMQPConnection_0_8Impl {
        private record Checked(ServerChannelMethodProcessor original, ServerChannelMethodProcessor guarded) {}

        private final Map<Integer, Checked> channels = new ConcurrentHashMap<>();

        CheckedConnection(
                Broker<?> broker,
                ServerNetworkConnection network,
                AmqpPort<?> port,
                Transport transport,
                Protocol protocol,
                long id,
                AggregateTicker ticker) {
            super(broker, network, port, transport, protocol, id, ticker);
        }

        @Override
        public ServerChannelMethodProcessor getChannelMethodProcessor(int channelId) {
            ServerChannelMethodProcessor original = super.getChannelMethodProcessor(channelId);
            NamedAddressSpace host = getAddressSpace();
            if (host == null || !host.getName().equals(EmbeddedBroker.PARTNERS)) {
                return original;
            }
            return channels.compute(
                            channelId,
                            (id, known) -> known != null && known.original == original
                                    ? known
                                    : new Checked(original, guarded(original, host, channelId)))
                    .guarded;
        }

        private ServerChannelMethodProcessor guarded(
                ServerChannelMethodProcessor original, NamedAddressSpace host, int channelId) {
            return (ServerChannelMethodProcessor) Proxy.newProxyInstance(
                    ServerChannelMethodProcessor.class.getClassLoader(),
                    new Class<?>[] {ServerChannelMethodProcessor.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("receiveQueueBind")
                                && !mayBind(host, String.valueOf(arguments[0]), String.valueOf(arguments[1]))) {
                            sendConnectionClose(ErrorCodes.ACCESS_REFUSED, "Permission to bind is denied", channelId);
                            return null;
                        }
                        try {
                            return method.invoke(original, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause() == null ? e : e.getCause();
                        }
                    });
        }

        private boolean mayBind(NamedAddressSpace host, String queue, String exchange) {
            if (!(host.getAttainedMessageDestination(exchange, false) instanceof ConfiguredObject<?> target)) {
                return true;
            }
            try {
                target.authorise(
                        target.newToken(getSubject()),
                        Operation.INVOKE_METHOD("bind"),
                        Map.of("destination", queue, "bindingKey", ""));
                return true;
            } catch (AccessDeniedException e) {
                return false;
            }
        }
    }
}
