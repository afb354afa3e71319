package org.throughcare.participant.plan.web;

import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.identity.web.PersonFiles;
import org.throughcare.participant.plan.CopyingAPlan;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.web.ProblemException;

@RestController
class PlanCopyController {

    private static final String WHAT = "copy of the plan";

    private final CopyingAPlan copying;
    private final PersonFiles files;

    PlanCopyController(CopyingAPlan copying, PersonFiles files) {
        this.copying = copying;
        this.files = files;
    }

    /**
     * The participant's copy of one version (N3, from the case notes policy): a tagged PDF on letter paper in the participant's language
     * where the suite has it (English, Spanish), with a place for initials and date until the version has them.
     *
     * <p>Days are those of the site. 404 when there is no such version, and for one made before versions kept what they held. Of
     * several ids it is the plan that is read by them (H8).
     *
     * @param own true for the plan under this very id, alias or not
     */
    @GetMapping(path = "/participants/{id}/plan/versions/{version}/copy", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> copy(
            @PathVariable UUID id,
            @PathVariable int version,
            @RequestParam(defaultValue = "false") boolean own,
            Caller caller) {
        byte[] pdf = copying.copy(files.open(id, own, WHAT, caller), version)
                .orElseThrow(() -> ProblemException.notFound(WHAT, id.toString()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"plan-version-" + version + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(pdf);
    }
}
