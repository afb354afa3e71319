package org.throughcare.platform.subject;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.security.Caller;

/** At every service that knows people by copies of participant-service's records; that one, which owns them, answers for itself. */
@RestController
public final class SubjectAccessController {

    private final SubjectAccessDoor door;
    private final Predicate<String> known;
    private final Function<String, List<String>> idsOf;
    private final Function<List<String>, Object> gather;

    /**
     * @param known whether there is such a participant; asks participant-service where no copy is held
     * @param idsOf all ids of a person, the one that stands for them first (H8)
     * @param gather given those ids, all that is held here
     */
    public SubjectAccessController(
            SubjectAccessDoor door,
            Predicate<String> known,
            Function<String, List<String>> idsOf,
            Function<List<String>, Object> gather) {
        this.door = door;
        this.known = known;
        this.idsOf = idsOf;
        this.gather = gather;
    }

    /**
     * All that is held here about one person, in clear, to be handed to that person; who asked is on record before the answer. Instants
     * are UTC, times of an appointment have the zone of its place beside them, other dates are days at the participant's site, amounts
     * are dollars. {@code cut} names what there is more of than the package holds. 403 for everybody but administrators and the
     * supervisors of the case, 404 when there is no such participant, 503 when that cannot be said because participant-service is
     * away.
     *
     * @param reason why it is asked for, up to 500 characters; goes on record
     */
    @GetMapping("/participants/{participant}/subject-access")
    ResponseEntity<Object> file(
            @PathVariable UUID participant, @RequestParam(required = false) @Nullable String reason, Caller caller) {
        return door.hand(caller, participant, reason, open -> whole(caller, participant, open), gather);
    }

    private List<String> whole(Caller caller, UUID person, List<String> open) {
        return known.test(person.toString())
                ? door.whole(caller, person, open, idsOf.apply(person.toString()))
                : List.of();
    }
}
