package org.throughcare.notes.note.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.throughcare.notes.note.AmendingANote;
import org.throughcare.notes.note.AnnouncedHashes;
import org.throughcare.notes.note.CaseNote;
import org.throughcare.notes.note.CaseNoteSnapshot;
import org.throughcare.notes.note.DiscardingADraft;
import org.throughcare.notes.note.Drafts;
import org.throughcare.notes.note.NoteEvent;
import org.throughcare.notes.note.NoteSeal;
import org.throughcare.notes.note.ReviewingANote;
import org.throughcare.notes.note.Salts;
import org.throughcare.notes.note.SigningANote;
import org.throughcare.notes.note.SigningTerms;
import org.throughcare.notes.note.Timeline;
import org.throughcare.notes.note.VerifyingANote;
import org.throughcare.notes.note.WritersWarnings;
import org.throughcare.notes.note.WritingANote;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.backup.AfterRestore;
import org.throughcare.platform.cipher.FieldCipher;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.store.AggregateStore;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.tenancy.GranteeDatabasePreparation;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.time.BusinessClock;

@Configuration(proxyBeanMethods = false)
class NoteParts {

    private static final int SALT_BYTES = 16;

    static final AggregateType<CaseNote> TYPE = AggregateType.named("case-note", CaseNote.class, NoteEvent.class)
            .announcing(CaseNoteSnapshot.class, CaseNoteSnapshot::of)
            .aboutParticipant(CaseNote::participant)
            .indexed("author", "is", "participant")
            .build();

    @Bean
    Aggregates<CaseNote> caseNotes(AggregateStores stores) {
        return stores.of(TYPE);
    }

    @Bean
    Drafts drafts(Aggregates<CaseNote> notes) {
        return new StoredDrafts((AggregateStore<CaseNote>) notes);
    }

    @Bean
    InstantSource businessInstants(BusinessClock clock) {
        return clock::now;
    }

    @Bean
    NoteSeal noteSeal(FieldCipher cipher) {
        return new SealedNotes(cipher);
    }

    @Bean
    Salts salts() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] bytes = new byte[SALT_BYTES];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        };
    }

    @Bean
    Timeline timeline(TenantDatabases databases) {
        return new StoredTimeline(databases, TYPE.name());
    }

    @Bean
    GranteeDatabasePreparation timelineIndex() {
        return (database, journal) -> StoredTimeline.prepare(database);
    }

    @Bean
    GranteeDatabasePreparation timelineAfterARestore() {
        return new AfterRestore("timeline", database -> StoredTimeline.madeAnew(database, TYPE.name()));
    }

    @Bean
    AnnouncedHashes announcedHashes(TenantDatabases databases) {
        return new JournaledHashes(databases);
    }

    @Bean
    WritersWarnings writersWarnings(
            @Value("${throughcare.notes.writers-warnings:classpath:notes/writers-warnings.json}") Resource words) {
        try (InputStream in = words.getInputStream()) {
            return new WritersWarnings(List.of(Json.strict().readValue(in, WritersWarnings.Entry[].class)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the list of words that writers are warned of", unreadable);
        }
    }

    @Bean
    WritingANote writingANote(Aggregates<CaseNote> notes, NoteSeal seal, Salts salts, InstantSource clock) {
        return new WritingANote(notes, seal, salts, clock);
    }

    @Bean
    SigningANote signingANote(
            Aggregates<CaseNote> notes, NoteSeal seal, SigningTerms terms, Timeline timeline, InstantSource clock) {
        return new SigningANote(notes, seal, terms, timeline, clock);
    }

    @Bean
    AmendingANote amendingANote(Aggregates<CaseNote> notes, NoteSeal seal, Salts salts, InstantSource clock) {
        return new AmendingANote(notes, seal, salts, clock);
    }

    @Bean
    DiscardingADraft discardingADraft(Aggregates<CaseNote> notes, InstantSource clock) {
        return new DiscardingADraft(notes, clock);
    }

    @Bean
    ReviewingANote reviewingANote(Aggregates<CaseNote> notes, InstantSource clock) {
        return new ReviewingANote(notes, clock);
    }

    @Bean
    VerifyingANote verifyingANote(NoteSeal seal, AnnouncedHashes announced) {
        return new VerifyingANote(seal, announced);
    }
}
