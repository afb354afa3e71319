package org.throughcare.participant.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ContactPlanTest {

    private static Contact own(int rank) {
        return new Contact(
                UUID.randomUUID(), Contact.Kind.PHONE, "555-0100", Contact.Owner.SELF, null, null, false, true, rank);
    }

    private static Contact person(String name, boolean stable, boolean mayBeCalled, int rank) {
        return new Contact(
                UUID.randomUUID(),
                Contact.Kind.PHONE,
                "555-0101",
                Contact.Owner.PERSON,
                name,
                "aunt",
                stable,
                mayBeCalled,
                rank);
    }

    private static ContactPlan plan(@Nullable String noRelatives, Contact... contacts) {
        return new ContactPlan(List.of(contacts), List.of(), noRelatives);
    }

    @Test
    @DisplayName("L9 exactly one relative is the stable contact: none and two are refused")
    void oneStable() {
        assertThat(plan(null, own(1), person("Ann", true, true, 2)).fault()).isNull();
        assertThat(plan(null, own(1), person("Ann", false, true, 2)).fault()).isNotNull();
        assertThat(plan(null, person("Ann", true, true, 1), person("Bea", true, true, 2))
                        .fault())
                .isNotNull();
    }

    @Test
    @DisplayName("L9 the stable relative may have several numbers")
    void severalNumbers() {
        assertThat(plan(null, person("Ann", true, true, 1), person("ann", true, true, 2))
                        .fault())
                .isNull();
    }

    @Test
    @DisplayName("L9 nobody to name needs a reason")
    void nobody() {
        assertThat(plan(null, own(1)).fault()).isNotNull();
        assertThat(plan("has lost touch with everyone", own(1)).fault()).isNull();
    }

    @Test
    @DisplayName("L9 ranks are used once, and a relative has a name")
    void ranks() {
        assertThat(plan("none", own(1), own(1)).fault()).isNotNull();
        assertThat(plan(null, person(" ", true, true, 1)).fault()).isNotNull();
    }

    @Test
    @DisplayName(
            "L9 own numbers are tried first, then the stable relative, then others; who may not be called is left out")
    void order() {
        Contact other = person("Bea", false, true, 1);
        Contact silent = person("Cleo", false, false, 2);
        Contact stable = person("Ann", true, true, 3);
        Contact own = own(4);
        assertThat(plan(null, other, silent, stable, own).inOrder()).containsExactly(own, stable, other);
    }
}
