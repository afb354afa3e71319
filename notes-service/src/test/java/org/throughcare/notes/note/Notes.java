package org.throughcare.notes.note;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;

/** Notes to tell stories with: sealed by a seal that anybody can open, signed at one fixed moment. */
final class Notes {

    static final String AUTHOR = "worker-1";
    static final String OTHER = "worker-2";
    static final String PARTICIPANT = "participant-1";
    static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");
    static final OffsetDateTime OCCURRED = OffsetDateTime.parse("2026-03-01T22:30:00-06:00");
    static final ContactRule LEAP = new ContactRule(
            "LEAP",
            1,
            Set.of(Method.IN_PERSON, Method.VIDEO, Method.PHONE),
            Set.of(Method.LETTER, Method.POSTCARD, Method.EMAIL, Method.TEXT));
    static final SigningTerms TERMS =
            (participant, occurred) -> new SigningTerms.Terms(ZoneId.of("America/Chicago"), List.of(LEAP));
    static final NoteText FULL = new NoteText(
            "Jail AJC",
            List.of(),
            List.of("Sister"),
            "Weekly meeting",
            "We went through the plan.",
            "A warehouse job",
            "No transport",
            "Apply for a bus pass",
            "Call the depot",
            "Birth certificate came",
            "Wants a morning shift",
            List.of(new NoteText.Completion("Bus pass", LocalDate.parse("2026-03-10"))),
            "Goal 2 is under way");
    static final NoteText TRY = new NoteText(
            null, null, null, "To set a date", null, null, null, null, "Call again tomorrow", null, null, null, null);
    static final NoteSeal SEAL = new Plain();

    private Notes() {}

    static CaseNote.Draft draft(NoteKind kind, @Nullable Method method, @Nullable Boolean answered, NoteText text) {
        return draft(kind, method, answered, text, false);
    }

    static CaseNote.Draft draft(
            NoteKind kind, @Nullable Method method, @Nullable Boolean answered, NoteText text, boolean restricted) {
        String id = UUID.randomUUID().toString();
        Heading heading = new Heading(
                kind,
                method,
                OCCURRED,
                answered,
                null,
                kind == NoteKind.MEETING ? List.of(Topic.GOALS, Topic.RELEASE_DATE) : List.of(),
                restricted,
                null,
                NOW,
                null);
        return new CaseNote.Draft(id, PARTICIPANT, AUTHOR, heading, SEAL.seal(id, new Content(text, "salt")));
    }

    static CaseNote.Signed signed(CaseNote.Draft draft) {
        return (CaseNote.Signed) accepted(draft.sign(AUTHOR, SEAL, TERMS, NOW));
    }

    static CaseNote accepted(Decision<CaseNote> decision) {
        if (decision instanceof Decision.Accepted<CaseNote> accepted) {
            return accepted.state();
        }
        throw new AssertionError("not accepted: " + decision);
    }

    /** Opens only what it sealed, in its place, as the real one does. */
    private static final class Plain implements NoteSeal {
        private record Sealed(String where, NoteText text, String salt) {}

        private final Map<String, Sealed> texts = new ConcurrentHashMap<>();

        @Override
        public String seal(String note, Content content) {
            String key = UUID.randomUUID().toString();
            texts.put(key, new Sealed(note, content.text(), content.salt()));
            return key;
        }

        @Override
        public Content open(String note, String sealed) {
            Sealed found = texts.get(sealed);
            if (found == null || !found.where().equals(note)) {
                throw new IllegalStateException("not sealed here");
            }
            return new Content(found.text(), found.salt());
        }

        @Override
        public String fingerprint(Writing writing) {
            return writing.toString();
        }

        @Override
        public String sealAmendment(String note, String amendment, Amendment.Words words) {
            return Base64.getEncoder()
                    .encodeToString((note + "|" + amendment + "|" + words.salt() + "|" + words.text())
                            .getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Amendment.Words openAmendment(String note, String amendment, String sealed) {
            String[] parts = new String(Base64.getDecoder().decode(sealed), StandardCharsets.UTF_8).split("\\|", 4);
            if (!parts[0].equals(note) || !parts[1].equals(amendment)) {
                throw new IllegalStateException("not sealed here");
            }
            return new Amendment.Words(parts[3], parts[2]);
        }
    }
}
