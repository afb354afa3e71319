package org.throughcare.notes.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.notes.note.WritersWarnings.Entry;
import org.throughcare.notes.note.WritersWarnings.Hint;

class WritersWarningsTest {

    private final WritersWarnings warnings = new WritersWarnings(List.of(
            new Entry(Hint.OPINION, "Write what was seen.", List.of("lazy", "bad attitude")),
            new Entry(Hint.HEALTH, "Restricted note.", List.of("diagnosis"))));

    private static NoteText saying(String discussion) {
        return new NoteText(null, null, null, null, discussion, null, null, null, null, null, null, null, null);
    }

    @Test
    @DisplayName("N12: a word that hints at an opinion is pointed out with its field, once")
    void pointsOut() {
        assertThat(warnings.on(saying("He is LAZY, very lazy, with a bad attitude."), false))
                .extracting(WritersWarnings.Warning::field, WritersWarnings.Warning::word)
                .containsExactly(tuple("text.discussion", "lazy"), tuple("text.discussion", "bad attitude"));
    }

    @Test
    @DisplayName("N12: part of another word is no hint")
    void wholeWordsOnly() {
        assertThat(warnings.on(saying("The glazyer's shop; lazybones."), false)).isEmpty();
    }

    @Test
    @DisplayName("N12: health belongs in a restricted note, and is not warned of there")
    void restricted() {
        assertThat(warnings.on(saying("A new diagnosis."), false)).hasSize(1);
        assertThat(warnings.on(saying("A new diagnosis."), true)).isEmpty();
    }
}
