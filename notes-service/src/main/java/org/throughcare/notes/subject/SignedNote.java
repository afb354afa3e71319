package org.throughcare.notes.subject;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.notes.note.CaseNote;
import org.throughcare.notes.note.Counts;
import org.throughcare.notes.note.Heading;
import org.throughcare.notes.note.Method;
import org.throughcare.notes.note.NoteKind;
import org.throughcare.notes.note.NoteSeal;
import org.throughcare.notes.note.NoteText;
import org.throughcare.notes.note.Review;
import org.throughcare.notes.note.Topic;

/**
 * A signed note as it stands, opened for the person it is about.
 *
 * @param author staff id
 * @param on the day at the site
 * @param restricted does not bear on the plan (health, charges): shown to few of the staff, but no less to the person
 * @param hash that was announced when it was signed
 */
public record SignedNote(
        String id,
        String author,
        NoteKind kind,
        @Nullable Method method,
        @Nullable OffsetDateTime occurredAt,
        LocalDate on,
        @Nullable Boolean answered,
        Counts counts,
        @Nullable String service,
        List<Topic> topics,
        boolean restricted,
        NoteText text,
        @Nullable OffsetDateTime deviceTime,
        Instant receivedAt,
        Instant signedAt,
        List<Addition> amendments,
        List<Review> reviews,
        List<String> decidedUnder,
        String hash) {

    /** An amendment, opened. */
    public record Addition(String id, String author, Instant at, String text, String hash) {}

    /** The moment it stands at among the others. */
    Instant at() {
        return occurredAt == null ? signedAt : occurredAt.toInstant();
    }

    static SignedNote of(CaseNote.Signed note, NoteSeal seal) {
        Heading heading = note.heading();
        return new SignedNote(
                note.id(),
                note.author(),
                heading.kind(),
                heading.method(),
                heading.occurredAt(),
                note.on(),
                heading.answered(),
                note.counts(),
                heading.service(),
                heading.topics(),
                heading.restricted(),
                seal.open(note.id(), note.sealed()).text(),
                heading.deviceTime(),
                heading.receivedAt(),
                note.signedAt(),
                note.amendments().stream()
                        .map(each -> new Addition(
                                each.id(),
                                each.author(),
                                each.at(),
                                seal.openAmendment(note.id(), each.id(), each.sealed())
                                        .text(),
                                each.hash()))
                        .toList(),
                note.reviews(),
                note.decidedUnder(),
                note.hash());
    }
}
