package org.throughcare.participant.identity.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.identity.OfOnePerson;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;
import tools.jackson.databind.node.ObjectNode;

/**
 * A person's file, whichever of their ids it is asked for by (H8). The answer is the survivor's record, or an alias's where the
 * survivor has none of that kind; others of the kind stand beside it in {@code underAliases}, so that nothing recorded before the
 * merge is out of sight.
 */
@Component
public class PersonFiles {

    /** Field of an answer for what is recorded under the person's other ids; not there when there is nothing. */
    static final String UNDER_ALIASES = "underAliases";

    private final Aliases aliases;
    private final CaseAccess access;
    private final ReadAudit audit;

    PersonFiles(Aliases aliases, CaseAccess access, ReadAudit audit) {
        this.aliases = aliases;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Under which of the person's ids to look, the one that stands for them first. Whoever may read one record of a person needs a
     * right to the record that is shown as well; whose case it is reads all that were merged into it, and who has no more than the
     * one record reads that one. Reading is on record under each.
     *
     * @param own only what is recorded under this very id, alias or not
     */
    public List<UUID> open(UUID id, boolean own, String what, Caller caller) {
        List<UUID> ids = ids(id, own, caller);
        ids.forEach(each -> audit.read(caller, each.toString(), what));
        return ids;
    }

    /** As {@link #open}, where nothing that was recorded about the person is shown. */
    public List<UUID> ids(UUID id, boolean own, Caller caller) {
        if (own) {
            access.requireRead(caller, id.toString());
            return List.of(id);
        }
        List<UUID> open = access.requireReadOfPerson(caller, id.toString()).stream()
                .map(UUID::fromString)
                .toList();
        UUID survivor = aliases.survivorOf(id);
        if (!open.contains(survivor)) {
            access.requireRead(caller, survivor.toString());
        }
        return open;
    }

    /**
     * 200 with the revision of the record that is shown as {@code ETag}.
     *
     * @param what the kind in words, for "There is no …"
     */
    public static <S> ResponseEntity<Object> answer(
            Aggregates<S> kind, List<UUID> ids, String what, Function<Stored<S>, Object> view) {
        return OfOnePerson.among(kind, ids)
                .map(found -> Answers.found(found.first(), first -> answer(first, found.beside(), view)))
                .orElseThrow(
                        () -> ProblemException.notFound(what, ids.getFirst().toString()));
    }

    public static <S> Object answer(Stored<S> first, List<Stored<S>> beside, Function<Stored<S>, Object> view) {
        if (beside.isEmpty()) {
            return view.apply(first);
        }
        ObjectNode answer = Json.mapper().valueToTree(view.apply(first));
        answer.set(
                UNDER_ALIASES,
                Json.mapper().valueToTree(beside.stream().map(view).toList()));
        return answer;
    }
}
