package org.throughcare.participant.reports.subject.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.identity.web.PersonFiles;
import org.throughcare.participant.reports.subject.GatheringAFile;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.ProblemException;

@RestController
class SubjectAccessController {

    private static final int LONGEST_REASON = 500;

    private final GatheringAFile gathering;
    private final Aggregates<Participant> participants;
    private final PersonFiles files;
    private final ReadAudit audit;

    SubjectAccessController(
            GatheringAFile gathering, Aggregates<Participant> participants, PersonFiles files, ReadAudit audit) {
        this.gathering = gathering;
        this.participants = participants;
        this.files = files;
        this.audit = audit;
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
        if (!caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SUPERVISOR)) {
            audit.refused(caller, id.toString(), "subject access");
            throw ProblemException.forbidden(
                    "What is held about a person is handed out by supervisors and administrators.");
        }
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw ProblemException.invalid("reason", "length", "A reason has up to 500 characters.");
        }
        List<UUID> ids = files.ids(id, false, caller);
        if (participants.find(id.toString()).isEmpty()) {
            throw ProblemException.notFound("participant", id.toString());
        }
        String because = reason == null || reason.isBlank() ? "asked for by the participant" : reason.strip();
        ids.forEach(each -> audit.readNow(caller, each.toString(), "subject access", because));
        return gathering
                .gather(ids)
                .<ResponseEntity<Object>>map(file -> ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"file-of-" + ids.getFirst() + ".json\"")
                        .body(file))
                .orElseThrow(() -> ProblemException.notFound("participant", id.toString()));
    }
}
