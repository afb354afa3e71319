package org.throughcare.scheduling.subject.web;

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
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.subject.GatheringAppointments;

@RestController
class SubjectAccessController {

    private final GatheringAppointments gathering;
    private final Known known;
    private final SubjectAccessDoor door;

    SubjectAccessController(GatheringAppointments gathering, Known known, SubjectAccessDoor door) {
        this.gathering = gathering;
        this.known = known;
        this.door = door;
    }

    /**
     * All that is held here about one person, to be handed to that person; who asked is on record before the answer. Instants are UTC,
     * times of an appointment have the zone of its place beside them, dates are days at the participant's site. {@code cut} names what
     * there is more of than the package holds. 403 for everybody but administrators and the supervisors of the case, 404 when there is
     * no such participant, 503 when that cannot be said because participant-service is away.
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
                open -> known.participant(participant.toString()).isPresent()
                        ? SubjectAccessDoor.whole(open, known.idsOf(participant.toString()))
                        : List.of(),
                gathering::gather);
    }
}
