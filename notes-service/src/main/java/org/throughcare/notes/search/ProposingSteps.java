package org.throughcare.notes.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.throughcare.notes.known.KnownParticipant.Contact;
import org.throughcare.notes.search.SearchStep.Kind;

/**
 * Y10, L9: the steps in order. Every number of the participant's own, a letter to every address, a home visit unless waived;
 * then relatives and friends, the stable one first; then agencies and training providers on record. Of contacts only those that are
 * valid on the day and that the participant agreed to, in the order in which the contact plan tries them.
 */
public final class ProposingSteps {

    private ProposingSteps() {}

    /** @param day at the participant's site */
    public static List<Proposal> next(List<Contact> plan, List<SearchStep> tried, LocalDate day) {
        List<Contact> contacts =
                plan.stream().filter(each -> each.against(day).isEmpty()).toList();
        List<Proposal> all = new ArrayList<>();
        own(contacts, "PHONE").forEach(each -> all.add(new Proposal(Kind.PHONE, each.id(), null, false)));
        own(contacts, "ADDRESS").forEach(each -> all.add(new Proposal(Kind.LETTER, each.id(), null, false)));
        own(contacts, "ADDRESS").stream()
                .limit(1)
                .forEach(each -> all.add(new Proposal(Kind.HOME_VISIT, each.id(), null, true)));
        contacts.stream()
                .filter(each -> each.owner().equals("PERSON"))
                .sorted(Comparator.comparing((Contact each) -> !each.stable()).thenComparingInt(Contact::rank))
                .forEach(each -> all.add(new Proposal(Kind.RELATIVE, each.id(), who(each), false)));
        all.add(new Proposal(Kind.AGENCY, null, null, true));
        return all.stream().filter(Predicate.not(each -> wasTried(each, tried))).toList();
    }

    private static List<Contact> own(List<Contact> contacts, String kind) {
        return contacts.stream()
                .filter(each -> each.owner().equals("SELF") && each.kind().equals(kind))
                .sorted(Comparator.comparingInt(Contact::rank))
                .toList();
    }

    private static boolean wasTried(Proposal proposal, List<SearchStep> tried) {
        boolean anyOfItsKind = proposal.kind() == Kind.HOME_VISIT || proposal.kind() == Kind.AGENCY;
        return tried.stream()
                .filter(each -> each.kind() == proposal.kind())
                .anyMatch(each -> anyOfItsKind || Objects.equals(each.target(), proposal.target()));
    }

    private static String who(Contact contact) {
        return contact.personName() + " (" + contact.relationship() + ")";
    }
}
