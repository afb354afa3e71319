package org.throughcare.participant.plan.messaging;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.plan.ReviewingAPlan;
import org.throughcare.platform.messaging.Subscription;

@Configuration
class PlanHearing {

    /** What the plan wants to know of a service that ended. */
    record ServiceEndedFact(
            @Nullable String service, @Nullable LocalDate on) {}

    /** A completed service element asks for a review of the plan, once per service (N3). */
    @Bean
    Subscription<ServiceEndedFact> planHearsCompletedServices(ReviewingAPlan reviewing) {
        return Subscription.toFacts(
                "participant", "enrolment", ServiceEndedFact.class, Set.of("service-ended"), (copy, heard) -> {
                    String service = copy.snapshot().service();
                    LocalDate on = copy.snapshot().on();
                    if (service != null && on != null) {
                        reviewing.callFor(heard.subject(), service, on);
                    }
                });
    }
}
