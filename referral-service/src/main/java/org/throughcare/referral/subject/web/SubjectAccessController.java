package org.throughcare.referral.subject.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.subject.SubjectAccessDoor;
import org.throughcare.referral.known.People;
import org.throughcare.referral.subject.GatheringReferrals;

@RestController
class SubjectAccessController {

    private final GatheringReferrals gathering;
    private final People people;
    private final SubjectAccessDoor door;

    SubjectAccessController(GatheringReferrals gathering, People people, SubjectAccessDoor door) {
        this.gathering = gathering;
        this.people = people;
        this.door = door;
    }

    /**
     * All that is held here about one person, backgrounds and remarks opened, to be handed to that person; who asked is on record before
     * the answer. Instants are UTC, dates are days at the site, amounts dollars. {@code cut} names what there is more of than the
     * package holds. 403 for everybody but administrators and the supervisors of the case, 404 when there is no such participant, 503
     * when that cannot be said because participant-service is away.
     *
     * @param reason why it is asked for, up to 500 characters; goes on record
     */
    @GetMapping("/participants/{participant}/subject-access")
    ResponseEntity<Object> file(
            @PathVariable UUID participant, @RequestParam(required = false) @Nullable String reason, Caller caller) {
        return door.hand(
                caller,
                participant,
                reason,
                open -> people.participant(participant).isPresent()
                        ? SubjectAccessDoor.whole(
                                open,
                                people.idsOf(participant).stream()
                                        .map(UUID::toString)
                                        .toList())
                        : List.of(),
                gathering::gather);
    }
}
