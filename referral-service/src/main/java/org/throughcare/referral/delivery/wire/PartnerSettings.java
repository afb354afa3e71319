package org.throughcare.referral.delivery.wire;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.throughcare.platform.TrueSecret;

/**
 * How partners are reached, under {@code throughcare.partners}.
 *
 * @param brokerUri the partners' virtual host, by AMQP URI with our own user
 * @param provisioning who makes partners' users: {@code rabbitmq} by its management API, or {@code own} for a bean brought along
 * @param managementUrl RabbitMQ's management API, for making partners' users; its user is the broker URI's
 * @param publicUri where partners reach this service
 * @param partnerBrokerAddress the AMQP URI that partners are told to connect to; {@code brokerUri}'s without its login when empty
 * @param privateWebhooks whether webhooks may go to loopback and private addresses; for demonstrations only
 */
@ConfigurationProperties("throughcare.partners")
public record PartnerSettings(
        @DefaultValue("amqp://127.0.0.1:5672/partners") String brokerUri,
        @DefaultValue("rabbitmq") String provisioning,
        @DefaultValue("http://127.0.0.1:15672") String managementUrl,
        @DefaultValue("http://127.0.0.1:8080/api/referral") String publicUri,
        @DefaultValue("") String partnerBrokerAddress,
        @DefaultValue("false") boolean privateWebhooks) {

    public PartnerSettings {
        TrueSecret.inAddress("RABBITMQ_PARTNERS_URI (throughcare.partners.broker-uri)", brokerUri);
        publicUri = publicUri.endsWith("/") ? publicUri.substring(0, publicUri.length() - 1) : publicUri;
    }

    /** The AMQP URI that partners connect to, without a login. */
    public String addressForPartners() {
        if (!partnerBrokerAddress.isBlank()) {
            return partnerBrokerAddress;
        }
        URI uri = URI.create(brokerUri);
        int port = uri.getPort() < 0 ? uri.getScheme().equals("amqps") ? 5671 : 5672 : uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + ":" + port + uri.getRawPath();
    }

    /** Without what the URI carries. */
    @Override
    public String toString() {
        return "PartnerSettings[" + addressForPartners() + "]";
    }
}
