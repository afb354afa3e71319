package org.throughcare.scheduling.known;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A case's team and level of care as last announced.
 *
 * @param care null while the participant's risk was never stratified
 */
public record KnownCase(
        String participant,
        List<String> programmes,
        @Nullable String site,
        @Nullable String staffingModel,
        @Nullable String primary,
        List<Member> team,
        @Nullable Handover handover,
        @Nullable Care care,
        @Nullable String state) {

    public record Member(String staff, @Nullable LocalDate until) {}

    /** @param to who takes over, once that is known */
    public record Handover(String id, @Nullable String to, String state) {
        /** Once it is accepted, the one who took over is the primary provider. */
        boolean underWay() {
            return "OPEN".equals(state) || "LATE".equals(state);
        }
    }

    /**
     * How closely the case is accompanied (H5).
     *
     * @param meetEveryDays longest time between meetings, in calendar days; null leaves it to the programmes' rhythms
     * @param since the first day of this level
     */
    public record Care(
            @Nullable Integer meetEveryDays, @Nullable LocalDate since) {}

    public KnownCase {
        programmes = programmes == null ? List.of() : List.copyOf(programmes);
        team = team == null ? List.of() : List.copyOf(team);
    }

    /** Who keeps contact outside (L7): the one who takes over where staff hand over, the primary provider elsewhere. */
    public Optional<String> whoMeetsOutside() {
        if ("TRANSITION".equals(staffingModel) && handover != null && handover.underWay()) {
            String to = handover.to();
            if (to != null) {
                return Optional.of(to);
            }
        }
        return Optional.ofNullable(primary);
    }

    /** The level of care, where it asks for meetings of its own; a closed case asks for none. */
    public Optional<Care> careThatAsks() {
        return Optional.ofNullable(care).filter(c -> c.meetEveryDays() != null && !"CLOSED".equals(state));
    }

    /** Whether this person still works on the case. */
    public boolean onTheTeam(String staff) {
        return staff.equals(primary)
                || (handover != null && staff.equals(handover.to()))
                || team.stream().anyMatch(m -> m.staff().equals(staff) && m.until() == null);
    }
}
