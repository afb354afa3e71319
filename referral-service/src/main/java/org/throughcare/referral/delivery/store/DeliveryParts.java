package org.throughcare.referral.delivery.store;

import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.tenancy.Grantees;
import org.throughcare.referral.delivery.DeliveringADisclosure;
import org.throughcare.referral.delivery.PartnerProvisioning;
import org.throughcare.referral.delivery.PartnerRoute;
import org.throughcare.referral.delivery.amqp.PartnerBroker;
import org.throughcare.referral.delivery.amqp.QueueRoute;
import org.throughcare.referral.delivery.amqp.RabbitPartnerProvisioning;
import org.throughcare.referral.delivery.rounds.DeliveryRounds;
import org.throughcare.referral.delivery.wire.PartnerEvents;
import org.throughcare.referral.delivery.wire.PartnerSettings;
import org.throughcare.referral.directory.Partner;
import org.throughcare.referral.disclosure.Disclosure;
import org.throughcare.referral.disclosure.Disclosures;
import org.throughcare.referral.known.Releases;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PartnerSettings.class)
class DeliveryParts {

    @Bean
    PartnerBroker partnerBroker(PartnerSettings settings) {
        return new PartnerBroker(settings.brokerUri());
    }

    @Bean
    PartnerEvents partnerEvents(PartnerSettings settings) {
        return new PartnerEvents(settings.publicUri());
    }

    @Bean(destroyMethod = "close")
    QueueRoute queueRoute(PartnerBroker broker, PartnerEvents events) {
        return new QueueRoute(broker, events);
    }

    /** Another broker brings its own bean, known before this configuration is read, or says {@code own} here. */
    @Bean
    @ConditionalOnMissingBean(PartnerProvisioning.class)
    @ConditionalOnProperty(name = "throughcare.partners.provisioning", havingValue = "rabbitmq", matchIfMissing = true)
    PartnerProvisioning rabbitPartnerProvisioning(PartnerSettings settings, PartnerBroker broker) {
        return new RabbitPartnerProvisioning(settings, broker);
    }

    @Bean
    DeliveringADisclosure deliveringADisclosure(
            Aggregates<Disclosure> disclosures,
            Disclosures kept,
            Aggregates<Partner> partners,
            Releases releases,
            List<PartnerRoute> routes) {
        return new DeliveringADisclosure(disclosures, kept, partners, releases, routes, InstantSource.system());
    }

    @Bean
    DeliveryRounds deliveryRounds(Grantees grantees, Disclosures disclosures, DeliveringADisclosure delivering) {
        return new DeliveryRounds(grantees, disclosures, delivering, InstantSource.system());
    }
}
