package org.throughcare.participant.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a member really took part in the family plan on a day; being named in a goal is not taking part (H2).
 *
 * @param goal the goal they worked on
 * @param note what they did, in a sentence or more; never announced
 * @param caseNote the signed note about it, if there is one
 */
public record Participation(
        String id,
        String member,
        String goal,
        LocalDate on,
        String note,
        @Nullable String caseNote,
        String by) {}
