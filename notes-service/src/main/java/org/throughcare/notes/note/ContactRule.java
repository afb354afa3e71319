package org.throughcare.notes.note;

import java.util.Set;

/**
 * What one programme's policy, in force on a day, says about methods (Y7, N6, C1).
 *
 * @param methods those that make a contact for this programme
 * @param attemptOnly those that are an attempt as long as nobody responds
 */
public record ContactRule(String programme, int version, Set<Method> methods, Set<Method> attemptOnly) {

    public ContactRule {
        methods = Set.copyOf(methods);
        attemptOnly = Set.copyOf(attemptOnly);
    }

    /** The policy version a decision was made under, as it is kept with the decision. */
    String label() {
        return programme + " v" + version;
    }
}
