package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** How closely and for how long a youth is followed up (N9). May be decided anew; check-ins that were made stay. */
public final class DecidingFollowUp {

    /**
     * See {@link FollowUpScope}.
     *
     * @param forMonths null for as long as policy asks for
     */
    public record ScopeDecision(
            String participant,
            FollowUpScope.Intensity intensity,
            @Nullable Integer forMonths,
            List<FollowUp.Kind> kinds,
            boolean summerOnly,
            String basis,
            String by) {}

    private final Aggregates<Enrolment> enrolments;
    private final TermsInForce terms;
    private final BusinessClock clock;

    public DecidingFollowUp(Aggregates<Enrolment> enrolments, TermsInForce terms, BusinessClock clock) {
        this.enrolments = enrolments;
        this.terms = terms;
        this.clock = clock;
    }

    public Result<Enrolment> decide(Command command, ScopeDecision d) {
        return enrolments.change(command, d.participant(), enrolment -> {
            if (enrolment.period().programmes().isEmpty()) {
                return Decision.refuse(Refusal.conflict("N9", "There is no participation to follow up."));
            }
            LocalDate today = enrolment.day(clock.now());
            ParticipationTerms all = terms.of(enrolment, today);
            Integer asked = d.forMonths();
            return enrolment.decideFollowUp(
                    new FollowUpScope(
                            d.intensity(),
                            asked == null ? all.followUpForMonths() : asked,
                            d.kinds(),
                            d.summerOnly(),
                            d.basis(),
                            today,
                            d.by()),
                    all);
        });
    }
}
