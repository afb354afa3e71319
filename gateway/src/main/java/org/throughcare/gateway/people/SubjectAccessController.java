package org.throughcare.gateway.people;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.problem.Problem;
import org.throughcare.gateway.session.EdgeCaller;
import org.throughcare.platform.subject.SubjectAccessDoor;

/** All that the suite holds about one person, to be handed to that person. */
@RestController
class SubjectAccessController {

    private static final Duration WORTH_ASKING_AGAIN = Duration.ofSeconds(5);

    private final SubjectFile file;

    SubjectAccessController(SubjectFile file) {
        this.file = file;
    }

    /**
     * Everything from all services as one package, for supervisors who may open the case and administrators; on record at each service
     * before it answers. 403 for others, 404 when there is no such participant, 503 while participant-service is away.
     *
     * <p>As JSON it is answered also when it is not everything, so that a person need not wait for a service that is away; but it
     * never passes for the whole. {@code complete} comes first and is false when a part is missing or holds less than there is;
     * {@code missing} names each missing part with why, {@code cut} what there is more of than its part holds; and the file's name
     * begins with {@code incomplete}.
     *
     * <p>To who accepts {@code text/html} it is a paper to print and hand over. Paper is not put right afterwards, so there is none
     * while a part is missing: 503 {@code package-incomplete}, which names the part. Where a part holds less than there is, which
     * asking again would not change, the paper says so before anything else.
     *
     * @param reason why it is asked for, up to 500 characters (400 when longer, and nobody is asked); goes on record at each service
     */
    @GetMapping("/api/people/{id}/subject-access")
    ResponseEntity<Object> subjectAccess(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            EdgeCaller caller) {
        if (!caller.is(EdgeCaller.Kind.PERSON)) {
            throw new EdgeProblem(new Problem(
                    HttpStatus.FORBIDDEN, "forbidden", "A person's file is for the people who work with them."));
        }
        if (reason != null && reason.length() > SubjectAccessDoor.LONGEST_REASON) {
            throw new EdgeProblem(new Problem(
                    HttpStatus.BAD_REQUEST,
                    "invalid-request",
                    "A reason has up to " + SubjectAccessDoor.LONGEST_REASON + " characters."));
        }
        SubjectPackage all = file.of(id.toString(), reason, caller.token());
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE) ? paper(all) : json(all);
    }

    private static ResponseEntity<Object> json(SubjectPackage all) {
        String name = (all.isComplete() ? "" : "incomplete-") + "file-of-" + all.person() + ".json";
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(all.asJson());
    }

    private static ResponseEntity<Object> paper(SubjectPackage all) {
        if (!all.missing().isEmpty()) {
            String missing = all.missing().stream()
                    .map(each -> each.service() + " (" + each.why() + ")")
                    .collect(Collectors.joining(", "));
            throw new EdgeProblem(new Problem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "package-incomplete",
                            "Nothing is printed that is not everything. Missing: " + missing + ".")
                    .retryingAfter(WORTH_ASKING_AGAIN));
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(SubjectPaper.TYPE)
                .header("Content-Security-Policy", SubjectPaper.CONTENT_SECURITY_POLICY)
                .body(SubjectPaper.of(all));
    }
}
