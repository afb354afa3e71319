package org.throughcare.platform.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.Copy;

class PersonIdsTest {

    private final Held held = new Held();
    private final PersonIds ids = new PersonIds(held);

    @Test
    @DisplayName("H8 whichever id is asked about, all of the person's come, the survivor's first")
    void all() {
        held.says("s", 4, null, "a", "b");
        held.says("a", 2, "s");
        held.says("b", 2, "s");
        for (String each : List.of("s", "a", "b")) {
            assertThat(ids.allOf(each)).as(each).startsWith("s").containsExactlyInAnyOrder("s", "a", "b");
            assertThat(ids.survivorOf(each)).isEqualTo("s");
        }
        assertThat(ids.survivorsOf(List.of("s", "a", "x"))).isEqualTo(Map.of("a", "s"));
    }

    @Test
    @DisplayName("H8 who was never merged, and who is not known, is alone")
    void alone() {
        held.says("s", 1, null);
        assertThat(ids.allOf("s")).containsExactly("s");
        assertThat(ids.allOf("x")).containsExactly("x");
        assertThat(ids.touchedBy("x")).containsExactly("x");
        assertThat(PersonIds.unmerged().allOf("s")).containsExactly("s");
        assertThat(PersonIds.unmerged().touchedBy("s")).containsExactly("s");
    }

    @Test
    @DisplayName("H8 the survivor lists an alias that does not point at it yet, or no more: it is none")
    void theAliasesWordCounts() {
        held.says("s", 2, null, "a");
        held.says("a", 1, null);
        assertThat(ids.allOf("s")).containsExactly("s");
        assertThat(ids.allOf("a")).containsExactly("a");
        assertThat(ids.touchedBy("a")).as("whoever lists it looks again").containsExactly("a", "s");
    }

    @Test
    @DisplayName("H8 the alias's news may come before the survivor's: asked about the alias, both are there")
    void newsInAnyOrder() {
        held.says("a", 2, "s");
        assertThat(ids.allOf("a")).containsExactly("s", "a");
        assertThat(ids.touchedBy("a")).containsExactly("s", "a");
        held.says("s", 2, null, "a");
        assertThat(ids.allOf("s")).containsExactly("s", "a");
    }

    @Test
    @DisplayName("H8 two records that each point at the other end nowhere else than at each other")
    void eachOther() {
        held.says("s", 2, "a", "a");
        held.says("a", 2, "s", "s");
        assertThat(ids.allOf("a")).containsExactly("s", "a");
        assertThat(ids.allOf("s")).containsExactly("a", "s");
    }

    @Test
    @DisplayName("H8 undone and made again it is another merge")
    void marks() {
        held.says("s", 2, null, "a");
        held.says("a", 2, "s");
        String first = ids.mark("a");
        held.says("a", 3, null);
        String undone = ids.mark("a");
        held.says("a", 4, "s");
        assertThat(List.of(first, undone, ids.mark("a"))).doesNotHaveDuplicates();
    }

    private static final class Held implements Copies<PersonIds.Merged> {

        private final Map<String, Copy<PersonIds.Merged>> held = new HashMap<>();

        void says(String id, long revision, @Nullable String into, String... aliases) {
            held.put(id, new Copy<>(id, revision, id, null, new PersonIds.Merged(into, List.of(aliases))));
        }

        @Override
        public Optional<Copy<PersonIds.Merged>> find(String id) {
            return Optional.ofNullable(held.get(id));
        }

        @Override
        public List<Copy<PersonIds.Merged>> where(String path, Object value, int limit) {
            List<Copy<PersonIds.Merged>> found = new ArrayList<>(held.values());
            found.removeIf(each -> each.snapshot().aliases() == null
                    || !each.snapshot().aliases().contains(value));
            return found;
        }

        @Override
        public List<Copy<PersonIds.Merged>> ofParticipant(String participant, int limit) {
            return List.of();
        }

        @Override
        public boolean take(Copy<PersonIds.Merged> copy) {
            throw new UnsupportedOperationException("held by hand");
        }
    }
}
