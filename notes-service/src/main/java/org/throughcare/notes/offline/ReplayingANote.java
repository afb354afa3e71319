package org.throughcare.notes.offline;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.throughcare.notes.note.CaseNote;
import org.throughcare.notes.note.Content;
import org.throughcare.notes.note.NoteSeal;
import org.throughcare.notes.note.Salts;
import org.throughcare.notes.note.SigningTerms;
import org.throughcare.notes.note.Timeline;
import org.throughcare.notes.note.Writing;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/**
 * L22: takes one note from a device's queue. Draft and signature are one write, so that nothing is ever half there; each item
 * stands alone, so that their order does not matter; the device's key makes a repeat the same command.
 */
public final class ReplayingANote {

    /**
     * @param key the device's own, the same at every try
     * @param revision of the note that the device had before it; null when it had none, or the entry holds whatever is here
     * @param sign signed on the device; otherwise it stays a draft
     */
    public record Item(
            String key, Writing writing, @Nullable Long revision, boolean sign) {

        private Command command(NoteSeal seal) {
            return new Command(key, seal.fingerprint(writing) + (sign ? ":sign" : ":draft"), revision, false);
        }
    }

    private final Aggregates<CaseNote> notes;
    private final NoteSeal seal;
    private final Salts salts;
    private final SigningTerms terms;
    private final Timeline timeline;
    private final InstantSource clock;

    public ReplayingANote(
            Aggregates<CaseNote> notes,
            NoteSeal seal,
            Salts salts,
            SigningTerms terms,
            Timeline timeline,
            InstantSource clock) {
        this.notes = notes;
        this.seal = seal;
        this.salts = salts;
        this.terms = terms;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Entries of one queue may come in any order. The device's clock does not say when something was; but what it calls older
     * than the draft that is here never takes its place unseen.
     */
    private static boolean isNewer(CaseNote.Draft comes, CaseNote here) {
        OffsetDateTime written = comes.heading().deviceTime();
        return !(here instanceof CaseNote.Draft draft)
                || written == null
                || draft.heading().deviceTime() == null
                || !written.toInstant().isBefore(draft.heading().deviceTime().toInstant());
    }

    private static Decision<CaseNote> overtaken() {
        return Decision.refuse(Refusal.conflict(
                "L22", "A later version of this draft is here already and stays. Look at it before writing over it."));
    }

    public Result<CaseNote> replay(Item item) {
        Instant now = clock.instant();
        Writing writing = item.writing();
        Content content = new Content(writing.text(), salts.next());
        CaseNote.Draft draft = new CaseNote.Draft(
                writing.id(),
                writing.participant(),
                writing.author(),
                writing.heading(now),
                seal.seal(writing.id(), content));
        return notes.createOrChange(item.command(seal), writing.id(), before -> {
            Decision<CaseNote> written = before.map(note -> isNewer(draft, note) ? note.rewrite(draft) : overtaken())
                    .orElseGet(() -> CaseNote.start(draft));
            return item.sign() && written instanceof Decision.Accepted<CaseNote>
                    ? timeline.placing(CaseNote.sign(draft, content, terms, now))
                    : written;
        });
    }
}
