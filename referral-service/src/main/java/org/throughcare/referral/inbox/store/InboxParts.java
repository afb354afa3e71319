package org.throughcare.referral.inbox.store;

import io.micrometer.core.instrument.MeterRegistry;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.cipher.FieldCipher;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.tenancy.GranteeDatabasePreparation;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.referral.directory.Partner;
import org.throughcare.referral.inbox.KeptMessages;
import org.throughcare.referral.inbox.TakingAPartnersWord;
import org.throughcare.referral.referral.AnsweringAReferral;
import org.throughcare.referral.referral.Referral;

@Configuration(proxyBeanMethods = false)
class InboxParts {

    @Bean
    KeptMessages keptMessages(TenantDatabases databases, FieldCipher cipher, MeterRegistry meters) {
        return new StoredKeptMessages(databases, cipher, meters);
    }

    @Bean
    GranteeDatabasePreparation keptMessagesPreparation() {
        return (database, journal) ->
                database.getCollection(StoredKeptMessages.COLLECTION).createIndex(new Document("at", 1));
    }

    @Bean
    TakingAPartnersWord takingAPartnersWord(
            Aggregates<Partner> partners,
            Aggregates<Referral> referrals,
            AnsweringAReferral answering,
            BusinessClock clock) {
        return new TakingAPartnersWord(partners, referrals, answering, clock);
    }
}
