package org.throughcare.participant.contact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Refusal;

/**
 * Through whom a participant is reached after release, in order (L9): their own numbers first, then the one stable relative
 * or friend, then the others.
 *
 * @param noRelativesBecause said when nobody can be named
 */
public record ContactPlan(
        List<Contact> contacts,
        List<BusyTime> busy,
        @Nullable String noRelativesBecause) {

    private static final String RULE = "L9";
    private static final List<String> WHY =
            List.of("the participant's own", "the stable relative or friend", "another relative or friend");

    public ContactPlan {
        contacts =
                contacts.stream().sorted(Comparator.comparingInt(Contact::rank)).toList();
        busy = List.copyOf(busy);
    }

    public static ContactPlan none() {
        return new ContactPlan(List.of(), List.of(), null);
    }

    /** What is wrong with it; null when nothing is. */
    public @Nullable Refusal fault() {
        Set<UUID> ids = new HashSet<>();
        Set<Integer> ranks = new HashSet<>();
        for (Contact each : contacts) {
            if (!ids.add(each.id()) || !ranks.add(each.rank()) || each.rank() < 1) {
                return fault("Each contact has an id and a rank from 1 of its own.");
            }
            if (each.owner() == Contact.Owner.SELF && each.stable()) {
                return fault("The stable contact is someone else, not the participant.");
            }
            if (each.owner() == Contact.Owner.PERSON && (blank(each.personName()) || blank(each.relationship()))) {
                return fault("A relative or friend has a name and a relationship.");
            }
            if (each.from() != null && each.until() != null && each.until().isBefore(each.from())) {
                return fault("A contact is valid until the day it is valid from, or later.");
            }
        }
        for (BusyTime each : busy) {
            if (!each.from().isBefore(each.until())) {
                return Refusal.invalid("L8", "busy", "A busy time ends after it begins, on the same day.");
            }
        }
        return stableFault();
    }

    private @Nullable Refusal stableFault() {
        if (contacts.stream().noneMatch(each -> each.owner() == Contact.Owner.PERSON)) {
            return blank(noRelativesBecause) ? fault("Name a relative or friend, or say why there is none.") : null;
        }
        long stable = contacts.stream()
                .filter(Contact::stable)
                .map(ContactPlan::person)
                .distinct()
                .count();
        return stable == 1 ? null : fault("Exactly one relative or friend is the stable contact.");
    }

    /**
     * Who is tried on this day, in order: the participant's own first, then the stable contact, then the others, each by rank.
     * What is not valid on that day, or may not be used, is left out.
     */
    public CallOrder on(LocalDate day) {
        List<CallOrder.Turn> toTry = new ArrayList<>();
        List<CallOrder.LeftOut> leftOut = new ArrayList<>();
        List<Contact> inOrder = contacts.stream()
                .sorted(Comparator.comparingInt(ContactPlan::turn).thenComparingInt(Contact::rank))
                .toList();
        for (Contact each : inOrder) {
            String because = each.leftOutOn(day);
            if (because == null) {
                toTry.add(new CallOrder.Turn(toTry.size() + 1, each, WHY.get(turn(each))));
            } else {
                leftOut.add(new CallOrder.LeftOut(each, because));
            }
        }
        return new CallOrder(
                day,
                toTry,
                leftOut,
                toTry.stream().anyMatch(each -> each.contact().stable()));
    }

    private static int turn(Contact contact) {
        return contact.owner() == Contact.Owner.SELF ? 0 : contact.stable() ? 1 : 2;
    }

    private static String person(Contact contact) {
        return (contact.personName() + "|" + contact.relationship()).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static Refusal fault(String reason) {
        return Refusal.invalid(RULE, "contacts", reason);
    }
}
