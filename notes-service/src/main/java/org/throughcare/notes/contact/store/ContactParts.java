package org.throughcare.notes.contact.store;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.notes.contact.ContactLedger;
import org.throughcare.notes.contact.ContactLedgerSnapshot;
import org.throughcare.notes.contact.ContactsDue;
import org.throughcare.notes.contact.KeepingTheLedger;
import org.throughcare.notes.contact.LedgerEvent;
import org.throughcare.notes.contact.OwingContact;
import org.throughcare.notes.known.Known;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.tenancy.GranteeDatabasePreparation;
import org.throughcare.platform.tenancy.TenantDatabases;

@Configuration(proxyBeanMethods = false)
class ContactParts {

    static final AggregateType<ContactLedger> TYPE = AggregateType.named(
                    "contact-ledger", ContactLedger.class, LedgerEvent.class)
            .announcing(ContactLedgerSnapshot.class, ContactLedgerSnapshot::of)
            .aboutParticipant(ContactLedger::participant)
            .atSite(ledger -> ledger.terms().site())
            .withDeadline(ContactLedger::nextVisit, ContactLedger::visit)
            .build();

    @Bean
    Aggregates<ContactLedger> contactLedgers(AggregateStores stores) {
        return stores.of(TYPE);
    }

    @Bean
    OwingContact owingContact(Known known) {
        return new OwingContact(known);
    }

    @Bean
    KeepingTheLedger keepingTheLedger(Aggregates<ContactLedger> ledgers, OwingContact owing, InstantSource clock) {
        return new KeepingTheLedger(ledgers, owing, clock);
    }

    @Bean
    ContactsDue contactsDue(TenantDatabases databases) {
        return new StoredContactsDue(databases);
    }

    @Bean
    GranteeDatabasePreparation contactsDueIndexes() {
        return (database, journal) -> StoredContactsDue.prepare(database);
    }
}
