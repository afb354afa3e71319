package org.throughcare.referral.subject.store;

import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.audit.ReadsOnRecord;
import org.throughcare.platform.person.PersonIds;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.subject.StoredShelf;
import org.throughcare.platform.subject.SubjectAccessController;
import org.throughcare.platform.subject.SubjectAccessDoor;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.referral.directory.Partner;
import org.throughcare.referral.disclosure.Disclosure;
import org.throughcare.referral.inbox.KeptMessages;
import org.throughcare.referral.known.People;
import org.throughcare.referral.money.Budget;
import org.throughcare.referral.need.UnmetNeed;
import org.throughcare.referral.referral.Backgrounds;
import org.throughcare.referral.referral.Referral;
import org.throughcare.referral.referral.Remarks;
import org.throughcare.referral.subject.GatheringReferrals;

@Configuration(proxyBeanMethods = false)
class SubjectParts {

    @Bean
    GatheringReferrals gatheringReferrals(
            Aggregates<Referral> referrals,
            Aggregates<Disclosure> disclosures,
            Aggregates<UnmetNeed> needs,
            Aggregates<Budget> budgets,
            Aggregates<Partner> partners,
            KeptMessages messages,
            Backgrounds backgrounds,
            Remarks remarks,
            ReadsOnRecord reads,
            BusinessClock clock) {
        return new GatheringReferrals(
                new GatheringReferrals.Shelves(
                        StoredShelf.about(referrals),
                        StoredShelf.about(disclosures),
                        StoredShelf.about(needs),
                        StoredShelf.naming(budgets, "lines.participant")),
                new KeptPartnersWords(messages),
                id -> partners.find(id.toString()).map(found -> found.state().name()),
                backgrounds,
                remarks,
                reads,
                clock);
    }

    @Bean
    SubjectAccessController subjectAccess(
            SubjectAccessDoor door, People people, PersonIds persons, GatheringReferrals gathering) {
        return new SubjectAccessController(
                door, id -> people.participant(UUID.fromString(id)).isPresent(), persons::allOf, gathering::gather);
    }
}
