package org.throughcare.participant.assessment;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.enrolment.Residences;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** A part of the assessment was done (Y3). */
public final class RecordingAnAssessmentPart {

    /** @param on null for today */
    public record Part(
            String id,
            String participant,
            AssessmentPart part,
            @Nullable LocalDate on,
            String by) {}

    private final Aggregates<Assessment> assessments;
    private final Residences residences;
    private final AskingQuestions asking;
    private final BusinessClock clock;

    public RecordingAnAssessmentPart(
            Aggregates<Assessment> assessments, Residences residences, AskingQuestions asking, BusinessClock clock) {
        this.assessments = assessments;
        this.residences = residences;
        this.asking = asking;
        this.clock = clock;
    }

    public Result<Assessment> record(Command command, Part p) {
        Optional<Residences.Residence> home = residences.of(p.participant());
        if (home.isEmpty()) {
            return new Result.Missing<>();
        }
        return assessments.createOrChange(command, p.participant(), known -> {
            Assessment assessment = known.orElseGet(() -> Assessment.empty(
                    p.participant(), home.get().site(), home.get().zone()));
            LocalDate today = clock.today(assessment.zone());
            LocalDate on = p.on() == null ? today : p.on();
            return assessment.record(
                    p.id(), p.part(), on, today, p.by(), asking.of(p.participant(), assessment.site(), on));
        });
    }
}
