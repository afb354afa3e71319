package org.throughcare.participant.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ContactPlanTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static List<Contact> tried(CallOrder order) {
        return order.toTry().stream().map(CallOrder.Turn::contact).toList();
    }

    private static Contact valid(Contact contact, @Nullable LocalDate from, @Nullable LocalDate until) {
        return new Contact(
                contact.id(),
                contact.kind(),
                contact.value(),
                contact.owner(),
                contact.personName(),
                contact.relationship(),
                contact.stable(),
                contact.mayBeCalled(),
                contact.rank(),
                from,
                until);
    }

    private static Contact own(int rank) {
        return new Contact(
                UUID.randomUUID(),
                Contact.Kind.PHONE,
                "555-0100",
                Contact.Owner.SELF,
                null,
                null,
                false,
                true,
                rank,
                null,
                null);
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
                rank,
                null,
                null);
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
        assertThat(tried(plan(null, other, silent, stable, own).on(DAY))).containsExactly(own, stable, other);
    }

    @Test
    @DisplayName("L9 a contact is tried on its first and its last day, and neither the day before nor the day after")
    void validity() {
        Contact ann = valid(person("Ann", true, true, 2), DAY, DAY.plusDays(10));
        ContactPlan plan = plan(null, own(1), ann);
        assertThat(tried(plan.on(DAY))).contains(ann);
        assertThat(tried(plan.on(DAY.plusDays(10)))).contains(ann);
        assertThat(tried(plan.on(DAY.minusDays(1)))).doesNotContain(ann);
        assertThat(tried(plan.on(DAY.plusDays(11)))).doesNotContain(ann);
    }

    @Test
    @DisplayName("L9 who is left out is named with the reason, and it shows that no stable relative is left to try")
    void leftOut() {
        Contact silent = person("Cleo", false, false, 3);
        Contact ann = valid(person("Ann", true, true, 2), null, DAY.minusDays(1));
        Contact later = valid(own(1), DAY.plusDays(1), null);
        CallOrder order = plan(null, later, ann, silent).on(DAY);
        assertThat(order.toTry()).isEmpty();
        assertThat(order.stableReachable()).isFalse();
        assertThat(order.leftOut())
                .extracting(CallOrder.LeftOut::because)
                .containsExactly(
                        "it is valid from " + DAY.plusDays(1),
                        "it was valid until " + DAY.minusDays(1),
                        "the participant has not agreed that it is used");
        assertThat(plan(null, later, ann, silent).on(DAY.minusDays(1)).stableReachable())
                .isTrue();
    }

    @Test
    @DisplayName("L9 the turns are counted from 1, each with its reason")
    void turns() {
        CallOrder order = plan(null, person("Ann", true, true, 1), own(2), person("Bea", false, true, 3))
                .on(DAY);
        assertThat(order.toTry()).extracting(CallOrder.Turn::turn).containsExactly(1, 2, 3);
        assertThat(order.toTry())
                .extracting(CallOrder.Turn::because)
                .containsExactly(
                        "the participant's own", "the stable relative or friend", "another relative or friend");
    }

    @Test
    @DisplayName("L9 a contact valid for one day is accepted, one that ends before it begins refused")
    void validityFault() {
        Contact ann = person("Ann", true, true, 1);
        assertThat(plan(null, valid(ann, DAY, DAY)).fault()).isNull();
        assertThat(plan(null, valid(ann, DAY, DAY.minusDays(1))).fault()).isNotNull();
    }
}
