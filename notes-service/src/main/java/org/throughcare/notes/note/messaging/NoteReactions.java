package org.throughcare.notes.note.messaging;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.notes.contact.Counted;
import org.throughcare.notes.contact.KeepingTheLedger;
import org.throughcare.notes.note.Counts;
import org.throughcare.notes.search.ClosingASearch;
import org.throughcare.platform.messaging.Subscription;

/**
 * What a signed note brings about here: its count in the ledger, the end of a search. All of it is repeatable, and none of it
 * needs the note to be the latest thing heard.
 */
@Configuration(proxyBeanMethods = false)
class NoteReactions {

    /** No copy is kept: the note itself is here. An older event than the last one heard does nothing that was not done. */
    @Bean
    Subscription<HeardNote> hearingOwnNotes(KeepingTheLedger ledger, ClosingASearch searches) {
        return new Subscription<>("notes", "case-note", HeardNote.class, null, Set.of(), (copy, heard) -> {
            HeardNote note = copy.snapshot();
            if (note.counts() != Counts.NEITHER) {
                boolean contact = note.counts() == Counts.CONTACT;
                ledger.count(note.participant(), new Counted(note.id(), note.occurredOn(), note.method(), contact));
                if (contact) {
                    searches.contactMade(note.participant(), note.id(), note.occurredOn(), note.method());
                }
            }
        });
    }
}
