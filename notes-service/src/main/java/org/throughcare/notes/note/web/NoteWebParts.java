package org.throughcare.notes.note.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.notes.known.Known;
import org.throughcare.notes.note.AmendingANote;
import org.throughcare.notes.note.CaseNote;
import org.throughcare.notes.note.DiscardingADraft;
import org.throughcare.notes.note.ReviewingANote;
import org.throughcare.notes.note.SigningANote;
import org.throughcare.notes.note.VerifyingANote;
import org.throughcare.notes.note.WritersWarnings;
import org.throughcare.notes.note.WritingANote;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.CaseAccess;
import org.throughcare.platform.store.Aggregates;

@Configuration(proxyBeanMethods = false)
class NoteWebParts {

    @Bean
    NoteDoor noteDoor(Aggregates<CaseNote> notes, Known known, CaseAccess access, ReadAudit audit) {
        return new NoteDoor(notes, known, access, audit);
    }

    @Bean
    DraftWarnings draftWarnings(WritersWarnings words, Known known) {
        return new DraftWarnings(words, known);
    }

    @Bean
    NoteController.NoteUseCases noteUseCases(
            WritingANote writing,
            SigningANote signing,
            AmendingANote amending,
            DiscardingADraft discarding,
            ReviewingANote reviewing,
            VerifyingANote verifying) {
        return new NoteController.NoteUseCases(writing, signing, amending, discarding, reviewing, verifying);
    }
}
