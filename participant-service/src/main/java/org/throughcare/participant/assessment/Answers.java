package org.throughcare.participant.assessment;

import java.util.List;
import org.throughcare.participant.policy.Programme;

/**
 * What a participant answered to one programme's questions (N2).
 *
 * @param version the set's; its words are read there
 */
public record Answers(Programme programme, int version, List<Answer> given) {

    /** @param value text; YES or NO; a number; one of the choices */
    public record Answer(String question, String value) {}

    public Answers {
        given = List.copyOf(given);
    }
}
