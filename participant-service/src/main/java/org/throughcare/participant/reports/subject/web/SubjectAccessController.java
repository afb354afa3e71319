package org.throughcare.participant.reports.subject.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.identity.web.PersonFiles;
import org.throughcare.participant.reports.subject.GatheringAFile;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.subject.SubjectAccessDoor;
import org.throughcare.platform.web.ProblemException;

@RestController
class SubjectAccessController {

    private final GatheringAFile gathering;
    private final Aggregates<Participant> participants;
    private final PersonFiles files;
    private final SubjectAccessDoor door;

    SubjectAccessController(
            GatheringAFile gathering, Aggregates<Participant> participants, PersonFiles files, SubjectAccessDoor door) {
        this.gathering = gathering;
        this.participants = participants;
        this.files = files;
        this.door = door;
    }

    /**
     * All that is held here about one person, in clear, to be handed to that person; who asked is on record before the answer. Instants
     * are UTC, dates are days at the participant's site. Under whichever of their ids it is asked for, it has what is held under all of
     * them (H8). 403 for everybody but administrators and the supervisors of the case, 404
     * when there is no such participant.
     *
     * @param reason why it is asked for, up to 500 characters; goes on record
     */
    @GetMapping("/participants/{id}/subject-access")
    ResponseEntity<Object> file(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String reason, Caller caller) {
        return door.hand(
                caller,
                id,
                reason,
                open -> idsOf(id, caller),
                ids -> gathering
                        .gather(ids)
                        .orElseThrow(() -> ProblemException.notFound("participant", id.toString())));
    }

    private List<String> idsOf(UUID id, Caller caller) {
        return participants.find(id.toString()).isEmpty()
                ? List.of()
                : files.ids(id, false, caller).stream().map(UUID::toString).toList();
    }
}
