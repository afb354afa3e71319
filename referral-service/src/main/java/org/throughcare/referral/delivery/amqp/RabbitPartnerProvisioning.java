package org.throughcare.referral.delivery.amqp;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriUtils;
import org.throughcare.platform.json.Json;
import org.throughcare.referral.delivery.PartnerAddress;
import org.throughcare.referral.delivery.PartnerProvisioning;
import org.throughcare.referral.delivery.wire.PartnerSettings;

/** Makes partners' users by RabbitMQ's management API. */
public final class RabbitPartnerProvisioning implements PartnerProvisioning {

    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final String base;
    private final RestClient client;
    private final PartnerBroker broker;

    public RabbitPartnerProvisioning(PartnerSettings settings, PartnerBroker broker) {
        this.broker = broker;
        this.base = withoutLogin(settings.managementUrl());
        String[] login = login(settings.brokerUri());
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                // The management API drops the connection when asked to go over to HTTP/2.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build());
        requests.setReadTimeout(ANSWER);
        this.client = RestClient.builder()
                .requestFactory(requests)
                .defaultHeaders(headers -> headers.setBasicAuth(login[0], login[1]))
                .build();
    }

    /** The address may carry a login, as administrators write it; Java's client takes none there. */
    private static String withoutLogin(String address) {
        return address.replaceFirst("//[^/@]*@", "//").replaceFirst("/+$", "");
    }

    private static String[] login(String brokerUri) {
        String info = URI.create(brokerUri).getRawUserInfo();
        String[] parts = info == null ? new String[] {"guest", "guest"} : info.split(":", 2);
        return new String[] {
            UriUtils.decode(parts[0], StandardCharsets.UTF_8),
            parts.length < 2 ? "" : UriUtils.decode(parts[1], StandardCharsets.UTF_8)
        };
    }

    @Override
    public void provision(PartnerAddress partner, String password) {
        declare(partner);
        put("users", Map.of("password", password, "tags", ""), partner.user());
        String mine = "^" + partner.queue().replace(".", "\\.") + "$";
        put(
                "permissions",
                Map.of("configure", "^$", "write", "^" + PartnerAddress.INBOX + "$", "read", mine),
                PartnerAddress.VIRTUAL_HOST,
                partner.user());
        put(
                "topic-permissions",
                Map.of(
                        "exchange",
                        PartnerAddress.INBOX,
                        "write",
                        "^" + partner.keyPrefix().replace(".", "\\.") + "\\..+$",
                        "read",
                        "^$"),
                PartnerAddress.VIRTUAL_HOST,
                partner.user());
    }

    @Override
    public void withdraw(PartnerAddress partner) {
        send(() -> client.delete().uri(uri("users", partner.user())).retrieve().toBodilessEntity());
        send(() -> client.delete()
                .uri(uri("connections/username", partner.user()))
                .retrieve()
                .toBodilessEntity());
    }

    private void declare(PartnerAddress partner) {
        try {
            Connection connection = broker.connect("provisioning");
            try (Channel channel = connection.createChannel()) {
                PartnerBroker.declareQueue(channel, partner.queue(), PartnerAddress.EVENTS, partner.keyPrefix() + ".*");
            } finally {
                connection.abort(1_000);
            }
        } catch (IOException | TimeoutException away) {
            throw new ProvisioningAway("The partners' broker does not answer.", away);
        }
    }

    private void put(String what, Map<String, String> body, String... path) {
        send(() -> client.put()
                .uri(uri(what, path))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.mapper().writeValueAsString(body))
                .retrieve()
                .toBodilessEntity());
    }

    private static void send(Runnable request) {
        try {
            request.run();
        } catch (org.springframework.web.client.HttpClientErrorException refused) {
            HttpStatusCode status = refused.getStatusCode();
            if (status.value() != 404) {
                throw new ProvisioningAway("The broker's administration answers " + status.value() + ".", refused);
            }
        } catch (RestClientException away) {
            throw new ProvisioningAway("The broker's administration does not answer.", away);
        }
    }

    private URI uri(String what, String... path) {
        StringBuilder uri = new StringBuilder(base).append("/api/").append(what);
        for (String each : path) {
            uri.append('/').append(UriUtils.encodePathSegment(each, StandardCharsets.UTF_8));
        }
        return URI.create(uri.toString());
    }
}
