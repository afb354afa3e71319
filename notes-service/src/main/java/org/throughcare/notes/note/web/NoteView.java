package org.throughcare.notes.note.web;

import java.time.Duration;
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
import org.throughcare.notes.note.RequiredParts;
import org.throughcare.notes.note.Topic;
import org.throughcare.notes.note.WritersWarnings;

/**
 * A note as those who may read it see it.
 *
 * @param missing of a draft: what is still to be said before it can be signed
 * @param warnings of a draft: hints, never refusals
 * @param contact the id of the contact that was used
 * @param lagHours of a signed note: from what happened to the signature (N12)
 */
public record NoteView(
        String id,
        String participant,
        String author,
        State state,
        @Nullable NoteKind kind,
        @Nullable Method method,
        @Nullable OffsetDateTime occurredAt,
        @Nullable Boolean answered,
        @Nullable LocalDate occurredOn,
        @Nullable OffsetDateTime deviceTime,
        @Nullable Instant receivedAt,
        @Nullable Instant signedAt,
        @Nullable Long lagHours,
        @Nullable Counts counts,
        @Nullable String service,
        @Nullable String contact,
        List<Topic> topics,
        boolean restricted,
        @Nullable NoteText text,
        List<AmendmentView> amendments,
        List<ReviewView> reviews,
        List<String> decidedUnder,
        @Nullable String hash,
        List<RequiredParts.Missing> missing,
        List<WritersWarnings.Warning> warnings) {

    /** Where the note is in its life. */
    public enum State {
        DRAFT,
        SIGNED,
        DISCARDED
    }

    public record AmendmentView(String id, String author, Instant at, String text, String hash) {}

    public record ReviewView(String by, Instant at) {}

    static NoteView of(CaseNote note, NoteSeal seal, DraftWarnings warnings) {
        return switch (note) {
            case CaseNote.Draft draft ->
                draft(draft, seal.open(draft.id(), draft.sealed()).text(), warnings);
            case CaseNote.Signed signed -> signed(signed, seal);
            case CaseNote.Discarded discarded ->
                new NoteView(
                        discarded.id(),
                        discarded.participant(),
                        discarded.author(),
                        State.DISCARDED,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        false,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        List.of());
        };
    }

    private static NoteView draft(CaseNote.Draft draft, NoteText text, DraftWarnings warnings) {
        Heading heading = draft.heading();
        return new NoteView(
                draft.id(),
                draft.participant(),
                draft.author(),
                State.DRAFT,
                heading.kind(),
                heading.method(),
                heading.occurredAt(),
                heading.answered(),
                null,
                heading.deviceTime(),
                heading.receivedAt(),
                null,
                null,
                null,
                heading.service(),
                heading.contact(),
                heading.topics(),
                heading.restricted(),
                text,
                List.of(),
                List.of(),
                List.of(),
                null,
                RequiredParts.missing(heading, text),
                warnings.on(draft, text));
    }

    private static NoteView signed(CaseNote.Signed signed, NoteSeal seal) {
        Heading heading = signed.heading();
        OffsetDateTime occurred = heading.occurredAt();
        return new NoteView(
                signed.id(),
                signed.participant(),
                signed.author(),
                State.SIGNED,
                heading.kind(),
                heading.method(),
                occurred,
                heading.answered(),
                signed.on(),
                heading.deviceTime(),
                heading.receivedAt(),
                signed.signedAt(),
                occurred == null
                        ? null
                        : Duration.between(occurred.toInstant(), signed.signedAt())
                                .toHours(),
                signed.counts(),
                heading.service(),
                heading.contact(),
                heading.topics(),
                heading.restricted(),
                seal.open(signed.id(), signed.sealed()).text(),
                signed.amendments().stream()
                        .map(each -> new AmendmentView(
                                each.id(),
                                each.author(),
                                each.at(),
                                seal.openAmendment(signed.id(), each.id(), each.sealed())
                                        .text(),
                                each.hash()))
                        .toList(),
                signed.reviews().stream()
                        .map(each -> new ReviewView(each.by(), each.at()))
                        .toList(),
                signed.decidedUnder(),
                signed.hash(),
                List.of(),
                List.of());
    }
}
