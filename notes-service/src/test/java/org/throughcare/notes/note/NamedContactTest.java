package org.throughcare.notes.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.json.Json;

class NamedContactTest {

    private static final Instant NOW = Instant.parse("2026-03-02T16:00:00Z");
    private static final Content TRY = new Content(
            new NoteText(
                    null, null, null, "To set a date", null, null, null, null, "Call again", null, null, null, null),
            "salt");

    private static String hash(Heading heading) {
        return NoteHash.of("n-1", "p-1", "w-1", NOW, heading, TRY);
    }

    private static Heading heading(@Nullable String contact) {
        return new Heading(
                NoteKind.ATTEMPT,
                Method.PHONE,
                OffsetDateTime.parse("2026-03-02T10:00:00-06:00"),
                null,
                null,
                List.of(),
                false,
                null,
                NOW,
                contact);
    }

    @Test
    @DisplayName("L9, N12: which contact was used is part of what is signed: another one does not fit the hash")
    void signed() {
        assertThat(hash(heading("number-1")))
                .isNotEqualTo(hash(heading("number-2")))
                .isNotEqualTo(hash(heading(null)));
    }

    @Test
    @DisplayName("N12: a note signed before notes named a contact still fits its hash")
    void older() {
        String stored = Json.mapper().writeValueAsString(heading(null));
        assertThat(stored).doesNotContain("contact");
        assertThat(hash(Json.mapper().readValue(stored, Heading.class)))
                .isEqualTo("8d13a0649ded2b656d49759e9ff6a16efec5bef09c6c90779b5a188d8dd94aaa");
    }
}
