package org.throughcare.notes.note;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/** What must be known of a participant's programmes before a note about them is signed. */
public interface SigningTerms {

    /**
     * @param zone of the site, whose day it is
     * @param rules one for each programme the participant was in on that day
     */
    record Terms(ZoneId zone, List<ContactRule> rules) {

        public Terms {
            rules = List.copyOf(rules);
        }

        LocalDate dayOf(OffsetDateTime occurred) {
            return LocalDate.ofInstant(occurred.toInstant(), zone);
        }
    }

    Terms termsFor(String participant, OffsetDateTime occurred);
}
