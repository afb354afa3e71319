package org.throughcare.scheduling.cadence.messaging;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.scheduling.cadence.KeepingTheCadence;

/** A cadence's deadline says that a meeting is wanted; the task for it is opened when this service hears itself say so. */
@Configuration(proxyBeanMethods = false)
class AskingForMeetings {

    /** Nothing of the happening itself: the cadence as it stands is looked at. */
    record SomethingHappened() {}

    @Bean
    Subscription<SomethingHappened> hearingOwnCadences(KeepingTheCadence keeping) {
        return Subscription.toFacts(
                "scheduling",
                "cadence",
                SomethingHappened.class,
                Set.of("meeting-wanted"),
                (copy, heard) -> keeping.meetingWanted(heard.subject()));
    }
}
