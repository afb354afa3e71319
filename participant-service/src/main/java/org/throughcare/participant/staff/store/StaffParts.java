package org.throughcare.participant.staff.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.staff.ClearingForJail;
import org.throughcare.participant.staff.JoiningTheStaff;
import org.throughcare.participant.staff.StaffEvent;
import org.throughcare.participant.staff.StaffMember;
import org.throughcare.participant.staff.StaffMemberSnapshot;
import org.throughcare.participant.staff.WithdrawingADeparture;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.security.StaffDirectory;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

@Configuration
class StaffParts {

    static final AggregateType<StaffMember> TYPE = AggregateType.named(
                    "staff-member", StaffMember.class, StaffEvent.class)
            .announcing(StaffMemberSnapshot.class, StaffMemberSnapshot::of)
            .withDeadline(StaffMember::dueAt, StaffMember::visit)
            .indexed("sites")
            .build();

    @Bean
    Aggregates<StaffMember> staffMembers(AggregateStores stores) {
        return stores.of(TYPE);
    }

    @Bean
    StaffDirectory staffDirectory(Aggregates<StaffMember> staff) {
        return new OwnStaffDirectory(staff);
    }

    @Bean
    JoiningTheStaff joiningTheStaff(Aggregates<StaffMember> staff, BusinessClock clock) {
        return new JoiningTheStaff(staff, clock);
    }

    @Bean
    WithdrawingADeparture withdrawingADeparture(Aggregates<StaffMember> staff) {
        return new WithdrawingADeparture(staff);
    }

    @Bean
    ClearingForJail clearingForJail(Aggregates<StaffMember> staff, BusinessClock clock) {
        return new ClearingForJail(staff, clock);
    }
}
