package org.throughcare.notes.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.notes.note.Notes.AUTHOR;
import static org.throughcare.notes.note.Notes.FULL;
import static org.throughcare.notes.note.Notes.NOW;
import static org.throughcare.notes.note.Notes.OTHER;
import static org.throughcare.notes.note.Notes.SEAL;
import static org.throughcare.notes.note.Notes.TERMS;
import static org.throughcare.notes.note.Notes.TRY;
import static org.throughcare.notes.note.Notes.accepted;
import static org.throughcare.notes.note.Notes.draft;
import static org.throughcare.notes.note.Notes.signed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

class CaseNoteTest {

    private static final Instant LATER = NOW.plus(Duration.ofHours(1));

    private static Refusal refused(Decision<CaseNote> decision) {
        return ((Decision.Refused<CaseNote>) decision).refusal();
    }

    @Test
    @DisplayName("N10: a complete meeting can be signed, and the day is the site's day")
    void completeMeeting() {
        CaseNote.Signed signed = signed(draft(NoteKind.MEETING, Method.IN_PERSON, null, FULL));
        assertThat(signed.on()).isEqualTo(LocalDate.parse("2026-03-01"));
        assertThat(signed.counts()).isEqualTo(Counts.CONTACT);
        assertThat(signed.decidedUnder()).containsExactly("LEAP v1");
    }

    @Test
    @DisplayName("N10: each missing part is named with its field")
    void missingParts() {
        CaseNote.Draft draft = draft(NoteKind.MEETING, null, null, TRY);
        List<String> fields = RequiredParts.missing(draft.heading(), TRY).stream()
                .map(RequiredParts.Missing::field)
                .toList();
        assertThat(fields)
                .containsExactly(
                        "method",
                        "text.location",
                        "text.othersPresent",
                        "text.othersConcerned",
                        "text.discussion",
                        "text.outcomeWanted",
                        "text.obstacles",
                        "text.actionPlan",
                        "text.obstaclesResolved",
                        "text.requests",
                        "text.completionDates",
                        "text.effectOnGoals");
        Refusal refusal = refused(draft.sign(AUTHOR, SEAL, TERMS, NOW));
        assertThat(refusal.rule()).isEqualTo("N10");
        assertThat(refusal.reason()).contains("the method of contact", "the effect on the goals");
    }

    @Test
    @DisplayName("N10: an attempt without answer has a shorter list of its own")
    void attempt() {
        CaseNote.Signed signed = signed(draft(NoteKind.ATTEMPT, Method.PHONE, null, TRY));
        assertThat(signed.counts()).isEqualTo(Counts.ATTEMPT);
    }

    @Test
    @DisplayName("L4: a meeting says which topics it covered")
    void topics() {
        CaseNote.Draft draft = draft(NoteKind.MEETING, Method.IN_PERSON, null, FULL);
        Heading h = draft.heading();
        Heading without = new Heading(
                h.kind(), h.method(), h.occurredAt(), h.answered(), h.service(), List.of(), false, null, NOW, null);
        assertThat(RequiredParts.missing(without, FULL))
                .extracting(RequiredParts.Missing::field)
                .containsExactly("topics");
    }

    @Test
    @DisplayName("N11: a service's note names the service it is the evidence of")
    void service() {
        CaseNote.Draft draft = draft(NoteKind.SERVICE, Method.IN_PERSON, null, FULL);
        assertThat(RequiredParts.missing(draft.heading(), FULL))
                .extracting(RequiredParts.Missing::field)
                .containsExactly("service");
    }

    @ParameterizedTest(name = "{0} by {1}, answered {2}: {3}")
    @CsvSource({
        "CONTACT,LETTER,,ATTEMPT",
        "CONTACT,EMAIL,false,ATTEMPT",
        "CONTACT,EMAIL,true,CONTACT",
        "CONTACT,PHONE,,CONTACT",
        "CONTACT,PHONE,false,ATTEMPT",
        "ATTEMPT,IN_PERSON,,ATTEMPT",
        "CONTACT,SCHOOL_VISIT,,NEITHER",
        "STAFF_CHECK_IN,PHONE,,NEITHER",
        "STAFF_CHECK_IN,IN_PERSON,true,NEITHER",
        "FILE_NOTE,,,NEITHER"
    })
    @DisplayName("Y7, L20: what counts as contact")
    void counting(NoteKind kind, @Nullable Method method, @Nullable Boolean answered, Counts counts) {
        Heading heading = draft(kind, method, answered, FULL).heading();
        assertThat(Counting.of(heading, List.of(Notes.LEAP))).isEqualTo(counts);
    }

