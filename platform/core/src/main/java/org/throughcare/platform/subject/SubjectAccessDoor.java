package org.throughcare.platform.subject;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.web.ProblemException;

/**
 * The door to all that a service holds about one person, the same at every service: supervisors who may open the case and the
 * grantee's administrators, for a reason, on record before anything is gathered. Who is turned away is on record too.
 */
public final class SubjectAccessDoor {

    /** Characters. */
    public static final int LONGEST_REASON = 500;

    private static final String WHAT = "subject access";
    private static final String UNSAID = "asked for by the participant";

    private final String service;
    private final CaseAccess access;
    private final ReadAudit audit;

    public SubjectAccessDoor(String service, CaseAccess access, ReadAudit audit) {
        this.service = service;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Those of {@code all}, which must be open, every one: who may open a part of a person's file alone does not hand it out for the
     * whole (H8). That they asked is on record.
     */
    List<String> whole(Caller caller, UUID person, List<String> open, List<String> all) {
        if (!open.containsAll(all)) {
            audit.refused(caller, person.toString(), WHAT);
            throw ProblemException.forbidden(
                    "Some of what is held about this person belongs to another case; ask its supervisor or an administrator.");
        }
        return all;
    }

    /**
     * 403 for every other role and for a case that is not open to the supervisor; 400 for a reason of more than 500 characters; 404
     * when nobody knows the person; 503 when the reading cannot be put on record.
     *
     * @param idsOf given the ids whose part of the file is open to the caller (H8), those that the package is about; none when
     *     nobody knows the person
     * @param gather given those ids, the package; it is never kept by a cache
     */
    public ResponseEntity<Object> hand(
            Caller caller,
            UUID person,
            @Nullable String reason,
            UnaryOperator<List<String>> idsOf,
            Function<List<String>, Object> gather) {
        String asked = person.toString();
        if (!caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SUPERVISOR)) {
            audit.refused(caller, asked, WHAT);
            throw ProblemException.forbidden(
                    "What is held about a person is handed out by supervisors and administrators.");
        }
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw ProblemException.invalid("reason", "length", "A reason has up to " + LONGEST_REASON + " characters.");
        }
        List<String> ids = idsOf.apply(access.requireReadOfPerson(caller, asked));
        if (ids.isEmpty()) {
            throw ProblemException.notFound("participant", asked);
        }
        audit.readNow(caller, ids, WHAT, reason == null || reason.isBlank() ? UNSAID : reason.strip());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + service + "-file-of-" + asked + ".json\"")
                .body(gather.apply(ids));
    }
}
