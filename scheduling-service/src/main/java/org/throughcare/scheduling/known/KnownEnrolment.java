package org.throughcare.scheduling.known;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An enrolment as last announced: its exit, its follow-ups, a job. */
public record KnownEnrolment(
        String participant,
        @Nullable String site,
        String state,
        @Nullable Exit exit,
        @Nullable Placement placement,
        List<FollowUp> followUps) {

    public record Exit(String id, LocalDate on) {}

    public record Placement(String id, LocalDate startedOn) {}

    /** @param month counted from exit (N8) */
    public record FollowUp(
            String id, int month, LocalDate dueOn, @Nullable LocalDate doneOn) {}

    public KnownEnrolment {
        followUps = followUps == null ? List.of() : List.copyOf(followUps);
    }

    public boolean exited() {
        return "EXITED".equals(state) && exit != null;
    }
}
