package org.throughcare.participant.reports.subject.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.identity.Participant;
import org.throughcare.participant.reports.subject.GatheringAFile;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.ProblemException;

@RestController
class SubjectAccessController {

    private static final int LONGEST_REASON = 500;

    private final GatheringAFile gathering;
    private final Aggregates<Participant> participants;
    private final CaseAccess access;
    private final ReadAudit audit;

    SubjectAccessController(
            GatheringAFile gathering, Aggregates<Participant> participants, CaseAccess access, ReadAudit audit) {
        this.gathering = gathering;
        this.participants = participants;
        this.access = access;
        this.audit = audit;
    }

    /**
     * All that is held here about one person, in clear, to be handed to that person; who asked is on record before the answer. Instants
     * are UTC, dates are days at the participant's site. 403 for everybody but administrators and the supervisors of the case, 404
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
        access.requireRead(caller, id.toString());
        if (participants.find(id.toString()).isEmpty()) {
            throw ProblemException.notFound("participant", id.toString());
        }
        audit.readNow(
                caller,
                id.toString(),
                "subject access",
                reason == null || reason.isBlank() ? "asked for by the participant" : reason.strip());
        return gathering
                .gather(id.toString())
                .<ResponseEntity<Object>>map(file -> ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"file-of-" + id + ".json\"")
                        .body(file))
                .orElseThrow(() -> ProblemException.notFound("participant", id.toString()));
    }
}
