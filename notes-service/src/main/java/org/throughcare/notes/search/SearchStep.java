package org.throughcare.notes.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One try in a search (Y10).
 *
 * @param target the id of the contact that was tried, or the name of an agency; never a number or an address
 * @param on the day at the site
 * @param reason why it was waived
 */
public record SearchStep(
        String id,
        Kind kind,
        @Nullable String target,
        LocalDate on,
        Result result,
        String by,
        @Nullable String reason) {

    /** In the order in which they come. */
    public enum Kind {
        PHONE,
        LETTER,
        HOME_VISIT,
        RELATIVE,
        AGENCY
    }

    /** What became of it. */
    public enum Result {
        REACHED,
        NO_ANSWER,
        WRONG_NUMBER,
        WAIVED,
        SENT
    }
}
