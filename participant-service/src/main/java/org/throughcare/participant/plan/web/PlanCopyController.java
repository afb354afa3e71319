package org.throughcare.participant.plan.web;

import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.plan.CopyingAPlan;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.web.ProblemException;

@RestController
class PlanCopyController {

    private static final String WHAT = "copy of the plan";

    private final CopyingAPlan copying;
    private final CaseAccess access;
    private final ReadAudit audit;

    PlanCopyController(CopyingAPlan copying, CaseAccess access, ReadAudit audit) {
        this.copying = copying;
        this.access = access;
        this.audit = audit;
    }

    /**
     * The participant's copy of one version (N3, from the case notes policy): a tagged PDF on letter paper in the participant's language
     * where the suite has it (English, Spanish), with a place for initials and date until the version has them.
     *
     * <p>Days are those of the site. 404 when there is no such version, and for one made before versions kept what they held.
     */
    @GetMapping(path = "/participants/{id}/plan/versions/{version}/copy", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> copy(@PathVariable UUID id, @PathVariable int version, Caller caller) {
        access.requireRead(caller, id.toString());
        audit.read(caller, id.toString(), WHAT);
        byte[] pdf =
                copying.copy(id.toString(), version).orElseThrow(() -> ProblemException.notFound(WHAT, id.toString()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"plan-version-" + version + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(pdf);
    }
}
