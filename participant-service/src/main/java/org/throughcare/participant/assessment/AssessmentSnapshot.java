package org.throughcare.participant.assessment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What everybody may know: how far the assessment is, never what was found. */
public record AssessmentSnapshot(
        String participant,
        String site,
        int round,
        List<AssessmentPart.Kind> partsDone,
        @Nullable LocalDate completedOn) {

    public static AssessmentSnapshot of(Assessment a) {
        return new AssessmentSnapshot(a.participant(), a.site(), a.round(), List.copyOf(a.done()), a.completedOn());
    }
}
