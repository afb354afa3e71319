package org.throughcare.notes.offline.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.notes.note.CaseNote;
import org.throughcare.notes.note.RequiredParts;
import org.throughcare.notes.note.Writing;
import org.throughcare.notes.note.web.Incomplete;
import org.throughcare.notes.note.web.NoteDoor;
import org.throughcare.notes.offline.ReplayingANote;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.BodyParts;
import org.throughcare.platform.web.OwnerAway;
import org.throughcare.platform.web.ProblemException;
import org.throughcare.platform.web.ProblemException.Fault;
import tools.jackson.databind.JsonNode;

/** The replay of a device's queue: each entry is answered as if it had come alone. */
@RestController
class OfflineController {

    private static final int MOST = 200;

    private final ReplayingANote replaying;
    private final NoteDoor door;
    private final Validator validator;

    OfflineController(ReplayingANote replaying, NoteDoor door, Validator validator) {
        this.replaying = replaying;
        this.door = door;
        this.validator = validator;
    }

    /** @param items read one by one, so that a malformed one does not keep the others from landing */
    record Batch(
            @NotEmpty @Size(max = MOST) @ArraySchema(schema = @Schema(implementation = OfflineItem.class))
            List<JsonNode> items) {}

    /**
     * @param status as for a request of its own: 201 written, 200 written before, else why not
     * @param revision of the note that this entry made
     * @param state of the note now
     */
    record Outcome(
            @Nullable String clientId,
            @Nullable String idempotencyKey,
            int status,
            @Nullable Long revision,
            @Nullable String state,
            @Nullable ProblemDetail problem) {}

    /** @param outcomes in the order of the entries */
    record Outcomes(List<Outcome> outcomes) {}

    /**
     * What a device wrote while it was offline, up to 200 entries (L22). Each has an answer of its own, in their order, and one that
     * is refused keeps no other from landing; sent again, an entry that landed is answered as before.
     */
    @PostMapping("/notes/batch")
    Outcomes replay(@Valid @RequestBody Batch batch, Caller caller) {
        return new Outcomes(
                batch.items().stream().map(item -> outcome(item, caller)).toList());
    }

    private Outcome outcome(JsonNode raw, Caller caller) {
        String clientId = text(raw, "clientId");
        String key = text(raw, "idempotencyKey");
        try {
            OfflineItem item = read(raw);
            Result<CaseNote> result = replay(item, caller);
            ResponseEntity<Object> answer =
                    Answers.of(result, "note", stored -> stored.state().id());
            CaseNote note = result.now().orElseThrow().state();
            boolean first = result instanceof Result.Done<CaseNote> done && !done.repeated();
            long revision = result instanceof Result.Done<CaseNote> done
                    ? done.revision()
                    : result.now().orElseThrow().revision();
            int status = first && answer.getStatusCode().is2xxSuccessful()
                    ? HttpStatus.CREATED.value()
                    : HttpStatus.OK.value();
            return new Outcome(clientId, key, status, revision, state(note), null);
        } catch (ProblemException no) {
            return new Outcome(clientId, key, no.getStatusCode().value(), null, null, no.getBody());
        } catch (OwnerAway away) {
            ProblemException later = new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "unavailable",
                    "The " + away.service() + " service does not answer; send this entry again later.");
            return new Outcome(clientId, key, later.getStatusCode().value(), null, null, later.getBody());
        }
    }

    private Result<CaseNote> replay(OfflineItem item, Caller caller) {
        door.requireWrite(caller, item.note().participant().toString());
        Writing writing = item.note().by(caller.id(), item.clientId());
        Result<CaseNote> result =
                replaying.replay(new ReplayingANote.Item(item.idempotencyKey(), writing, item.revision(), item.sign()));
        if (Incomplete.refused(result)) {
            List<RequiredParts.Missing> missing = writing.missing();
            if (!missing.isEmpty()) {
                throw Incomplete.problem(missing);
            }
        }
        return result;
    }

    private OfflineItem read(JsonNode raw) {
        OfflineItem item = BodyParts.read(raw, OfflineItem.class);
        Set<ConstraintViolation<OfflineItem>> faults = validator.validate(item);
        if (!faults.isEmpty()) {
            throw invalid(faults.stream()
                    .map(each -> new Fault(each.getPropertyPath().toString(), "invalid", each.getMessage()))
                    .toArray(Fault[]::new));
        }
        return item;
    }

    private static ProblemException invalid(Fault... faults) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "invalid-request", "This entry is not valid.", faults);
    }

    private static @Nullable String text(JsonNode raw, String field) {
        JsonNode value = raw.get(field);
        return value != null && value.isString() ? value.stringValue() : null;
    }

    private static String state(CaseNote note) {
        return switch (note) {
            case CaseNote.Draft _ -> "DRAFT";
            case CaseNote.Signed _ -> "SIGNED";
            case CaseNote.Discarded _ -> "DISCARDED";
        };
    }
}
