package org.throughcare.scheduling.group.messaging;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.scheduling.group.KeepingSeats;
import org.throughcare.scheduling.group.PlanningAGroup;

/** This service hears its own announcements of groups: what follows from one survives a crash between the two. */
@Configuration(proxyBeanMethods = false)
class AfterAGroupChanged {

    /** Whom it is about; nobody named when the group was planned, which is about all. */
    record Concerned(@Nullable String participant, @Nullable String movedUp) {

        List<String> all() {
            return Stream.of(participant, movedUp).filter(Objects::nonNull).toList();
        }
    }

    @Bean
    Subscription<Concerned> hearingOwnSeats(KeepingSeats seats) {
        return Subscription.toFacts(
                "scheduling",
                "group-series",
                Concerned.class,
                Set.of("group-planned", "seat-taken", "waitlist-joined", "seat-freed"),
                (concerned, heard) ->
                        seats.recheck(heard.subject(), concerned.snapshot().all()));
    }

    /** Nothing of the happening itself: the planning as it stands is looked at. */
    record BrokeOff() {}

    @Bean
    Subscription<BrokeOff> hearingOwnPlannings(PlanningAGroup planning) {
        return Subscription.toFacts(
                "scheduling",
                "group-planning",
                BrokeOff.class,
                Set.of("planning-broke-off"),
                (broken, heard) -> planning.tidy(heard.subject()));
    }
}
