package org.throughcare.participant.assessment.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.assessment.Assessment;
import org.throughcare.participant.assessment.AssessmentEvent;
import org.throughcare.participant.assessment.AssessmentSnapshot;
import org.throughcare.participant.assessment.RecordingAnAssessmentPart;
import org.throughcare.participant.enrolment.Residences;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

@Configuration
class AssessmentParts {

    static final AggregateType<Assessment> TYPE = AggregateType.named(
                    "assessment", Assessment.class, AssessmentEvent.class)
            .announcing(AssessmentSnapshot.class, AssessmentSnapshot::of)
            .aboutParticipant(Assessment::participant)
            .atSite(Assessment::site)
            .build();

    @Bean
    Aggregates<Assessment> assessments(AggregateStores stores) {
        return stores.of(TYPE);
    }

    @Bean
    RecordingAnAssessmentPart recordingAnAssessmentPart(
            Aggregates<Assessment> assessments, Residences residences, BusinessClock clock) {
        return new RecordingAnAssessmentPart(assessments, residences, clock);
    }
}
