package org.throughcare.participant.plan.store;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.assessment.Assessment;
import org.throughcare.participant.assessment.AssessmentPart;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.ProgrammeEnrolment;
import org.throughcare.participant.enrolment.Residences;
import org.throughcare.participant.plan.AcknowledgingAPlan;
import org.throughcare.participant.plan.AssessmentState;
import org.throughcare.participant.plan.ChangingAPlan;
import org.throughcare.participant.plan.Plan;
import org.throughcare.participant.plan.PlanEvent;
import org.throughcare.participant.plan.PlanSnapshot;
import org.throughcare.participant.plan.ReviewRhythm;
import org.throughcare.participant.plan.ReviewingAPlan;
import org.throughcare.participant.plan.StartingAPlan;
import org.throughcare.participant.policy.PoliciesInForce;
import org.throughcare.participant.policy.Programme;
import org.throughcare.participant.site.Site;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

@Configuration
class PlanParts {

    static final AggregateType<Plan> TYPE = AggregateType.named("plan", Plan.class, PlanEvent.class)
            .announcing(PlanSnapshot.class, PlanSnapshot::of)
            .aboutParticipant(Plan::participant)
            .atSite(Plan::site)
            .withDeadline(Plan::dueAt, Plan::visit)
            .build();

    @Bean
    Aggregates<Plan> plans(AggregateStores stores) {
        return stores.of(TYPE);
    }

    @Bean
    AssessmentState assessmentState(Aggregates<Assessment> assessments) {
        return participant -> assessments
                .find(participant)
                .map(Stored::state)
                .map(a -> a.complete() ? List.<String>of() : names(a.lacking()))
                .orElseGet(() -> names(Arrays.asList(AssessmentPart.Kind.values())));
    }

    private static List<String> names(List<AssessmentPart.Kind> kinds) {
        return kinds.stream().map(Enum::name).toList();
    }

    /** The shortest of the participant's programmes; of the site's own before there is one. */
    @Bean
    ReviewRhythm reviewRhythm(Aggregates<Enrolment> enrolments, Aggregates<Site> sites, PoliciesInForce policies) {
        return (participant, site, on) -> {
            List<Programme> open = enrolments.find(participant).stream()
                    .flatMap(e -> e.state().period().programmes().stream())
                    .filter(p -> p.until() == null)
                    .map(ProgrammeEnrolment::programme)
                    .toList();
            List<Programme> binding = open.isEmpty()
                    ? List.of(sites.find(site).map(s -> s.state().programme()).orElse(Programme.LEAP))
                    : open;
            return binding.stream()
                    .mapToInt(p ->
                            policies.on(p, UUID.fromString(site), on).values().planReviewEveryDays())
                    .min()
                    .orElseThrow();
        };
    }

    @Bean
    StartingAPlan startingAPlan(
            Aggregates<Plan> plans,
            Residences residences,
            AssessmentState assessment,
            ReviewRhythm rhythm,
            BusinessClock clock) {
        return new StartingAPlan(plans, residences, assessment, rhythm, clock);
    }

    @Bean
    ChangingAPlan changingAPlan(Aggregates<Plan> plans, BusinessClock clock) {
        return new ChangingAPlan(plans, clock);
    }

    @Bean
    AcknowledgingAPlan acknowledgingAPlan(Aggregates<Plan> plans, BusinessClock clock) {
        return new AcknowledgingAPlan(plans, clock);
    }

    @Bean
    ReviewingAPlan reviewingAPlan(Aggregates<Plan> plans, ReviewRhythm rhythm, BusinessClock clock) {
        return new ReviewingAPlan(plans, rhythm, clock);
    }
}
