package org.throughcare.notes.note.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.notes.note.Method;
import org.throughcare.notes.note.NoteKind;
import org.throughcare.notes.note.NoteText;
import org.throughcare.notes.note.Topic;
import org.throughcare.notes.note.Writing;

/**
 * A note as a client sends it, finished or not.
 *
 * @param occurredAt with the offset of the place where it happened
 * @param answered whether the participant responded, where the method leaves that open
 * @param deviceTime the device's clock when it was written without a network
 * @param contact the id of the contact in the contact plan by which the participant was, or was to be, reached (L9); never
 *     the number or address itself
 */
public record NoteRequest(
        @NotNull UUID participant,
        @NotNull NoteKind kind,
        @Nullable Method method,
        @Nullable OffsetDateTime occurredAt,
        @Nullable Boolean answered,
        @Nullable UUID service,
        @Nullable @Size(max = 6) List<@NotNull Topic> topics,
        @Nullable Boolean restricted,
        @Valid @Nullable Text text,
        @Nullable OffsetDateTime deviceTime,
        @Nullable UUID contact) {

    private static final int PART = 12_000;
    private static final int LINE = 300;
    private static final int ENTRIES = 30;

    /** The parts of the text (N10); an empty list says "nobody" or "none". */
    public record Text(
            @Nullable @Size(max = LINE) String location,
            @Nullable @Size(max = ENTRIES) List<@NotBlank @Size(max = LINE) String> othersPresent,
            @Nullable @Size(max = ENTRIES) List<@NotBlank @Size(max = LINE) String> othersConcerned,
            @Nullable @Size(max = PART) String reason,
            @Nullable @Size(max = PART) String discussion,
            @Nullable @Size(max = PART) String outcomeWanted,
            @Nullable @Size(max = PART) String obstacles,
            @Nullable @Size(max = PART) String actionPlan,
            @Nullable @Size(max = PART) String nextSteps,
            @Nullable @Size(max = PART) String obstaclesResolved,
            @Nullable @Size(max = PART) String requests,
            @Nullable @Size(max = ENTRIES) List<@Valid @NotNull Completion> completionDates,
            @Nullable @Size(max = PART) String effectOnGoals) {

        static final Text NOTHING =
                new Text(null, null, null, null, null, null, null, null, null, null, null, null, null);

        NoteText toText() {
            return new NoteText(
                    location,
                    othersPresent,
                    othersConcerned,
                    reason,
                    discussion,
                    outcomeWanted,
                    obstacles,
                    actionPlan,
                    nextSteps,
                    obstaclesResolved,
                    requests,
                    completionDates == null
                            ? null
                            : completionDates.stream()
                                    .map(each -> new NoteText.Completion(each.what(), each.by()))
                                    .toList(),
                    effectOnGoals);
        }
    }

    public record Completion(
            @NotBlank @Size(max = LINE) String what,
            @NotNull LocalDate by) {}

    /** @param author who is signed in; never what the request says */
    public Writing by(String author, UUID id) {
        Text parts = text == null ? Text.NOTHING : text;
        return new Writing(
                id.toString(),
                participant.toString(),
                author,
                kind,
                method,
                inMillis(occurredAt),
                answered,
                service == null ? null : service.toString(),
                topics == null ? List.of() : topics,
                Boolean.TRUE.equals(restricted),
                parts.toText(),
                inMillis(deviceTime),
                contact == null ? null : contact.toString());
    }

    /** As finely as anything is kept: what is hashed at the signature must be what is read back. */
    private static @Nullable OffsetDateTime inMillis(@Nullable OffsetDateTime at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MILLIS);
    }
}
