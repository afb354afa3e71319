package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.Programme;

/**
 * One of the programmes of a participation (Y5).
 *
 * @param until the day it was closed; closing it does not end the participation
 * @param grounds assessment, goals and barriers that the decision rests on (Y2)
 * @param staffingNote note of the staffing between programmes, when there is another one
 */
public record ProgrammeEnrolment(
        String id,
        Programme programme,
        FundSource fundSource,
        LocalDate from,
        @Nullable LocalDate until,
        String grounds,
        @Nullable String staffingNote,
        String by) {

    boolean open() {
        return until == null;
    }

    ProgrammeEnrolment closed(LocalDate on) {
        return new ProgrammeEnrolment(id, programme, fundSource, from, on, grounds, staffingNote, by);
    }
}
