package org.throughcare.notes.note.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.notes.note.AmendingANote;
import org.throughcare.notes.note.CaseNote;
import org.throughcare.notes.note.DiscardingADraft;
import org.throughcare.notes.note.NoteSeal;
import org.throughcare.notes.note.RequiredParts;
import org.throughcare.notes.note.ReviewingANote;
import org.throughcare.notes.note.SigningANote;
import org.throughcare.notes.note.VerifyingANote;
import org.throughcare.notes.note.WritingANote;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;

@RestController
@RequestMapping("/notes")
class NoteController {

    private static final int PART = 12_000;

    private final NoteDoor door;
    private final NoteUseCases does;
    private final NoteSeal seal;
    private final DraftWarnings warnings;

    /** The use cases of a note, as one argument. */
    record NoteUseCases(
            WritingANote writing,
            SigningANote signing,
            AmendingANote amending,
            DiscardingADraft discarding,
            ReviewingANote reviewing,
            VerifyingANote verifying) {}

    NoteController(NoteDoor door, NoteUseCases does, NoteSeal seal, DraftWarnings warnings) {
        this.door = door;
        this.does = does;
        this.seal = seal;
        this.warnings = warnings;
    }

    /**
     * A draft is begun or rewritten by its author; nobody else sees it. Nothing need be complete yet: the answer names what is still
     * to be said (N10) and warns of what reads as opinion or does not bear on the plan (N12). 409 once it is signed.
     */
    @PutMapping("/{id}")
    ResponseEntity<Object> write(
            @PathVariable UUID id, @Valid @RequestBody NoteRequest asked, Command command, Caller caller) {
        door.requireWrite(caller, asked.participant().toString());
        return answer(caller, does.writing().write(command, asked.by(caller.id(), id)));
    }

    /** A note: a draft for its author alone, a restricted one for its author and supervisors (N12). */
    @GetMapping("/{id}")
    ResponseEntity<Object> note(@PathVariable UUID id, Caller caller) {
        return Answers.found(door.toRead(caller, id.toString()), stored -> view(stored.state()));
    }

    /**
     * The author signs; from then on the note never changes (N12). 422 names every part that is missing (N10), and a time that lies
     * ahead.
     */
    @PostMapping("/{id}/signature")
    ResponseEntity<Object> sign(@PathVariable UUID id, Command command, Caller caller) {
        door.toWrite(caller, id.toString());
        Result<CaseNote> result = does.signing().sign(command, id.toString(), caller.id());
        if (Incomplete.refused(result)) {
            List<RequiredParts.Missing> missing = does.signing().missing(id.toString());
            if (!missing.isEmpty()) {
                throw Incomplete.problem(missing);
            }
        }
        return answer(caller, result);
    }

    /** @param id the amendment's own id */
    record AmendmentRequest(
            @NotNull UUID id, @NotBlank @Size(max = PART) String text) {}

    /**
     * Something is added to a signed note, which itself stays as it is (N12). 409 for a draft, and for other words under the id of an
     * amendment there is.
     */
    @PostMapping("/{id}/amendments")
    ResponseEntity<Object> amend(
            @PathVariable UUID id, @Valid @RequestBody AmendmentRequest asked, Command command, Caller caller) {
        door.toWrite(caller, id.toString());
        return answer(
                caller,
                does.amending()
                        .amend(
                                command,
                                new AmendingANote.Asked(
                                        id.toString(),
                                        asked.id().toString(),
                                        caller.id(),
                                        NoteDoor.supervises(caller),
                                        asked.text())));
    }

    /** The author throws a draft away. 409 once it is signed. */
    @PostMapping("/{id}/discard")
    ResponseEntity<Object> discard(@PathVariable UUID id, Command command, Caller caller) {
        door.toWrite(caller, id.toString());
        return answer(caller, does.discarding().discard(command, id.toString(), caller.id()));
    }

    /** A supervisor has reviewed the note (N12). 403 for one's own, 409 for a draft. */
    @PostMapping("/{id}/reviews")
    ResponseEntity<Object> review(@PathVariable UUID id, Command command, Caller caller) {
        door.toWrite(caller, id.toString());
        if (!NoteDoor.supervises(caller)) {
            throw ProblemException.refused(Refusal.forbidden("N12", "Notes are reviewed by supervisors."));
        }
        return answer(caller, does.reviewing().review(command, id.toString(), caller.id()));
    }

    /** Whether the note and its amendments are as they were signed (N12). 409 for what is not signed. */
    @GetMapping("/{id}/verification")
    VerifyingANote.Verification verify(@PathVariable UUID id, Caller caller) {
        if (door.toRead(caller, id.toString()).state() instanceof CaseNote.Signed signed) {
            return does.verifying().verify(signed);
        }
        throw ProblemException.refused(Refusal.conflict("N12", "Only a signed note can be verified.", "sign"));
    }

    private ResponseEntity<Object> answer(Caller caller, Result<CaseNote> result) {
        return Answers.of(result, "note", stored -> {
            door.shows(caller, stored.state());
            return view(stored.state());
        });
    }

    private NoteView view(CaseNote note) {
        return NoteView.of(note, seal, warnings);
    }
}
