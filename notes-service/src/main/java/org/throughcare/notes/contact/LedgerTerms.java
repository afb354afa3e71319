package org.throughcare.notes.contact;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is owed for a participant, worked out from what other services announced.
 *
 * @param zone of the site
 * @param lapseDays the strictest of the programmes' (Y10)
 * @param lapseFrom the day from which a lapse counts; null while nobody would be searched for: inside, or no longer taking part
 */
public record LedgerTerms(
        ZoneId zone,
        @Nullable String site,
        List<Obligation> obligations,
        int lapseDays,
        @Nullable LocalDate lapseFrom) {

    public LedgerTerms {
        obligations = List.copyOf(obligations);
    }
}
