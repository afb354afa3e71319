package org.throughcare.platform.security;

import java.util.Set;
import org.throughcare.platform.aggregate.Actor;

/**
 * Who is calling, as far as this service trusts it: the token says who and which grantee, the staff member's record says
 * role and sites.
 *
 * @param id staff member's, partner's or client's id
 * @param sites the sites a staff member works at; empty for partners and the suite itself
 */
public record Caller(String grantee, Role role, String id, String name, Set<String> sites) {

    public Caller {
        sites = Set.copyOf(sites);
    }

    public Actor actor() {
        return switch (role) {
            case PARTNER_STAFF -> Actor.partner(id);
            case SYSTEM -> Actor.system(id);
            default -> Actor.staff(id);
        };
    }

    public boolean is(Role... any) {
        for (Role each : any) {
            if (each == role) {
                return true;
            }
        }
        return false;
    }
}
