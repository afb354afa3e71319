package org.throughcare.participant.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.throughcare.platform.aggregate.Decision;

/**
 * What happens when the exit clock comes due (Y11): first any evidence that was passed over and what was given under the person's other
 * ids, then the warning or the end.
 */
public final class WatchingTheExitClock {

    private final TermsInForce terms;
    private final ProofOnFile proof;
    private final CountingUnderAllIds counting;

    public WatchingTheExitClock(TermsInForce terms, ProofOnFile proof, CountingUnderAllIds counting) {
        this.terms = terms;
        this.proof = proof;
        this.counting = counting;
    }

    public Decision<Enrolment> visit(Enrolment enrolment, Instant now) {
        if (enrolment.state() != Enrolment.State.PARTICIPATING) {
            return Decision.unchanged();
        }
        LocalDate today = enrolment.day(now);
        return overlooked(enrolment, today)
                .or(() -> counting.changed(enrolment, today))
                .orElseGet(() -> enrolment.visit(now, terms.of(enrolment, today)));
    }

    private Optional<Decision<Enrolment>> overlooked(Enrolment enrolment, LocalDate today) {
        for (ServiceGiven service : enrolment.period().services()) {
            for (Evidence found :
                    proof.of(enrolment.participant(), service.id(), service.appointment(), enrolment.zone())) {
                if (!service.evidence().contains(found)) {
                    return Optional.of(enrolment.evidence(service.id(), found, today));
                }
            }
        }
        return Optional.empty();
    }
}
