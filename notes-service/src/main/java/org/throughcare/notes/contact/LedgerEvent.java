package org.throughcare.notes.contact;

import java.time.LocalDate;
import org.throughcare.platform.aggregate.Happened;

/** What can happen to a ledger. */
public sealed interface LedgerEvent extends Happened {

    /** What is owed changed: a case, an enrolment, a release, a policy, or what counts, since two records are one person's. */
    record ContactTermsSet() implements LedgerEvent {}

    record ContactCounted(String note, LocalDate on) implements LedgerEvent {}

    record AttemptCounted(String note, LocalDate on) implements LedgerEvent {}

    /** A contact of a former year, signed late, is known to the ledgers after it. */
    record ContactCarried(String note, LocalDate on) implements LedgerEvent {}

    /** @param programme whose obligation it is */
    record ContactOverdue(String programme, LocalDate dueOn) implements LedgerEvent {}

    /** @param since the last contact, or the day from which a lapse counts */
    record ContactLapsed(LocalDate since) implements LedgerEvent {}

    record LedgerClosed(int year) implements LedgerEvent {}
}
