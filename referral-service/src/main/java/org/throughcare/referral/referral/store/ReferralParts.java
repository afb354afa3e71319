package org.throughcare.referral.referral.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.cipher.FieldCipher;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.referral.directory.Partner;
import org.throughcare.referral.directory.ServiceListing;
import org.throughcare.referral.known.People;
import org.throughcare.referral.known.Releases;
import org.throughcare.referral.referral.AnsweringAReferral;
import org.throughcare.referral.referral.Backgrounds;
import org.throughcare.referral.referral.CaseManagers;
import org.throughcare.referral.referral.DraftingAReferral;
import org.throughcare.referral.referral.FollowingTheRelease;
import org.throughcare.referral.referral.Referral;
import org.throughcare.referral.referral.ReferralEvent;
import org.throughcare.referral.referral.ReferralSnapshot;
import org.throughcare.referral.referral.Remarks;
import org.throughcare.referral.referral.SendingAReferral;
import org.throughcare.referral.referral.StoppingTheFlow;
import org.throughcare.referral.referral.WithdrawingAReferral;

@Configuration(proxyBeanMethods = false)
class ReferralParts {

    static final AggregateType<Referral> TYPE = AggregateType.named("referral", Referral.class, ReferralEvent.class)
            .announcing(ReferralSnapshot.class, ReferralSnapshot::of)
            .aboutParticipant(referral -> referral.asked().participant().toString())
            .atSite(referral -> referral.asked().site().toString())
            .indexed("asked.participant")
            .indexed("asked.partner")
            .indexed("consent")
            .build();

    @Bean
    Aggregates<Referral> referrals(AggregateStores stores) {
        return stores.of(TYPE);
    }

    @Bean
    CaseManagers caseManagers(People people) {
        return new CaseManagers(people);
    }

    @Bean
    Backgrounds backgrounds(FieldCipher cipher) {
        return new Backgrounds(cipher);
    }

    @Bean
    Remarks remarks(FieldCipher cipher) {
        return new Remarks(cipher);
    }

    @Bean
    DraftingAReferral draftingAReferral(
            Aggregates<Referral> referrals,
            Aggregates<Partner> partners,
            Aggregates<ServiceListing> listings,
            People people,
            BusinessClock clock) {
        return new DraftingAReferral(referrals, partners, listings, people, clock);
    }

    @Bean
    SendingAReferral sendingAReferral(
            Aggregates<Referral> referrals, Aggregates<Partner> partners, Releases releases, BusinessClock clock) {
        return new SendingAReferral(referrals, partners, releases, clock);
    }

    @Bean
    AnsweringAReferral answeringAReferral(
            Aggregates<Referral> referrals, CaseManagers caseManagers, Remarks remarks, BusinessClock clock) {
        return new AnsweringAReferral(referrals, caseManagers, remarks, clock);
    }

    @Bean
    WithdrawingAReferral withdrawingAReferral(
            Aggregates<Referral> referrals, CaseManagers caseManagers, Remarks remarks, BusinessClock clock) {
        return new WithdrawingAReferral(referrals, caseManagers, remarks, clock);
    }

    @Bean
    FollowingTheRelease followingTheRelease(Aggregates<Referral> referrals, People people, BusinessClock clock) {
        return new FollowingTheRelease(referrals, people, clock);
    }

    @Bean
    StoppingTheFlow stoppingTheFlow(
            Aggregates<Referral> referrals, CaseManagers caseManagers, Releases releases, BusinessClock clock) {
        return new StoppingTheFlow(referrals, caseManagers, releases, clock);
    }
}
