package org.throughcare.scheduling.cadence.messaging;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.store.Copies;
import org.throughcare.scheduling.cadence.KeepingTheCadence;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.KnownPolicy;

/**
 * A policy changes cadences. A cadence's deadline says that a meeting is wanted; the task for it is opened when this service hears
 * itself say so.
 */
@Configuration(proxyBeanMethods = false)
class AskingForMeetings {

    /** Nothing of the happening itself: the cadence as it stands is looked at. */
    record SomethingHappened() {}

    private static final int MOST_PARTICIPANTS = 50_000;

    /** L11: a step that policy changes changes at once, not with the next thing that happens to the participant. */
    @Bean
    Subscription<KnownPolicy> hearingPolicies(Copies<KnownPolicy> policies, Known known, KeepingTheCadence keeping) {
        return Subscription.toState(
                "participant",
                "programme-policy",
                KnownPolicy.class,
                policies,
                (copy, heard) -> known.participantsIn(copy.snapshot().programme(), MOST_PARTICIPANTS)
                        .forEach(each -> keeping.bringAbout(each, "policy/" + copy.id() + "@" + copy.revision())));
    }

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