    @Test
    @DisplayName("Y7: a further method is the policy's to add")
    void policyAddsAMethod() {
        Heading heading =
                draft(NoteKind.CONTACT, Method.SCHOOL_VISIT, null, FULL).heading();
        ContactRule youth = new ContactRule("WIOA_YOUTH_TX", 2, Set.of(Method.SCHOOL_VISIT), Set.of());
        assertThat(Counting.of(heading, List.of(Notes.LEAP, youth))).isEqualTo(Counts.CONTACT);
    }

    @Test
    @DisplayName("N10: only the author signs")
    void onlyTheAuthorSigns() {
        CaseNote.Draft draft = draft(NoteKind.MEETING, Method.IN_PERSON, null, FULL);
        assertThat(refused(draft.sign(OTHER, SEAL, TERMS, NOW)).kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
    }

    @Test
    @DisplayName("N10: what has not happened yet cannot be signed for; a device a little ahead is believed")
    void notBeforeItHappened() {
        CaseNote.Draft draft = draft(NoteKind.MEETING, Method.IN_PERSON, null, FULL);
        Instant occurred = Notes.OCCURRED.toInstant();
        assertThat(refused(draft.sign(
                                AUTHOR,
                                SEAL,
                                TERMS,
                                occurred.minus(CaseNote.AHEAD).minusMillis(1)))
                        .field())
                .isEqualTo("occurredAt");
        assertThat(draft.sign(AUTHOR, SEAL, TERMS, occurred.minus(CaseNote.AHEAD)))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    @DisplayName("N12: a signed note is never rewritten, discarded or signed again, only amended")
    void signedStays() {
        CaseNote.Signed signed = signed(draft(NoteKind.MEETING, Method.IN_PERSON, null, FULL));
        CaseNote.Draft other = draft(NoteKind.MEETING, Method.IN_PERSON, null, TRY);
        assertThat(refused(signed.rewrite(other)).allowed()).containsExactly("amend");
        assertThat(refused(signed.discard(AUTHOR, NOW)).kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(refused(signed.sign(AUTHOR, SEAL, TERMS, NOW)).kind()).isEqualTo(Refusal.Kind.CONFLICT);
        CaseNote.Signed amended =
                (CaseNote.Signed) accepted(signed.amend("a1", OTHER, false, "The pass came.", "s", SEAL, LATER));
        assertThat(amended.hash()).isEqualTo(signed.hash());
        assertThat(amended.sealed()).isEqualTo(signed.sealed());
        assertThat(amended.amendments()).hasSize(1);
        assertThat(amended.amend("a1", OTHER, false, "The pass came.", "s", SEAL, LATER))
                .isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    @DisplayName("N12: a draft is announced to nobody, nor is a discarded one, and a signed note never with its text")
    void nothingAnnouncedOfADraft() {
        CaseNote.Draft draft = draft(NoteKind.MEETING, Method.IN_PERSON, null, FULL);
        assertThat(CaseNoteSnapshot.of(draft)).isNull();
        assertThat(CaseNoteSnapshot.of(accepted(draft.discard(AUTHOR, NOW)))).isNull();
        assertThat(String.valueOf(CaseNoteSnapshot.of(signed(draft))))
                .contains(draft.id())
                .doesNotContain("bus pass", "warehouse", "Sister");
    }

    @Test
    @DisplayName("N12: a restricted note opens to its author and to supervisors, and its topics stay here")
    void restricted() {
        CaseNote.Signed signed = signed(draft(NoteKind.MEETING, Method.IN_PERSON, null, FULL, true));
        assertThat(signed.opensTo(AUTHOR, false)).isTrue();
        assertThat(signed.opensTo(OTHER, true)).isTrue();
        assertThat(signed.opensTo(OTHER, false)).isFalse();
        assertThat(refused(signed.amend("a1", OTHER, false, "x", "s", SEAL, LATER))
                        .kind())
                .isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(Objects.requireNonNull(CaseNoteSnapshot.of(signed)).topics()).isEmpty();
    }

    @Test
    @DisplayName("N12: supervisors review notes, their own excepted, each once")
    void reviews() {
        CaseNote.Signed signed = signed(draft(NoteKind.MEETING, Method.IN_PERSON, null, FULL));
        assertThat(refused(signed.review("r1", AUTHOR, LATER)).kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
        CaseNote reviewed = accepted(signed.review("r1", OTHER, LATER));
        assertThat(reviewed.review("r2", OTHER, LATER)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    @DisplayName("N12: an untouched note verifies; a changed heading, text, author or amendment shows")
    void tampering() {
        VerifyingANote verifying = new VerifyingANote(SEAL, note -> Optional.empty());
        CaseNote.Signed signed = signed(draft(NoteKind.MEETING, Method.IN_PERSON, null, FULL));
        CaseNote.Signed amended =
                (CaseNote.Signed) accepted(accepted(signed.amend("a1", OTHER, false, "One", "s", SEAL, LATER))
                        .amend("a2", OTHER, false, "Two", "s", SEAL, LATER));
        assertThat(verifying.verify(amended).intact()).isTrue();
        String otherText = SEAL.seal(signed.id(), new Content(TRY, "salt"));
        assertThat(verifying
                        .verify(with(amended, AUTHOR, otherText, amended.hash(), amended.amendments()))
                        .intact())
                .isFalse();
        assertThat(verifying
                        .verify(with(amended, OTHER, amended.sealed(), amended.hash(), amended.amendments()))
                        .intact())
                .isFalse();
        assertThat(verifying
                        .verify(with(amended, AUTHOR, "not sealed here", amended.hash(), amended.amendments()))
                        .intact())
                .isFalse();
        List<Amendment> firstRemoved = List.of(amended.amendments().getLast());
        assertThat(verifying
                        .verify(with(amended, AUTHOR, amended.sealed(), amended.hash(), firstRemoved))
                        .intact())
                .isFalse();
    }

    @Test
    @DisplayName("N12: text and hash changed together still differ from the journal")
    void tamperingWithTheHashToo() {
        CaseNote.Signed signed = signed(draft(NoteKind.MEETING, Method.IN_PERSON, null, FULL));
        Content forged = new Content(TRY, "salt");
        String hash =
                NoteHash.of(signed.id(), signed.participant(), AUTHOR, signed.signedAt(), signed.heading(), forged);
        CaseNote.Signed changed = with(signed, AUTHOR, SEAL.seal(signed.id(), forged), hash, List.of());
        assertThat(new VerifyingANote(SEAL, note -> Optional.empty())
                        .verify(changed)
                        .intact())
                .isTrue();
        VerifyingANote.Verification told = new VerifyingANote(SEAL, note -> Optional.of(signed.hash())).verify(changed);
        assertThat(told.intact()).isFalse();
        assertThat(told.journaled()).isFalse();
    }

    @Test
    @DisplayName("N12: the hash is the same each time it is worked out")
    void stableHash() {
        CaseNote.Draft draft = draft(NoteKind.MEETING, Method.IN_PERSON, null, FULL);
        CaseNote.Draft fixed = new CaseNote.Draft(
                "n-1", draft.participant(), AUTHOR, draft.heading(), SEAL.seal("n-1", new Content(FULL, "salt")));
        assertThat(signed(fixed).hash()).isEqualTo(signed(fixed).hash()).hasSize(64);
    }

    private static CaseNote.Signed with(
            CaseNote.Signed signed, String author, String sealed, String hash, List<Amendment> amendments) {
        return new CaseNote.Signed(
                signed.id(),
                signed.participant(),
                author,
                signed.heading(),
                sealed,
                signed.signedAt(),
                signed.on(),
                signed.counts(),
                signed.decidedUnder(),
                hash,
                amendments,
                List.of());
    }
}
