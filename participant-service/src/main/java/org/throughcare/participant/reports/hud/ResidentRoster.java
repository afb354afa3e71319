package org.throughcare.participant.reports.hud;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Refusal;

/**
 * The original assisted residents of a site as the housing authority lists them on a day (H2). They are the total that nobody in or
 * not in case management can exceed.
 *
 * <p>Life: imported as a whole; imported again as a whole when the list was wrong, by someone who says which revision they looked
 * at. A later list is another roster. For a quarter the latest one of a day up to the quarter's end counts.
 *
 * @param on the day for which the list holds
 */
public record ResidentRoster(String id, String site, LocalDate on, List<Resident> residents) {

    /**
     * @param id the housing authority's
     * @param participant null for somebody who is not linked to a participant
     */
    public record Resident(String id, @Nullable String participant) {}

    /** What can happen to a roster. */
    public sealed interface RosterEvent extends Happened {

        record ResidentRosterImported(LocalDate on, int residents) implements RosterEvent {}
    }

    private static final String RULE = "H2";

    public ResidentRoster {
        residents = List.copyOf(residents);
    }

    static Decision<ResidentRoster> take(ResidentRoster roster, LocalDate today) {
        if (roster.on().isAfter(today)) {
            return Decision.refuse(Refusal.invalid(RULE, "on", "A roster is of a day that has come."));
        }
        Set<String> seen = new HashSet<>();
        Optional<String> twice = roster.residents().stream()
                .map(Resident::id)
                .filter(id -> !seen.add(id))
                .findFirst();
        return twice.isPresent()
                ? Decision.refuse(
                        Refusal.invalid(RULE, "residents", "Resident " + twice.get() + " is on the list twice."))
                : Decision.accept(
                        roster,
                        new RosterEvent.ResidentRosterImported(
                                roster.on(), roster.residents().size()));
    }

    Decision<ResidentRoster> takeAgain(ResidentRoster corrected, boolean looked, LocalDate today) {
        if (corrected.equals(this)) {
            return Decision.unchanged();
        }
        if (!looked) {
            return Decision.refuse(Refusal.withoutPrecondition());
        }
        if (!corrected.site().equals(site) || !corrected.on().equals(on)) {
            return Decision.refuse(
                    Refusal.conflict(RULE, "This is the roster of another site or day.", "import another roster"));
        }
        return take(corrected, today);
    }
}
