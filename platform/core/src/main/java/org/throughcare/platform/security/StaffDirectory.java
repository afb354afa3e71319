package org.throughcare.platform.security;

import java.util.Optional;
import java.util.Set;

/** Role and sites of staff members of the grantee in scope. Owned by participant-service, copied by the others. */
public interface StaffDirectory {

    /** What a token's holder may be, as last announced. */
    record StaffCard(String name, Role role, Set<String> sites, boolean active) {

        public StaffCard {
            sites = Set.copyOf(sites);
        }
    }

    Optional<StaffCard> find(String staffId);

    /** As the owner has it at this moment: asked before anyone is refused on the strength of a copy. */
    default Optional<StaffCard> findAtOwner(String staffId) {
        return find(staffId);
    }
}
