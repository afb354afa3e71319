package org.throughcare.referral.known;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who works with the person, as last announced.
 *
 * @param primary the one provider who is primarily responsible (C6)
 */
public record KnownCase(
        String participant,
        @Nullable String site,
        List<String> sites,
        @Nullable String primary,
        List<TeamMember> team,
        @Nullable String state) {

    /** One of the team. */
    public record TeamMember(
            String staff, @Nullable String role, @Nullable String setting) {}

    public KnownCase {
        sites = sites == null ? List.of() : List.copyOf(sites);
        team = team == null ? List.of() : List.copyOf(team);
    }
}
