package org.throughcare.scheduling.known.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.person.PersonIds;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.CopyStores;
import org.throughcare.platform.web.OwnerClient;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.KnownCase;
import org.throughcare.scheduling.known.KnownCustody;
import org.throughcare.scheduling.known.KnownEnrolment;
import org.throughcare.scheduling.known.KnownNote;
import org.throughcare.scheduling.known.KnownParticipant;
import org.throughcare.scheduling.known.KnownPolicy;
import org.throughcare.scheduling.known.KnownSite;
import org.throughcare.scheduling.known.KnownStaff;

@Configuration(proxyBeanMethods = false)
class KnownParts {

    private static final String OWNER = "participant";

    @Bean
    Copies<KnownCustody> knownCustodies(CopyStores copies) {
        return copies.of(OWNER, "custody", KnownCustody.class);
    }

    @Bean
    Copies<KnownCase> knownCases(CopyStores copies) {
        return copies.of(OWNER, "case", KnownCase.class, "programmes");
    }

    @Bean
    Copies<KnownStaff> knownStaff(CopyStores copies) {
        return copies.of(OWNER, "staff-member", KnownStaff.class, "sites");
    }

    @Bean
    Copies<KnownSite> knownSites(CopyStores copies) {
        return copies.of(OWNER, "site", KnownSite.class);
    }

    @Bean
    Copies<KnownPolicy> knownPolicies(CopyStores copies) {
        return copies.of(OWNER, "programme-policy", KnownPolicy.class, "programme");
    }

    @Bean
    Copies<KnownEnrolment> knownEnrolments(CopyStores copies) {
        return copies.of(OWNER, "enrolment", KnownEnrolment.class);
    }

    @Bean
    Copies<KnownNote> knownNotes(CopyStores copies) {
        return copies.of("notes", "case-note", KnownNote.class);
    }

    @Bean
    Copies<KnownParticipant> knownParticipants(CopyStores copies) {
        return copies.of(OWNER, "participant", KnownParticipant.class, "caseNumber");
    }

    @Bean
    Known known(
            Copies<KnownCustody> custodies,
            Copies<KnownCase> cases,
            Copies<KnownStaff> staff,
            Copies<KnownSite> sites,
            Copies<KnownPolicy> policies,
            Copies<KnownEnrolment> enrolments,
            Copies<KnownNote> notes,
            Copies<KnownParticipant> participants,
            PersonIds persons,
            OwnerClient owners) {
        return new Known(
                new Known.Kept(custodies, cases, staff, sites, policies, enrolments, notes, participants),
                persons,
                owners);
    }

    @Bean
    Subscription<KnownSite> hearingSites(Copies<KnownSite> sites) {
        return Subscription.toState(OWNER, "site", KnownSite.class, sites);
    }
}
