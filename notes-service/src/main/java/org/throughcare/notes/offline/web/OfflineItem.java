package org.throughcare.notes.offline.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.notes.note.web.NoteRequest;

/**
 * One entry of a device's queue.
 *
 * @param clientId the note's id, made by the device
 * @param idempotencyKey the device's own, the same at every try
 * @param revision of the note as the device last had it, when it was here before; a newer one is not written over (412)
 * @param sign signed on the device
 */
record OfflineItem(
        @NotNull UUID clientId,

        @NotNull @Pattern(regexp = "[\\x21-\\x7E]{1,200}", message = "1 to 200 visible ASCII characters, no spaces")
        String idempotencyKey,

        @NotNull @Valid NoteRequest note,
        @Nullable @Min(1) Long revision,
        boolean sign) {}
