package org.throughcare.participant.reports;

import java.time.LocalDate;

/** Of whom a report has something to say, so that nobody else is read for it. */
public sealed interface About {

    /** Whose clock to exit runs. */
    record Participating() implements About {}

    /** Who takes part, or is in a programme and waits to. */
    record Enrolled() implements About {}

    /** Who has a check-in to be made by this day. */
    record FollowUpsUntil(LocalDate day) implements About {}

    /** Who is in custody and expected to be released by this day. */
    record ReleasesUntil(LocalDate day) implements About {}

    /** For whom anything is due by this day. */
    record DueUntil(LocalDate day) implements About {}

    /** Who is or was in custody or enrolled. */
    record Everybody() implements About {}

    /** Who is or was enrolled. */
    record EverybodyEnrolled() implements About {}
}
