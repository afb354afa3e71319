package org.throughcare.allinone;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.throughcare.embedded.EmbeddedBroker;
import org.throughcare.referral.delivery.PartnerAddress;
import org.throughcare.referral.delivery.PartnerProvisioning;

/** Gives partners their users at the broker in this JVM. */
final class EmbeddedProvisioning
        implements PartnerProvisioning, ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final EmbeddedBroker broker;

    EmbeddedProvisioning(EmbeddedBroker broker) {
        this.broker = broker;
    }

    @Override
    public void initialize(ConfigurableApplicationContext referral) {
        referral.getBeanFactory().registerSingleton("embeddedProvisioning", this);
    }

    @Override
    public void provision(PartnerAddress partner, String password) {
        broker.provisionPartner(partner.user(), password, partner.queue(), PartnerAddress.INBOX, partner.keyPrefix());
    }

    @Override
    public void withdraw(PartnerAddress partner) {
        broker.removePartner(partner.user());
    }
}
