package org.throughcare.referral.inbox.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.cipher.FieldCipher;
import org.throughcare.platform.tenancy.Grantees;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.referral.delivery.amqp.PartnerBroker;
import org.throughcare.referral.inbox.KeptMessages;
import org.throughcare.referral.inbox.TakingAPartnersWord;

@Configuration(proxyBeanMethods = false)
class PartnerInboxParts {

    @Bean
    PartnerMessageHandling partnerMessageHandling(
            Grantees grantees, FieldCipher cipher, TakingAPartnersWord taking, KeptMessages kept, BusinessClock clock) {
        return new PartnerMessageHandling(grantees, new PartnerMessageReading(cipher), taking, kept, clock);
    }

    @Bean
    PartnerInbox partnerInbox(PartnerBroker broker, PartnerMessageHandling handling) {
        return new PartnerInbox(broker, handling);
    }
}
