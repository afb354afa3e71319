package org.throughcare.notes.subject.store;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.notes.contact.ContactLedger;
import org.throughcare.notes.known.Known;
import org.throughcare.notes.note.CaseNote;
import org.throughcare.notes.note.NoteSeal;
import org.throughcare.notes.search.DisengagedSearch;
import org.throughcare.notes.subject.GatheringNotes;
import org.throughcare.platform.audit.ReadsOnRecord;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.subject.StoredShelf;
import org.throughcare.platform.subject.SubjectAccessController;
import org.throughcare.platform.subject.SubjectAccessDoor;

@Configuration(proxyBeanMethods = false)
class SubjectParts {

    @Bean
    GatheringNotes gatheringNotes(
            Aggregates<CaseNote> notes,
            Aggregates<ContactLedger> ledgers,
            Aggregates<DisengagedSearch> searches,
            NoteSeal seal,
            ReadsOnRecord reads,
            InstantSource clock) {
        return new GatheringNotes(
                new GatheringNotes.Shelves(
                        StoredShelf.about(notes), StoredShelf.about(ledgers), StoredShelf.about(searches)),
                seal,
                reads,
                clock);
    }

    @Bean
    SubjectAccessController subjectAccess(SubjectAccessDoor door, Known known, GatheringNotes gathering) {
        return new SubjectAccessController(
                door, id -> known.participant(id).isPresent(), known::idsOf, gathering::gather);
    }
}
