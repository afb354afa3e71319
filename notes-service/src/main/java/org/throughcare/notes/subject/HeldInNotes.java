package org.throughcare.notes.subject;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.notes.contact.ContactLedger;
import org.throughcare.notes.note.CaseNote;
import org.throughcare.notes.search.DisengagedSearch;
import org.throughcare.platform.audit.ReadsOnRecord;
import org.throughcare.platform.subject.Cut;

/**
 * All that notes-service holds about one person, for that person: every signed note with its text and what was added to it, attempts
 * and restricted notes among them; the contacts that were counted and owed, year by year; the searches for them with each try; and who
 * read any of it.
 *
 * <p>Not the text of drafts. A draft is its author's own unfinished paper: nobody else reads it, also not the supervisor through whose
 * hands this goes, and it is no record of anything until it is signed (N10, N12). That somebody has begun one, or threw one away, is
 * no secret: who and when is within, so that the person can ask for it once it is signed. Once signed, it is within.
 *
 * <p>Relatives and agencies that were asked in a search stand there as the ids they have in the person's own contact plan. Whoever is
 * named in the words of a note is named: those words are about this person.
 *
 * @param preparedAt on the business clock
 * @param about all ids that the person is kept under, the asked one first
 * @param cut of what there is more than this; empty when nothing was left out for being too much
 * @param notice where restricted notes are within: nobody has marked which of them speak of substance use, so it goes with them all
 * @param notWithin what is kept and not in here, in words for the person
 * @param notes the earliest first, by when it happened
 * @param contactYears days are the site's
 * @param readBy the reading for this package is the last
 */
public record HeldInNotes(
        Instant preparedAt,
        List<String> about,
        List<Cut> cut,
        @Nullable String notice,
        List<String> notWithin,
        List<SignedNote> notes,
        List<Unfinished> unfinished,
        List<ContactLedger> contactYears,
        List<DisengagedSearch> searches,
        List<ReadsOnRecord.Read> readBy) {

    /**
     * Somebody's paper that was never signed.
     *
     * @param author staff id
     * @param at when it came here last or, of one that was thrown away, when that was
     */
    public record Unfinished(String id, String author, Is is, Instant at) {

        /** What became of it. */
        public enum Is {
            BEING_WRITTEN,
            THROWN_AWAY
        }

        static Unfinished of(CaseNote.Draft draft) {
            return new Unfinished(
                    draft.id(),
                    draft.author(),
                    Is.BEING_WRITTEN,
                    draft.heading().receivedAt());
        }

        static Unfinished of(CaseNote.Discarded discarded) {
            return new Unfinished(discarded.id(), discarded.author(), Is.THROWN_AWAY, discarded.at());
        }
    }
}
