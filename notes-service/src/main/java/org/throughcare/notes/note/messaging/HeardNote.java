package org.throughcare.notes.note.messaging;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughcare.notes.note.Counts;
import org.throughcare.notes.note.Method;

/** This service's own signed note, as announced and heard again. */
public record HeardNote(
        String id,
        String participant,
        LocalDate occurredOn,
        @Nullable Method method,
        Counts counts) {}
