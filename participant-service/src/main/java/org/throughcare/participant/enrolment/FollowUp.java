package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A check-in after exit (Y12, N8).
 *
 * @param month months after exit
 * @param dueOn the day at the site; may lie before the day on which the exit became known
 * @param employed what was found, for the performance measures
 * @param under the person's other id under which it was made and is on record (H8); null for its own
 */
public record FollowUp(
        String id,
        int month,
        LocalDate dueOn,
        @Nullable LocalDate doneOn,
        @Nullable Method method,
        @Nullable Kind kind,
        @Nullable Boolean employed,
        @Nullable Boolean inEducation,
        @Nullable Pay pay,
        @Nullable String note,
        @Nullable String by,
        @Nullable String under) {

    /** How follow-up may be done (N8). */
    public enum Method {
        TELEPHONE,
        EMAIL,
        POST,
        SOCIAL_MEDIA,
        IN_PERSON,
        VIDEO,
        TEXT
    }

    /** Kinds of follow-up service (N9). */
    public enum Kind {
        LEADERSHIP,
        SUPPORTIVE,
        EMPLOYER_CONTACT,
        BETTER_JOB_OR_EDUCATION,
        PEER_GROUP,
        MENTORING,
        PROGRESS_TRACKING
    }

    static FollowUp due(String id, int month, LocalDate dueOn) {
        return new FollowUp(id, month, dueOn, null, null, null, null, null, null, null, null, null);
    }

    FollowUp movedTo(LocalDate day) {
        return new FollowUp(id, month, day, doneOn, method, kind, employed, inEducation, pay, note, by, under);
    }

    FollowUp madeUnder(String participant) {
        return new FollowUp(id, month, dueOn, doneOn, method, kind, employed, inEducation, pay, note, by, participant);
    }

    /** Made, and on record here. */
    boolean ownAndMade() {
        return !open() && under == null;
    }

    boolean open() {
        return doneOn == null;
    }
}
