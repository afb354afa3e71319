package org.throughcare.notes.contact;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.throughcare.notes.note.Method;

/**
 * The contact that one programme asks for (Y7, N6, N11, C1, H3). Each stands on its own: what meets one need not meet another.
 *
 * @param id the programme's name
 * @param since the first day it is owed
 * @param until the last day it is owed; null while it goes on
 * @param methods those that meet it
 * @param policyVersion of the policy it comes from
 */
public record Obligation(
        String id, LocalDate since, @Nullable LocalDate until, Cycle cycle, Set<Method> methods, int policyVersion) {

    public Obligation {
        methods = Collections.unmodifiableSet(new TreeSet<>(methods));
    }

    boolean isMetBy(Counted counted) {
        return counted.contact() && counted.method() != null && methods.contains(counted.method());
    }

    /** Whether anything is still owed when it falls due on that day. */
    boolean owes(LocalDate due) {
        return until == null || !until.isBefore(due);
    }
}
