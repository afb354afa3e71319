package org.throughcare.notes.note.web;

import java.util.List;
import org.throughcare.notes.known.Known;
import org.throughcare.notes.note.CaseNote;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.ProblemException;

/**
 * Who gets to which note: the case must be open to the caller, a draft is its author's alone, a restricted note its
 * author's and supervisors' (N12).
 */
public final class NoteDoor {

    private final Aggregates<CaseNote> notes;
    private final Known known;
    private final CaseAccess access;
    private final ReadAudit audit;

    NoteDoor(Aggregates<CaseNote> notes, Known known, CaseAccess access, ReadAudit audit) {
        this.notes = notes;
        this.known = known;
        this.access = access;
        this.audit = audit;
    }

    static boolean supervises(Caller caller) {
        return caller.is(Role.SUPERVISOR, Role.GRANTEE_ADMINISTRATOR);
    }

    /** Shown to somebody else than its author in an answer to a command: a reading like any other. */
    void shows(Caller caller, CaseNote note) {
        if (!opens(caller, note)) {
            throw ProblemException.notFound("note", note.id());
        }
        if (!note.author().equals(caller.id())) {
            audit.read(caller, note.participant(), "note " + note.id());
        }
    }

    /** @throws ProblemException 404 when nobody knows this participant, 403 when the case is not open to the caller */
    public void requireWrite(Caller caller, String participant) {
        requireOpen(caller, participant);
        requireKnown(participant);
    }

    private void requireOpen(Caller caller, String participant) {
        if (caller.is(Role.SYSTEM)) {
            throw ProblemException.forbidden("Notes are written by people.");
        }
        access.requireWrite(caller, participant);
    }

    /** @return all ids of the person that the caller may read under, whichever was asked about (H8) */
    public List<String> requireRead(Caller caller, String participant, String what) {
        List<String> ids = access.requireReadOfPerson(caller, participant);
        requireKnown(participant);
        ids.forEach(each -> audit.read(caller, each, what));
        return ids;
    }

    private void requireKnown(String participant) {
        if (known.participant(participant).isEmpty()) {
            throw ProblemException.notFound("participant", participant);
        }
    }

    Stored<CaseNote> find(String id) {
        return notes.find(id).orElseThrow(() -> ProblemException.notFound("note", id));
    }

    /** Whose note is written to; the decision itself knows who may do what. Who has a note is known. */
    Stored<CaseNote> toWrite(Caller caller, String id) {
        Stored<CaseNote> stored = find(id);
        requireOpen(caller, stored.state().participant());
        return stored;
    }

    Stored<CaseNote> toRead(Caller caller, String id) {
        Stored<CaseNote> stored = find(id);
        String participant = stored.state().participant();
        access.requireRead(caller, participant);
        audit.read(caller, participant, "note " + id);
        if (!opens(caller, stored.state())) {
            throw ProblemException.notFound("note", id);
        }
        return stored;
    }

    static boolean opens(Caller caller, CaseNote note) {
        return switch (note) {
            case CaseNote.Signed signed -> signed.opensTo(caller.id(), supervises(caller));
            case CaseNote.Draft _, CaseNote.Discarded _ -> note.author().equals(caller.id());
        };
    }
}
