package org.throughcare.notes.note.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.notes.contact.Counted;
import org.throughcare.notes.contact.KeepingTheLedger;
import org.throughcare.notes.note.Counts;
import org.throughcare.notes.note.Timeline;
import org.throughcare.notes.search.ClosingASearch;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.CopyStores;

/**
 * What a signed note brings about here: its place in the timeline, its count in the ledger, the end of a search. All of it is
 * repeatable, and none of it needs the note to be the latest thing heard.
 */
@Configuration(proxyBeanMethods = false)
class NoteReactions {

    @Bean
    Copies<HeardNote> signedNotes(CopyStores copies) {
        return copies.of("notes", "case-note", HeardNote.class);
    }

    @Bean
    Subscription<HeardNote> hearingOwnNotes(
            Copies<HeardNote> copies, Timeline timeline, KeepingTheLedger ledger, ClosingASearch searches) {
        return Subscription.toState("notes", "case-note", HeardNote.class, copies, (copy, heard) -> {
            HeardNote note = copy.snapshot();
            timeline.add(new Timeline.Entry(note.id(), note.participant(), note.occurredAt()));
            if (note.counts() != Counts.NEITHER) {
                boolean contact = note.counts() == Counts.CONTACT;
                ledger.owe(note.participant(), "note/" + note.id());
                ledger.count(note.participant(), new Counted(note.id(), note.occurredOn(), note.method(), contact));
                if (contact) {
                    searches.contactMade(note.participant(), note.id(), note.occurredOn(), note.method());
                }
            }
        });
    }
}
