package org.throughcare.notes.contact;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ledger as the world may know it.
 *
 * @param nextDueOn the strictest obligation's; null when nothing is owed
 * @param overdue whether an obligation was found overdue that still is
 * @param lapseSince the day from which a lapse counts that opens a search; null when there is none
 * @param closed its year is over and the next one's ledger goes on
 */
public record ContactLedgerSnapshot(
        String id,
        String participant,
        @Nullable String site,
        String zone,
        int year,
        @Nullable LocalDate lastContactOn,
        @Nullable LocalDate lastAttemptOn,
        int contacts,
        int attempts,
        @Nullable LocalDate nextDueOn,
        boolean overdue,
        List<String> overdueFor,
        @Nullable LocalDate lapseSince,
        boolean closed) {

    public ContactLedgerSnapshot {
        overdueFor = overdueFor == null ? List.of() : List.copyOf(overdueFor);
    }

    public static ContactLedgerSnapshot of(ContactLedger ledger) {
        List<String> late = ledger.closed()
                ? List.of()
                : ledger.standings().stream()
                        .filter(each -> ledger.warned()
                                .contains(new ContactLedger.Warned(
                                        each.obligation().id(), each.dueOn())))
                        .map(each -> each.obligation().id())
                        .toList();
        return new ContactLedgerSnapshot(
                ledger.id(),
                ledger.participant(),
                ledger.terms().site(),
                ledger.terms().zone().getId(),
                ledger.year(),
                ledger.lastContactOn(),
                ledger.lastAttemptOn(),
                ledger.contacts(),
                ledger.attempts(),
                ledger.nextDueOn(),
                !late.isEmpty(),
                late,
                ledger.lapse(),
                ledger.closed());
    }
}
