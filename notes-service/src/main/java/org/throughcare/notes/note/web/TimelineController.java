package org.throughcare.notes.note.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.notes.note.Drafts;
import org.throughcare.notes.note.NoteSeal;
import org.throughcare.notes.note.Timeline;
import org.throughcare.platform.security.Caller;

@RestController
class TimelineController {

    private final Timeline timeline;
    private final Drafts drafts;
    private final NoteDoor door;
    private final NoteSeal seal;
    private final DraftWarnings warnings;

    TimelineController(Timeline timeline, Drafts drafts, NoteDoor door, NoteSeal seal, DraftWarnings warnings) {
        this.timeline = timeline;
        this.drafts = drafts;
        this.door = door;
        this.seal = seal;
        this.warnings = warnings;
    }

    /** @param next the cursor of the page behind this one; absent on the last */
    record Page(List<NoteView> notes, @Nullable String next) {}

    /**
     * Newest first by when it happened. Restricted notes are there for those who may read them only. Of a person with several
     * ids it is the same page whichever is named, and each note has the id under which it was written (H8).
     */
    @GetMapping("/participants/{participant}/notes")
    Page notes(
            @PathVariable UUID participant,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        List<String> ids = door.requireRead(caller, participant.toString(), "notes");
        Timeline.@Nullable After after = cursor == null ? null : Cursor.read(cursor);
        List<NoteView> page = new ArrayList<>();
        while (true) {
            List<Timeline.Entry> entries = timeline.latest(ids, after, limit + 1);
            List<Timeline.Entry> taken = entries.subList(0, Math.min(limit - page.size(), entries.size()));
            timeline.notes(taken).stream()
                    .filter(note -> NoteDoor.opens(caller, note))
                    .map(note -> NoteView.of(note, seal, warnings))
                    .forEach(page::add);
            boolean more = entries.size() > taken.size();
            if (!taken.isEmpty()) {
                Timeline.Entry last = taken.getLast();
                after = new Timeline.After(last.occurredAt(), last.note());
            }
            if (!more || after == null || page.size() == limit) {
                return new Page(page, more && after != null ? Cursor.of(after) : null);
            }
        }
    }

    /** The caller's own unfinished notes about this participant, under any of the person's ids. */
    @GetMapping("/participants/{participant}/notes/drafts")
    List<NoteView> drafts(@PathVariable UUID participant, Caller caller) {
        List<String> ids = door.requireRead(caller, participant.toString(), "own drafts");
        return drafts.of(caller.id(), ids).stream()
                .map(note -> NoteView.of(note, seal, warnings))
                .toList();
    }

    /** @param entries how many are in it now */
    record Rebuilt(long entries) {}

    /** Makes the timeline anew from the notes; what is there stays readable meanwhile. */
    @PostMapping("/operations/timeline/rebuild")
    Rebuilt rebuild() {
        return new Rebuilt(timeline.rebuild());
    }
}
