package org.throughcare.participant.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.identity.PriorityGround;

/**
 * Who was taken in at a site and still waits, veterans and foster youth first, then by the day of intake (Y1). Built from events,
 * so up to a second behind. Aliases, people who died and people whose case is closed do not wait, nor does anybody for what they have
 * under an alias (H8).
 */
public interface IntakeQueue {

    /** What someone waits for. */
    enum Waiting {
        /** Nobody answers for the person yet. */
        CASE,
        /** Staff have neither enrolled the person nor referred them to where they are better served (Y2, Y18). */
        ENROLMENT
    }

    /**
     * @param takenInOn day at the site
     * @param because why the person stands here in the queue, in words
     */
    record Line(
            UUID participant,
            String caseNumber,
            String givenName,
            String familyName,
            List<PriorityGround> priority,
            LocalDate takenInOn,
            List<Waiting> waitingFor,
            String because) {

        public Line {
            priority = List.copyOf(priority);
            waitingFor = List.copyOf(waitingFor);
        }
    }

    /** @param next asks for what follows; null at the end */
    record Page(List<Line> waiting, @Nullable String next) {}

    /**
     * @param waitingFor only those who wait for this; null for all
     * @param after opaque: where the page before ended
     * @throws IllegalArgumentException when {@code after} was not given by an earlier page
     */
    Page at(UUID site, @Nullable Waiting waitingFor, int limit, @Nullable String after);
}
