package org.throughcare.notes.known;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An enrolment as last announced: which programmes, and whether participation has ended. */
public record KnownEnrolment(
        String participant,
        List<InProgramme> programmes,
        @Nullable String state,
        @Nullable Exit exit) {

    public record InProgramme(
            String programme, LocalDate from, @Nullable LocalDate until) {}

    public record Exit(LocalDate on) {}

    public KnownEnrolment {
        programmes = programmes == null ? List.of() : List.copyOf(programmes);
    }

    public boolean exited() {
        return "EXITED".equals(state) && exit != null;
    }
}
