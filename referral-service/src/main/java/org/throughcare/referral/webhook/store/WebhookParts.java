package org.throughcare.referral.webhook.store;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.cipher.FieldCipher;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.referral.delivery.wire.PartnerEvents;
import org.throughcare.referral.delivery.wire.PartnerSettings;
import org.throughcare.referral.webhook.PublicAddresses;
import org.throughcare.referral.webhook.WebhookEndpoint;
import org.throughcare.referral.webhook.WebhookSecrets;
import org.throughcare.referral.webhook.http.WebhookRoute;

@Configuration(proxyBeanMethods = false)
class WebhookParts {

    static final AggregateType<WebhookEndpoint> TYPE = AggregateType.named(
                    "webhook-endpoint", WebhookEndpoint.class, WebhookEndpoint.WebhookEvent.class)
            .build();

    @Bean
    Aggregates<WebhookEndpoint> webhookEndpoints(AggregateStores stores) {
        return stores.of(TYPE);
    }

    @Bean
    WebhookSecrets webhookSecrets(FieldCipher cipher) {
        return new WebhookSecrets(cipher);
    }

    @Bean
    PublicAddresses publicAddresses(PartnerSettings settings) {
        return new PublicAddresses(settings.privateWebhooks());
    }

    @Bean(destroyMethod = "close")
    WebhookRoute webhookRoute(
            Aggregates<WebhookEndpoint> endpoints,
            WebhookSecrets secrets,
            PublicAddresses addresses,
            PartnerEvents events) {
        return new WebhookRoute(endpoints, secrets, addresses, events, InstantSource.system());
    }
}
