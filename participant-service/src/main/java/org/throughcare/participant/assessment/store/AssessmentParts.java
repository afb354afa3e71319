package org.throughcare.participant.assessment.store;

import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.assessment.AskingQuestions;
import org.throughcare.participant.assessment.Assessment;
import org.throughcare.participant.assessment.AssessmentEvent;
import org.throughcare.participant.assessment.AssessmentSnapshot;
import org.throughcare.participant.assessment.BindingProgrammes;
import org.throughcare.participant.assessment.QuestionSets;
import org.throughcare.participant.assessment.RecordingAnAssessmentPart;
import org.throughcare.participant.assessment.SettlingANeed;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.ProgrammeEnrolment;
import org.throughcare.participant.enrolment.Residences;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.policy.Programme;
import org.throughcare.participant.site.Site;
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
            Aggregates<Assessment> assessments, Residences residences, AskingQuestions asking, BusinessClock clock) {
        return new RecordingAnAssessmentPart(assessments, residences, asking, clock);
    }

    @Bean
    SettlingANeed settlingANeed(Aggregates<Assessment> assessments, BusinessClock clock) {
        return new SettlingANeed(assessments, clock);
    }

    @Bean
    QuestionSets questionSets() {
        return new QuestionFiles("/assessment/questions/");
    }

    @Bean
    AskingQuestions askingQuestions(
            QuestionSets sets, BindingProgrammes programmes, Residences residences, BusinessClock clock) {
        return new AskingQuestions(sets, programmes, residences, clock);
    }

    /** Of the enrolments under all of the person's ids (H8). */
    @Bean
    BindingProgrammes bindingProgrammes(Aggregates<Enrolment> enrolments, Aggregates<Site> sites, Aliases aliases) {
        return (participant, site) -> {
            List<Programme> open = aliases.allOf(UUID.fromString(participant)).stream()
                    .flatMap(id -> enrolments.find(id.toString()).stream())
                    .flatMap(e -> e.state().period().programmes().stream())
                    .filter(p -> p.until() == null)
                    .map(ProgrammeEnrolment::programme)
                    .distinct()
                    .toList();
            return open.isEmpty()
                    ? List.of(sites.find(site).map(s -> s.state().programme()).orElse(Programme.LEAP))
                    : open;
        };
    }
}
