package org.throughcare.referral.webhook.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.referral.delivery.PartnerMessage;
import org.throughcare.referral.delivery.PartnerRoute;
import org.throughcare.referral.delivery.wire.PartnerEvents;
import org.throughcare.referral.directory.Partner;
import org.throughcare.referral.webhook.PublicAddresses;
import org.throughcare.referral.webhook.WebhookEndpoint;
import org.throughcare.referral.webhook.WebhookSecrets;

/** Posts a partner's messages to its endpoint, signed as Standard Webhooks asks; follows no redirect. */
public final class WebhookRoute implements PartnerRoute, AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int GONE = 410;

    private final Aggregates<WebhookEndpoint> endpoints;
    private final WebhookSecrets secrets;
    private final PublicAddresses addresses;
    private final PartnerEvents events;
    private final InstantSource clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    public WebhookRoute(
            Aggregates<WebhookEndpoint> endpoints,
            WebhookSecrets secrets,
            PublicAddresses addresses,
            PartnerEvents events,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.addresses = addresses;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Partner.Delivery serves() {
        return Partner.Delivery.WEBHOOK;
    }

    @Override
    public Outcome deliver(PartnerMessage message) {
        Optional<WebhookEndpoint> endpoint =
                endpoints.find(message.partner().toString()).map(Stored::state);
        if (endpoint.isEmpty()) {
            return new Outcome.NotSent("the partner's webhook is not set");
        }
        return switch (addresses.look(endpoint.get().url())) {
            case FINE -> post(endpoint.get(), message);
            case UNKNOWN_HOST -> new Outcome.NotSent("the webhook's host is not known");
            case MALFORMED, INSIDE -> new Outcome.Impossible("the webhook's address is not a public one");
        };
    }

    private Outcome post(WebhookEndpoint endpoint, PartnerMessage message) {
        byte[] body = events.bytes(message);
        String id = message.id().toString();
        long timestamp = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint.url()))
                .timeout(ANSWER)
                .header("Content-Type", PartnerEvents.CONTENT_TYPE)
                .header("webhook-id", id)
                .header("webhook-timestamp", String.valueOf(timestamp))
                .header("webhook-signature", WebhookSecrets.signature(secrets.opened(endpoint), id, timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            int status = status(request);
            if (status == GONE) {
                return new Outcome.Impossible("the partner wants no more webhooks");
            }
            return status / 100 == 2
                    ? new Outcome.Confirmed()
                    : new Outcome.Unconfirmed("the partner's webhook answers " + status);
        } catch (ConnectException | HttpConnectTimeoutException unreached) {
            return new Outcome.NotSent("the partner's webhook cannot be reached");
        } catch (IOException broken) {
            return new Outcome.Unconfirmed("the partner's webhook did not answer");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Outcome.Unconfirmed("stopped before the partner answered");
        }
    }

    /** The body is not waited for: one without an end would hold up all that this partner is to be told. */
    private int status(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
