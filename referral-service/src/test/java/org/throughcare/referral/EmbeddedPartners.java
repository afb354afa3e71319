package org.throughcare.referral;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.throughcare.referral.delivery.PartnerAddress;
import org.throughcare.referral.delivery.PartnerProvisioning;
import org.throughcare.testing.TestParts;

/** The service on the embedded broker, which makes partners' users itself. */
@TestConfiguration(proxyBeanMethods = false)
@Import(ReferralApplication.class)
class EmbeddedPartners {

    @Bean
    PartnerProvisioning embeddedProvisioning() {
        return new PartnerProvisioning() {
            @Override
            public void provision(PartnerAddress partner, String password) {
                TestParts.embeddedBroker()
                        .provisionPartner(
                                partner.user(), password, partner.queue(), PartnerAddress.INBOX, partner.keyPrefix());
            }

            @Override
            public void withdraw(PartnerAddress partner) {
                TestParts.embeddedBroker().removePartner(partner.user());
            }
        };
    }
}
