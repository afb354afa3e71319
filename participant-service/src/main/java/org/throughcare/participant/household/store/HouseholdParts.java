package org.throughcare.participant.household.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.enrolment.Residences;
import org.throughcare.participant.household.ChangingAHousehold;
import org.throughcare.participant.household.ClaimingMembership;
import org.throughcare.participant.household.Household;
import org.throughcare.participant.household.HouseholdEvent;
import org.throughcare.participant.household.HouseholdMembership;
import org.throughcare.participant.household.HouseholdSnapshot;
import org.throughcare.participant.household.JoiningAHousehold;
import org.throughcare.participant.household.LeavingAHousehold;
import org.throughcare.participant.household.OpeningAHousehold;
import org.throughcare.participant.household.PlanningAsAFamily;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.site.Site;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

@Configuration
class HouseholdParts {

    static final AggregateType<Household> TYPE = AggregateType.named("household", Household.class, HouseholdEvent.class)
            .announcing(HouseholdSnapshot.class, HouseholdSnapshot::of)
            .atSite(Household::site)
            .indexed("members.participant")
            .build();

    static final AggregateType<HouseholdMembership> MEMBERSHIPS = AggregateType.named(
                    "household-membership", HouseholdMembership.class, HouseholdMembership.MembershipEvent.class)
            .aboutParticipant(HouseholdMembership::participant)
            .build();

    @Bean
    Aggregates<Household> households(AggregateStores stores) {
        return stores.of(TYPE);
    }

    @Bean
    Aggregates<HouseholdMembership> householdMemberships(AggregateStores stores) {
        return stores.of(MEMBERSHIPS);
    }

    @Bean
    ClaimingMembership claimingMembership(
            Aggregates<HouseholdMembership> memberships,
            Aggregates<Household> households,
            Aliases aliases,
            BusinessClock clock) {
        return new ClaimingMembership(memberships, households, aliases, clock);
    }

    @Bean
    OpeningAHousehold openingAHousehold(
            Aggregates<Household> households,
            Aggregates<Site> sites,
            Residences residences,
            ClaimingMembership claiming,
            BusinessClock clock) {
        return new OpeningAHousehold(households, sites, residences, claiming, clock);
    }

    @Bean
    JoiningAHousehold joiningAHousehold(
            Aggregates<Household> households, Residences residences, ClaimingMembership claiming, BusinessClock clock) {
        return new JoiningAHousehold(households, residences, claiming, clock);
    }

    @Bean
    LeavingAHousehold leavingAHousehold(
            Aggregates<Household> households, ClaimingMembership claiming, BusinessClock clock) {
        return new LeavingAHousehold(households, claiming, clock);
    }

    @Bean
    ChangingAHousehold changingAHousehold(Aggregates<Household> households) {
        return new ChangingAHousehold(households);
    }

    @Bean
    PlanningAsAFamily planningAsAFamily(Aggregates<Household> households, BusinessClock clock) {
        return new PlanningAsAFamily(households, clock);
    }
}
