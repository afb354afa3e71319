package org.throughcare.participant.casework.messaging;

import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.casework.CaseSnapshot;
import org.throughcare.participant.casework.FollowingCustody;
import org.throughcare.participant.casework.FollowingTheSite;
import org.throughcare.participant.casework.KeepingCaseloads;
import org.throughcare.participant.casework.MovingACaseload;
import org.throughcare.participant.casework.OpenDuties;
import org.throughcare.participant.casework.messaging.DutiesOfEnrolment.EnrolmentCopy;
import org.throughcare.participant.custody.CustodySnapshot;
import org.throughcare.participant.custody.MovingCustody;
import org.throughcare.participant.identity.ParticipantSnapshot;
import org.throughcare.participant.site.SiteSnapshot;
import org.throughcare.participant.staff.StaffMemberSnapshot;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.CopyStores;

/** The service hears itself: what one aggregate announces moves the others. */
@Configuration
class OwnNews {

    private static final String SELF = "participant";

    @Bean
    Subscription<CustodySnapshot> casesFollowCustody(CopyStores copies, FollowingCustody following) {
        return Subscription.toState(
                SELF,
                "custody",
                CustodySnapshot.class,
                copies.of(SELF, "custody", CustodySnapshot.class),
                (copy, heard) -> following.follow(UUID.fromString(copy.id())));
    }

    /** A case that opens after the news of custody catches up by its own. */
    @Bean
    Subscription<CaseSnapshot> casesKeepUp(CopyStores copies, FollowingCustody following, KeepingCaseloads keeping) {
        return Subscription.toState(
                SELF, "case", CaseSnapshot.class, copies.of(SELF, "case", CaseSnapshot.class), (copy, heard) -> {
                    UUID participant = UUID.fromString(copy.id());
                    following.follow(participant);
                    keeping.keep(participant);
                });
    }

    @Bean
    Subscription<ParticipantSnapshot> fileFollowsParticipant(
            CopyStores copies, MovingCustody custody, FollowingTheSite cases) {
        return Subscription.toState(
                SELF,
                "participant",
                ParticipantSnapshot.class,
                copies.of(SELF, "participant", ParticipantSnapshot.class),
                (copy, heard) -> {
                    UUID participant = UUID.fromString(copy.id());
                    custody.follow(participant);
                    cases.followParticipant(participant);
                });
    }

    @Bean
    Subscription<SiteSnapshot> casesFollowSites(CopyStores copies, FollowingTheSite following) {
        return Subscription.toState(
                SELF,
                "site",
                SiteSnapshot.class,
                copies.of(SELF, "site", SiteSnapshot.class),
                (copy, heard) -> following.followModel(UUID.fromString(copy.id())));
    }

    @Bean
    Subscription<StaffMemberSnapshot> caseloadsFollowStaff(CopyStores copies, MovingACaseload moving) {
        return Subscription.toState(
                SELF,
                "staff-member",
                StaffMemberSnapshot.class,
                copies.of(SELF, "staff-member", StaffMemberSnapshot.class),
                (copy, heard) -> moving.move(UUID.fromString(copy.id())));
    }

    @Bean
    Copies<EnrolmentCopy> enrolmentCopies(CopyStores copies) {
        return copies.of(SELF, "enrolment", EnrolmentCopy.class);
    }

    @Bean
    Subscription<EnrolmentCopy> casesKnowEnrolments(Copies<EnrolmentCopy> copies) {
        return Subscription.toState(SELF, "enrolment", EnrolmentCopy.class, copies);
    }

    @Bean
    OpenDuties openDuties(Copies<EnrolmentCopy> copies) {
        return new DutiesOfEnrolment(copies);
    }
}
