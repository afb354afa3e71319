package org.throughcare.participant.reports.hud;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughcare.participant.reports.Known;

/** What the measure is taken from, of the grantee in scope. */
public interface HudSources {

    /** The site's latest roster of a day up to this one. */
    Optional<ResidentRoster> rosterOf(String site, LocalDate until);

    /**
     * People by the ids on a roster.
     *
     * @param people those found, under the record that stands for them
     * @param recordOf the id of the record that stands for one that was merged; ids that stand for themselves are left out
     * @param involvement by the id of the record that stands
     * @param residents involvement of those who are no participants, by the housing authority's id
     */
    record Residents(
            Map<String, Known.Person> people,
            Map<String, String> recordOf,
            Map<String, Involvement> involvement,
            Map<String, Involvement> residents) {}

    /** @param faceToFace methods of contact that are */
    Residents residents(Collection<String> participants, Collection<String> residents, Set<String> faceToFace);
}
