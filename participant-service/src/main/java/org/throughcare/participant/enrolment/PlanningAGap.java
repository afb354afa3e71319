package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.List;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** A planned gap in service, which holds the exit off (Y9). */
public final class PlanningAGap {

    /** See {@link PlannedGap}. */
    public record Gap(
            String id,
            String participant,
            LocalDate from,
            LocalDate until,
            PlannedGap.Reason reason,
            String note,
            List<String> expectedServices,
            String by) {}

    private final Aggregates<Enrolment> enrolments;
    private final TermsInForce terms;
    private final ServiceCatalogues catalogues;
    private final BusinessClock clock;

    public PlanningAGap(
            Aggregates<Enrolment> enrolments, TermsInForce terms, ServiceCatalogues catalogues, BusinessClock clock) {
        this.enrolments = enrolments;
        this.terms = terms;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    public Result<Enrolment> plan(Command command, Gap g) {
        return enrolments.change(command, g.participant(), enrolment -> {
            if (enrolment.period().programmes().isEmpty()) {
                return Decision.refuse(Refusal.conflict("Y9", "There is no participation to interrupt."));
            }
            LocalDate today = enrolment.day(clock.now());
            List<ServiceCatalogue> offered = enrolment.period().programmes().stream()
                    .map(p -> catalogues.of(p.programme(), today))
                    .toList();
            PlannedGap gap = new PlannedGap(
                    g.id(), g.from(), g.until(), g.reason(), g.note(), g.expectedServices(), today, g.by());
            return enrolment.planGap(gap, terms.of(enrolment, today), offered, today);
        });
    }
}
