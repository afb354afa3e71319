package org.throughcare.notes.offline.web;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.notes.note.CaseNote;
import org.throughcare.notes.note.NoteSeal;
import org.throughcare.notes.note.Salts;
import org.throughcare.notes.note.SigningTerms;
import org.throughcare.notes.note.Timeline;
import org.throughcare.notes.offline.ReplayingANote;
import org.throughcare.platform.store.Aggregates;

@Configuration(proxyBeanMethods = false)
class OfflineParts {

    @Bean
    ReplayingANote replayingANote(
            Aggregates<CaseNote> notes,
            NoteSeal seal,
            Salts salts,
            SigningTerms terms,
            Timeline timeline,
            InstantSource clock) {
        return new ReplayingANote(notes, seal, salts, terms, timeline, clock);
    }
}
