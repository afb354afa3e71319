package org.throughcare.participant.reports.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;
import org.throughcare.participant.enrolment.Residences;
import org.throughcare.participant.reports.PreparingPerformance;
import org.throughcare.participant.reports.ReportSources;
import org.throughcare.participant.site.Site;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.CopyStores;
import org.throughcare.platform.tenancy.Grantees;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.time.BusinessClock;

/** Reports hear this service's own announcements, as anybody could, and the notes'. */
@Configuration
class ReportHearing {

    private static final String SELF = "participant";

    /** What reports want to know of a note. */
    record ContactCopy(
            @Nullable String participant,
            @Nullable String counts,
            @Nullable String method,
            @Nullable Instant occurredAt) {}

    @Bean
    Copies<Heard.SiteCopy> reportSites(CopyStores stores) {
        return stores.of(SELF, "site", Heard.SiteCopy.class, "active");
    }

    @Bean
    Copies<Heard.PersonCopy> reportPeople(CopyStores stores) {
        return stores.of(SELF, "participant", Heard.PersonCopy.class, "site");
    }

    @Bean
    Copies<Heard.CaseCopy> reportCases(CopyStores stores) {
        return stores.of(SELF, "case", Heard.CaseCopy.class, "site");
    }

    @Bean
    Copies<Heard.CustodyCopy> reportCustodies(CopyStores stores) {
        return stores.of(SELF, "custody", Heard.CustodyCopy.class, "site");
    }

    @Bean
    Copies<EnrolmentSnapshot> reportEnrolments(CopyStores stores) {
        return stores.of(SELF, "enrolment", EnrolmentSnapshot.class, "site");
    }

    @Bean
    Copies<Heard.StaffCopy> reportStaff(CopyStores stores) {
        return stores.of(SELF, "staff-member", Heard.StaffCopy.class, "sites");
    }

    @Bean
    ContactDays contactDays(TenantDatabases databases) {
        return new ContactDays(databases);
    }

    @Bean
    CopyPages copyPages(TenantDatabases databases) {
        return new CopyPages(databases);
    }

    @Bean
    Copies<Heard.PlanCopy> reportPlans(CopyStores stores) {
        return stores.of(SELF, "plan", Heard.PlanCopy.class, "site");
    }

    @Bean
    Copies<Heard.ConsentCopy> reportConsents(CopyStores stores) {
        return stores.of(SELF, "consent", Heard.ConsentCopy.class);
    }

    @Bean
    ReportSources reportSources(
            Aggregates<Site> opened,
            Copies<Heard.SiteCopy> sites,
            Copies<Heard.StaffCopy> staff,
            CopyPages copies,
            ContactDays contactDays) {
        return new CopiedSources(opened, sites, staff, copies, contactDays);
    }

    @Bean
    PreparingPerformance preparingPerformance(
            ReportSources sources,
            TenantDatabases databases,
            BusinessClock clock,
            @Value("${throughcare.reports.large-site-from:500}") int largeFrom) {
        return new PreparingPerformance(sources, new StoredPerformance(databases), clock, largeFrom);
    }

    @Bean
    PreparationRounds preparationRounds(Grantees grantees, PreparingPerformance preparing) {
        return new PreparationRounds(grantees, preparing);
    }

    @Bean
    Subscription<Heard.SiteCopy> reportsHearSites(Copies<Heard.SiteCopy> copies) {
        return Subscription.toState(SELF, "site", Heard.SiteCopy.class, copies);
    }

    @Bean
    Subscription<Heard.PersonCopy> reportsHearPeople(Copies<Heard.PersonCopy> copies) {
        return Subscription.toState(SELF, "participant", Heard.PersonCopy.class, copies);
    }

    @Bean
    Subscription<Heard.CaseCopy> reportsHearCases(Copies<Heard.CaseCopy> copies) {
        return Subscription.toState(SELF, "case", Heard.CaseCopy.class, copies);
    }

    @Bean
    Subscription<Heard.CustodyCopy> reportsHearCustodies(Copies<Heard.CustodyCopy> copies) {
        return Subscription.toState(SELF, "custody", Heard.CustodyCopy.class, copies);
    }

    @Bean
    Subscription<EnrolmentSnapshot> reportsHearEnrolments(Copies<EnrolmentSnapshot> copies) {
        return Subscription.toState(SELF, "enrolment", EnrolmentSnapshot.class, copies);
    }

    @Bean
    Subscription<Heard.StaffCopy> reportsHearStaff(Copies<Heard.StaffCopy> copies) {
        return Subscription.toState(SELF, "staff-member", Heard.StaffCopy.class, copies);
    }

    @Bean
    Subscription<Heard.PlanCopy> reportsHearPlans(Copies<Heard.PlanCopy> copies) {
        return Subscription.toState(SELF, "plan", Heard.PlanCopy.class, copies);
    }

    @Bean
    Subscription<Heard.ConsentCopy> reportsHearConsents(Copies<Heard.ConsentCopy> copies) {
        return Subscription.toState(SELF, "consent", Heard.ConsentCopy.class, copies);
    }

    /** Days are a set, so late or doubled news does no harm, and no copy is kept. */
    @Bean
    Subscription<ContactCopy> reportsHearContacts(ContactDays days, Residences residences) {
        return new Subscription<>("notes", "case-note", ContactCopy.class, null, Set.of(), (copy, heard) -> {
            String participant = copy.snapshot().participant();
            Instant at = copy.snapshot().occurredAt();
            if (participant != null
                    && at != null
                    && "CONTACT".equals(copy.snapshot().counts())) {
                Optional<ZoneId> zone = residences.of(participant).map(Residences.Residence::zone);
                zone.ifPresent(z -> days.add(
                        participant, LocalDate.ofInstant(at, z), copy.snapshot().method()));
            }
        });
    }
}
