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

/** A job was found; self-sufficiency is computed for the family type (C3). Ends the participation where policy says so (N8). */
public final class RecordingAPlacement {

    /** See {@link org.throughcare.participant.enrolment.Placement}. */
    public record Job(
            String id,
            String participant,
            String employer,
            String jobTitle,
            LocalDate startedOn,
            Pay pay,
            boolean benefits,
            @Nullable String onet,
            FamilyType family,
            String by) {}

    private final Aggregates<Enrolment> enrolments;
    private final TermsInForce terms;
    private final SelfSufficiencyStandards standards;
    private final BusinessClock clock;

    public RecordingAPlacement(
            Aggregates<Enrolment> enrolments,
            TermsInForce terms,
            SelfSufficiencyStandards standards,
            BusinessClock clock) {
        this.enrolments = enrolments;
        this.terms = terms;
        this.standards = standards;
        this.clock = clock;
    }

    public Result<Enrolment> record(Command command, Job job) {
        return enrolments.change(command, job.participant(), enrolment -> {
            LocalDate today = enrolment.day(clock.now());
            if (enrolment.period().programmes().isEmpty()) {
                return Decision.refuse(Refusal.conflict("C3", "There is no participation yet."));
            }
            if (enrolment.period().placements().stream().anyMatch(p -> p.id().equals(job.id()))) {
                return Decision.refuse(Refusal.conflict("placement-known", "This placement is on record already."));
            }
            SelfSufficiencyStandard.Comparison comparison =
                    standards.on(job.startedOn()).compare(job.family(), job.pay());
            Placement placement = new Placement(
                    job.id(),
                    job.employer(),
                    job.jobTitle(),
                    job.startedOn(),
                    job.pay(),
                    job.benefits(),
                    job.onet(),
                    comparison,
                    List.of(),
                    today,
                    job.by());
            return enrolment.place(placement, terms.of(enrolment, today), today);
        });
    }
}
