package org.throughcare.participant.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.custody.Population;

/**
 * Participants by site, population and the beginning of a name; built from events, so up to a second behind. A person with several
 * ids is one line, under the record that stands for them: found by the names and case numbers of the others as well, and with their
 * custody and their worker where that record has none of its own (H8).
 */
public interface Roster {

    /** One line of the list. */
    record Line(
            String participant,
            String caseNumber,
            String givenName,
            String familyName,
            @Nullable String preferredName,
            boolean priorityOfService,
            String site,
            @Nullable Population population,
            @Nullable LocalDate projectedRelease,
            @Nullable LocalDate releasedOn,
            @Nullable String primary) {}

    /**
     * @param sites only people whose case has run at one of these; empty for all of the grantee's
     * @param beginsWith beginning of a name, folded, or a case number; null for everybody
     * @param after opaque: where the page before ended
     */
    record Asked(
            Set<String> sites,
            @Nullable Population population,
            @Nullable String beginsWith,
            int limit,
            @Nullable String after) {

        public Asked {
            sites = Set.copyOf(sites);
        }
    }

    /** @param next asks for what follows; null at the end */
    record Page(List<Line> participants, @Nullable String next) {}

    /** @throws IllegalArgumentException when {@code after} was not given by an earlier page */
    Page page(Asked asked);
}
