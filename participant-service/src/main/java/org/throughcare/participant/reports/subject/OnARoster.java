package org.throughcare.participant.reports.subject;

import java.time.LocalDate;
import java.util.List;
import org.throughcare.participant.reports.hud.ResidentRoster;

/**
 * One participant's place on a housing authority's list; who else is on it is nobody's business here.
 *
 * @param on the day for which the list holds
 * @param residents the housing authority's ids for this person
 */
public record OnARoster(String roster, String site, LocalDate on, List<String> residents) {

    static OnARoster of(ResidentRoster roster, List<String> ids) {
        return new OnARoster(
                roster.id(),
                roster.site(),
                roster.on(),
                roster.residents().stream()
                        .filter(each -> each.participant() != null && ids.contains(each.participant()))
                        .map(ResidentRoster.Resident::id)
                        .toList());
    }
}
