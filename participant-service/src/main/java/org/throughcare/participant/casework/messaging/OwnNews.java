package org.throughcare.participant.casework.messaging;

import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.casework.CaseSnapshot;
import org.throughcare.participant.casework.FollowingCustody;
import org.throughcare.participant.casework.FollowingTheSite;
import org.throughcare.participant.casework.KeepingCaseloads;
import org.throughcare.participant.casework.MovingACaseload;
import org.throughcare.participant.casework.OpenDuties;
import org.throughcare.participant.custody.CustodySnapshot;
import org.throughcare.participant.custody.MovingCustody;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.identity.ParticipantSnapshot;
import org.throughcare.participant.site.SiteSnapshot;
import org.throughcare.participant.staff.StaffMemberSnapshot;
import org.throughcare.platform.messaging.Heard;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.store.Copy;

/**
 * The service hears itself: what one aggregate announces moves the others. What happens then looks at the aggregates
 * themselves, which are at hand here, so no copy is kept for it.
 */
@Configuration
class OwnNews {

    private static final String SELF = "participant";

    /** After these a case has a worker, or an opening, that may have been overtaken by a departure or a site's new model. */
    private static final Set<String> NEW_HANDS = Set.of(
            "case-opened", "case-reopened", "primary-changed", "handover-accepted", "handover-withdrawn", "case-moved");

    private static <T> Subscription<T> hears(String aggregate, Class<T> snapshot, BiConsumer<Copy<T>, Heard> reaction) {
        return new Subscription<>(SELF, aggregate, snapshot, null, Set.of(), reaction);
    }

    @Bean
    Subscription<CustodySnapshot> casesFollowCustody(FollowingCustody following) {
        return hears("custody", CustodySnapshot.class, (copy, heard) -> following.follow(UUID.fromString(copy.id())));
    }

    /** A case that opens after the news of custody catches up by its own. */
    @Bean
    Subscription<CaseSnapshot> casesKeepUp(
            FollowingCustody following, KeepingCaseloads keeping, FollowingTheSite sites, MovingACaseload moving) {
        return hears("case", CaseSnapshot.class, (copy, heard) -> {
            UUID participant = UUID.fromString(copy.id());
            following.follow(participant);
            keeping.keep(participant);
            if (NEW_HANDS.contains(heard.happened())) {
                sites.catchUp(participant);
                moving.catchUp(participant);
            }
        });
    }

    /** A merge lets a case rest on its worker's caseload, and an un-merge brings it back (H8). */
    @Bean
    Subscription<ParticipantSnapshot> fileFollowsParticipant(
            MovingCustody custody, FollowingTheSite cases, KeepingCaseloads keeping) {
        return hears("participant", ParticipantSnapshot.class, (copy, heard) -> {
            UUID participant = UUID.fromString(copy.id());
            custody.follow(participant);
            cases.followParticipant(participant);
            keeping.keep(participant);
        });
    }

    @Bean
    Subscription<SiteSnapshot> casesFollowSites(FollowingTheSite following) {
        return hears("site", SiteSnapshot.class, (copy, heard) -> following.followModel(UUID.fromString(copy.id())));
    }

    @Bean
    Subscription<StaffMemberSnapshot> caseloadsFollowStaff(MovingACaseload moving) {
        return hears(
                "staff-member", StaffMemberSnapshot.class, (copy, heard) -> moving.move(UUID.fromString(copy.id())));
    }

    @Bean
    OpenDuties openDuties(Aggregates<Enrolment> enrolments, Aliases aliases) {
        return new DutiesOfEnrolment(enrolments, aliases);
    }
}
