package org.throughcare.participant.assessment;

import java.time.LocalDate;
import java.util.Optional;
import org.throughcare.participant.policy.Programme;

/** The question sets of all programmes, in all versions there ever were. */
public interface QuestionSets {

    /** The version in force on a day at the site. */
    QuestionSet of(Programme programme, LocalDate on);

    Optional<QuestionSet> version(Programme programme, int version);
}
