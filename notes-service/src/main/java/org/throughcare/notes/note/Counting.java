package org.throughcare.notes.note;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Y7, L20: whether a note counts as contact with the participant. A letter, postcard or e-mail without response is an
 * attempt; what staff say among themselves is neither; a method other than conversation that no programme of this
 * participant has on its list is documented and counts for nothing. Which obligations a contact meets is the ledger's to say.
 */
final class Counting {

    /** A direct conversation is a contact under every policy, though it need not be the kind that a programme asks for. */
    private static final Set<Method> CONVERSATION = Set.of(Method.IN_PERSON, Method.VIDEO, Method.PHONE);

    private Counting() {}

    static Counts of(Heading heading, List<ContactRule> rules) {
        if (heading.kind() == NoteKind.ATTEMPT) {
            return Counts.ATTEMPT;
        }
        @Nullable Method method = heading.method();
        if (!heading.kind().meetsTheParticipant() || method == null) {
            return Counts.NEITHER;
        }
        boolean needsResponse =
                rules.stream().anyMatch(each -> each.attemptOnly().contains(method));
        if (needsResponse) {
            return Boolean.TRUE.equals(heading.answered()) ? Counts.CONTACT : Counts.ATTEMPT;
        }
        if (heading.saysUnanswered()) {
            return Counts.ATTEMPT;
        }
        boolean listed = rules.stream().anyMatch(each -> each.methods().contains(method));
        return listed || CONVERSATION.contains(method) ? Counts.CONTACT : Counts.NEITHER;
    }
}
