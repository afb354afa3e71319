package org.throughcare.participant.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Someone in a household, a participant or not.
 *
 * @param participant null for someone who is none
 * @param resident the housing authority's id, by which someone who is no participant may stand on a roster of residents (H2)
 * @param name of someone who is no participant; participants have theirs on record
 * @param from first day in the household
 * @param until the day on which they left, which is no day in the household any more; null while they are in it
 */
public record Member(
        String id,
        @Nullable String participant,
        @Nullable String resident,
        @Nullable String name,
        Relationship relationship,
        boolean head,
        LocalDate from,
        @Nullable LocalDate until) {

    public boolean current() {
        return until == null;
    }

    public boolean isIn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    Member leaving(LocalDate on) {
        return new Member(id, participant, resident, name, relationship, false, from, on);
    }

    Member asHead(boolean heads) {
        return new Member(id, participant, resident, name, relationship, heads, from, until);
    }
}
