package org.throughcare.notes.note.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.notes.AtTheSite.PARTICIPANT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughcare.notes.AtTheSite;
import org.throughcare.notes.known.KnownParticipant.Contact;
import org.throughcare.notes.note.CaseNote;
import org.throughcare.notes.note.Heading;
import org.throughcare.notes.note.Method;
import org.throughcare.notes.note.NoteKind;
import org.throughcare.notes.note.NoteText;
import org.throughcare.notes.note.WritersWarnings;
import org.throughcare.notes.note.WritersWarnings.Hint;
import org.throughcare.notes.note.WritersWarnings.Warning;

/** A number that is valid in May, and one that is not to be called. */
class DraftWarningsTest {

    private static final NoteText NOTHING =
            new NoteText(null, null, null, null, null, null, null, null, null, null, null, null, null);

    private final AtTheSite site = new AtTheSite(
            new Contact(
                    "number",
                    "PHONE",
                    "SELF",
                    null,
                    null,
                    false,
                    true,
                    1,
                    LocalDate.parse("2026-05-01"),
                    LocalDate.parse("2026-05-31")),
            new Contact("uncle", "PHONE", "PERSON", "Al", "uncle", false, false, 2, null, null));
    private final DraftWarnings warnings = new DraftWarnings(new WritersWarnings(List.of()), site.known);

    @ParameterizedTest(name = "at {0}: {1}")
    @CsvSource({
        "2026-04-30T23:59:00-05:00, it is valid from 2026-05-01",
        "2026-05-01T00:00:00-05:00,",
        "2026-05-31T23:59:00-05:00,",
        "2026-06-01T00:00:00-05:00, it was valid until 2026-05-31"
    })
    @DisplayName(
            "L9: the writer is told of a contact that was not valid on the day it happened, the site's, and of no other")
    void validity(OffsetDateTime occurred, @Nullable String why) {
        List<Warning> told = on("number", occurred);
        if (why == null) {
            assertThat(told).isEmpty();
        } else {
            assertThat(told).singleElement().satisfies(warning -> {
                assertThat(warning.hint()).isEqualTo(Hint.CONTACT);
                assertThat(warning.field()).isEqualTo("contact");
                assertThat(warning.word()).isEqualTo("phone");
                assertThat(warning.advice()).contains(why);
            });
        }
    }

    @Test
    @DisplayName("L9: the writer is told of one that the participant has not agreed to, and of one that nobody knows")
    void notAgreed() {
        assertThat(on("uncle", OffsetDateTime.parse("2026-05-10T10:00:00-05:00")))
                .extracting(Warning::advice)
                .singleElement()
                .asString()
                .contains("has not agreed");
        assertThat(on("somebody", null)).extracting(Warning::word).containsExactly("unknown");
    }

    @Test
    @DisplayName(
            "L9: a draft that does not say when counts from when it was written; one that names nobody is left alone")
    void withoutDay() {
        assertThat(on("number", null)).as("written on 1 June").hasSize(1);
        assertThat(on(null, null)).isEmpty();
    }

    private List<Warning> on(@Nullable String contact, @Nullable OffsetDateTime occurred) {
        Heading heading = new Heading(
                NoteKind.ATTEMPT,
                Method.PHONE,
                occurred,
                null,
                null,
                List.of(),
                false,
                null,
                Instant.parse("2026-06-01T12:00:00Z"),
                contact);
        return warnings.on(new CaseNote.Draft("n-1", PARTICIPANT, "w-1", heading, "sealed"), NOTHING);
    }
}
