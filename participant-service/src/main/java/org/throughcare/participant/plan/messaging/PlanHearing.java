package org.throughcare.participant.plan.messaging;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.plan.CompletedServices;
import org.throughcare.participant.plan.NewActivities;
import org.throughcare.participant.plan.ReviewingAPlan;
import org.throughcare.platform.messaging.Subscription;

@Configuration
class PlanHearing {

    /** Which service it is about; whether it is complete, or new, is asked of the enrolment as it is now. */
    record ServiceFact(@Nullable String service) {}

    /** A completed service element asks for a review of the plan, once per service (N3). */
    @Bean
    Subscription<ServiceFact> planHearsCompletedServices(ReviewingAPlan reviewing, CompletedServices completed) {
        return Subscription.toFacts(
                "participant",
                "enrolment",
                ServiceFact.class,
                Set.of("service-ended", "service-evidenced"),
                (copy, heard) -> {
                    String service = copy.snapshot().service();
                    if (service != null) {
                        completed
                                .completedOn(heard.subject(), service)
                                .ifPresent(on -> reviewing.callFor(heard.subject(), service, on));
                    }
                });
    }

    /**
     * Activity that is new, or wider than planned, asks for an update of the plan, once each (N11). A service whose entry undoes an exit is
     * announced as that.
     */
    @Bean
    Subscription<ServiceFact> planHearsActivity(ReviewingAPlan reviewing, NewActivities activities) {
        return Subscription.toFacts(
                "participant",
                "enrolment",
                ServiceFact.class,
                Set.of("service-recorded", "service-evidenced", "exit-undone"),
                (copy, heard) -> {
                    String service = copy.snapshot().service();
                    if (service != null) {
                        activities
                                .by(heard.subject(), service)
                                .forEach(activity -> reviewing.callFor(heard.subject(), activity));
                    }
                });
    }

    record AssessmentFact(@Nullable Integer round, @Nullable LocalDate completedOn) {}

    /** The assessment feeds the plan, again each time it is repeated (Y3). */
    @Bean
    Subscription<AssessmentFact> planHearsAssessments(ReviewingAPlan reviewing) {
        return Subscription.toFacts(
                "participant", "assessment", AssessmentFact.class, Set.of("assessment-completed"), (copy, heard) -> {
                    Integer round = copy.snapshot().round();
                    LocalDate on = copy.snapshot().completedOn();
                    if (round != null && on != null) {
                        reviewing.callFor(heard.subject(), round, on);
                    }
                });
    }
}
