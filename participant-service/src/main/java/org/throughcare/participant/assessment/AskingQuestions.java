package org.throughcare.participant.assessment;

import java.time.LocalDate;
import java.util.Optional;
import org.throughcare.participant.enrolment.Residences;
import org.throughcare.platform.time.BusinessClock;

/** Which questions a participant's interview is to answer (N2). */
public final class AskingQuestions {

    private final QuestionSets sets;
    private final BindingProgrammes programmes;
    private final Residences residences;
    private final BusinessClock clock;

    public AskingQuestions(
            QuestionSets sets, BindingProgrammes programmes, Residences residences, BusinessClock clock) {
        this.sets = sets;
        this.programmes = programmes;
        this.residences = residences;
        this.clock = clock;
    }

    /** @param on the day of the interview, at the site */
    public Questions of(String participant, String site, LocalDate on) {
        return new Questions(programmes.of(participant, site).stream()
                .distinct()
                .map(p -> sets.of(p, on))
                .toList());
    }

    /** Those of today; empty when there is no such participant. */
    public Optional<Questions> today(String participant) {
        return residences.of(participant).map(home -> of(participant, home.site(), clock.today(home.zone())));
    }
}
