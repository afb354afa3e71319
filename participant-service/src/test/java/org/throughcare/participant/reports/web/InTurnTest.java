package org.throughcare.participant.reports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InTurnTest {

    private final List<String> asked = new ArrayList<>();

    private final Function<String, List<String>> rows = site -> {
        asked.add(site);
        return List.of(site + "-1", site + "-2");
    };

    @Test
    @DisplayName("L23 the first site is read at once, each other one when the rows of the one before were taken")
    void inTurn() {
        InTurn<String> all = InTurn.of(List.of("a", "b", "c"), rows);
        assertThat(asked).containsExactly("a");
        Iterator<List<String>> sites = all.iterator();
        assertThat(sites.next()).containsExactly("a-1", "a-2");
        assertThat(sites.hasNext()).isTrue();
        assertThat(asked).as("asking whether there is more reads nothing").containsExactly("a");
        assertThat(sites.next()).containsExactly("b-1", "b-2");
        assertThat(sites.next()).containsExactly("c-1", "c-2");
        assertThat(sites.hasNext()).isFalse();
        assertThat(asked).containsExactly("a", "b", "c");
    }

    @Test
    @DisplayName("L23 rows made into others stay in their order and are read no earlier")
    void made() {
        Iterator<List<Integer>> lengths =
                InTurn.of(List.of("a", "bbb"), rows).each(String::length).iterator();
        assertThat(asked).containsExactly("a");
        assertThat(lengths.next()).containsExactly(3, 3);
        assertThat(lengths.next()).containsExactly(5, 5);
        assertThat(lengths.hasNext()).isFalse();
    }

    @Test
    @DisplayName(
            "L23 without a site there is nothing, and what goes wrong at the first one is known before anything is written")
    void nothing() {
        assertThat(InTurn.of(List.<String>of(), rows)).isEmpty();
        assertThatThrownBy(() -> InTurn.of(List.of("a"), _ -> {
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");
    }
}
