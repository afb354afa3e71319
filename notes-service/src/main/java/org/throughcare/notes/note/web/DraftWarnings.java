package org.throughcare.notes.note.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.throughcare.notes.known.Known;
import org.throughcare.notes.known.KnownParticipant.Contact;
import org.throughcare.notes.note.CaseNote;
import org.throughcare.notes.note.Heading;
import org.throughcare.notes.note.NoteText;
import org.throughcare.notes.note.WritersWarnings;
import org.throughcare.notes.note.WritersWarnings.Hint;
import org.throughcare.notes.note.WritersWarnings.Warning;

/**
 * What a writer is told while writing: of words (N12), and of the contact that the note says was used (L9). Never a refusal:
 * a try that was made belongs in the notes whether or not it should have been made (Y8).
 */
final class DraftWarnings {

    private static final String FIELD = "contact";

    private final WritersWarnings words;
    private final Known known;

    DraftWarnings(WritersWarnings words, Known known) {
        this.words = words;
        this.known = known;
    }

    List<Warning> on(CaseNote.Draft draft, NoteText text) {
        List<Warning> all = new ArrayList<>(words.on(text, draft.heading().restricted()));
        ofContact(draft).ifPresent(all::add);
        return List.copyOf(all);
    }

    /** By the day it happened at the site; a draft that does not say counts from the day it was written. */
    private Optional<Warning> ofContact(CaseNote.Draft draft) {
        Heading heading = draft.heading();
        String named = heading.contact();
        if (named == null) {
            return Optional.empty();
        }
        OffsetDateTime occurred = heading.occurredAt();
        Instant at = occurred == null ? heading.receivedAt() : occurred.toInstant();
        LocalDate day = LocalDate.ofInstant(at, known.zoneOf(draft.participant()));
        Optional<Contact> contact = known.participant(draft.participant()).flatMap(who -> who.contact(named));
        if (contact.isEmpty()) {
            return Optional.of(new Warning(
                    FIELD, Hint.CONTACT, "unknown", "The contact plan has no such contact; name one of it by its id."));
        }
        return contact.get()
                .against(day)
                .map(why -> new Warning(
                        FIELD,
                        Hint.CONTACT,
                        contact.get().kind().toLowerCase(Locale.ROOT),
                        "On " + day + " this contact is not to be used: " + why
                                + ". Try the next one of the contact plan, or have the plan corrected."));
    }
}
