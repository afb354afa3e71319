package org.throughcare.participant.staff.store;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.throughcare.participant.staff.StaffMember;
import org.throughcare.platform.security.StaffDirectory;
import org.throughcare.platform.store.Aggregates;

/** The owner's own answer to who works here: no copy, so never late. */
final class OwnStaffDirectory implements StaffDirectory {

    private final Aggregates<StaffMember> staff;

    OwnStaffDirectory(Aggregates<StaffMember> staff) {
        this.staff = staff;
    }

    @Override
    public Optional<StaffCard> find(String staffId) {
        return staff.find(staffId).map(stored -> {
            StaffMember member = stored.state();
            return new StaffCard(
                    member.name(),
                    member.role(),
                    member.sites().stream().map(UUID::toString).collect(Collectors.toUnmodifiableSet()),
                    member.active());
        });
    }
}
