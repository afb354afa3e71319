package org.throughcare.referral;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.json.Json;
import tools.jackson.databind.JsonNode;

/** A partner as it stands at the broker, with the login it was given. */
final class PartnerAtTheBroker implements AutoCloseable {

    private final Connection connection;
    private final Channel channel;
    private final JsonNode access;

    PartnerAtTheBroker(JsonNode access) throws Exception {
        this.access = access;
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(access.path("address").asString());
        factory.setUsername(access.path("username").asString());
        factory.setPassword(access.path("password").asString());
        factory.setAutomaticRecoveryEnabled(false);
        connection = factory.newConnection();
        channel = connection.createChannel();
        channel.confirmSelect();
    }

    /** The next message in the partner's queue, taken out of it. */
    Optional<JsonNode> next() {
        try {
            GetResponse got = channel.basicGet(access.path("queue").asString(), true);
            return got == null ? Optional.empty() : Optional.of(Json.mapper().readTree(got.getBody()));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Says something about a referral, as partners do. */
    void says(String event, String referral, String moreData) throws Exception {
        sendsBody(event, event(UUID.randomUUID().toString(), referral, moreData));
    }

    void sendsBody(String event, String body) throws Exception {
        sends(access.path("routingKeyPrefix").asString() + "." + event, body, null);
    }

    void sends(String key, String body, @Nullable String userId) throws Exception {
        channel.basicPublish(
                access.path("publishExchange").asString(),
                key,
                new AMQP.BasicProperties.Builder()
                        .contentType("application/cloudevents+json")
                        .deliveryMode(2)
                        .userId(userId)
                        .build(),
                body.getBytes(StandardCharsets.UTF_8));
        channel.waitForConfirmsOrDie(5_000);
    }

    static String event(String id, String referral, String moreData) {
        return """
                {"specversion":"1.0","id":"%s","source":"/partners/riverside","type":"example.referral",
                 "data":{"referral":"%s"%s}}""".formatted(id, referral, moreData);
    }

    @Override
    public void close() {
        connection.abort(1_000);
    }
}
