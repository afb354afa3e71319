package org.throughcare.participant.reports.hud.store;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.enrolment.Residences;
import org.throughcare.participant.reports.hud.HudSources;
import org.throughcare.participant.reports.hud.ImportingARoster;
import org.throughcare.participant.reports.hud.ResidentRoster;
import org.throughcare.participant.reports.store.ContactDays;
import org.throughcare.participant.reports.store.CopyPages;
import org.throughcare.participant.site.Site;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.CopyStores;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.time.BusinessClock;

@Configuration
class HudParts {

    private static final String SELF = "participant";

    /** Announced to nobody: who lives where is the housing authority's to say. */
    static final AggregateType<ResidentRoster> TYPE = AggregateType.named(
                    "resident-roster", ResidentRoster.class, ResidentRoster.RosterEvent.class)
            .atSite(ResidentRoster::site)
            .unique("site", "on")
            .indexed("residents.participant")
            .build();

    /** What the measure wants to know of an assessment. */
    record AssessmentCopy(@Nullable LocalDate completedOn) {}

    /** Nothing but that there is a plan; since when says the event. */
    record PlanCopy() {}

    @Bean
    Aggregates<ResidentRoster> residentRosters(AggregateStores stores) {
        return stores.of(TYPE);
    }

    @Bean
    ImportingARoster importingARoster(Aggregates<ResidentRoster> rosters, Aggregates<Site> sites, BusinessClock clock) {
        return new ImportingARoster(rosters, sites, clock);
    }

    @Bean
    CareDays careDays(TenantDatabases databases) {
        return new CareDays(databases);
    }

    @Bean
    Copies<CopiedHudSources.HouseholdCopy> hudHouseholds(CopyStores stores) {
        return stores.of(SELF, "household", CopiedHudSources.HouseholdCopy.class);
    }

    @Bean
    Subscription<CopiedHudSources.HouseholdCopy> hudHearsHouseholds(Copies<CopiedHudSources.HouseholdCopy> copies) {
        return Subscription.toState(SELF, "household", CopiedHudSources.HouseholdCopy.class, copies);
    }

    @Bean
    HudSources hudSources(Aggregates<ResidentRoster> rosters, CopyPages copies, CareDays care, ContactDays contacts) {
        return new CopiedHudSources(rosters, copies, care, contacts);
    }

    /** Any news of a plan says that there was one by then; the earliest is of its start. */
    @Bean
    Subscription<PlanCopy> hudHearsPlans(CareDays days, Residences residences) {
        return new Subscription<>(
                SELF,
                "plan",
                PlanCopy.class,
                null,
                Set.of(),
                (copy, heard) -> residences
                        .of(copy.id())
                        .ifPresent(home -> days.planned(
                                copy.id(), heard.time().atZone(home.zone()).toLocalDate())));
    }

    @Bean
    Subscription<AssessmentCopy> hudHearsAssessments(CareDays days) {
        return new Subscription<>(SELF, "assessment", AssessmentCopy.class, null, Set.of(), (copy, heard) -> {
            LocalDate on = copy.snapshot().completedOn();
            if (on != null) {
                days.assessed(copy.id(), on);
            }
        });
    }
}
