package org.throughcare.notes.contact;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/**
 * Keeps a participant's ledgers in step with what is announced: counts each signed note, takes over what is owed, hands a year
 * over to the next. Every step asks for a state, so that hearing of something late, twice or out of order changes nothing.
 *
 * <p>Of a person with several ids each has its ledgers, which count what was written under it. The one of the id that stands for
 * the person owes for all of them and knows what the others counted; those of the aliases owe nothing (H8).
 */
public final class KeepingTheLedger {

    /** How far ahead of a note's year a ledger is looked for that has to know of it. */
    private static final int YEARS_BACK = 3;

    private final Aggregates<ContactLedger> ledgers;
    private final OwingContact owing;
    private final InstantSource clock;

    public KeepingTheLedger(Aggregates<ContactLedger> ledgers, OwingContact owing, InstantSource clock) {
        this.ledgers = ledgers;
        this.owing = owing;
        this.clock = clock;
    }

    public static String idOf(String participant, int year) {
        return Command.derived("contact-ledger", participant, Integer.toString(year))
                .toString();
    }

    /**
     * Takes over what is owed now, under every id of the person. A policy that comes into force on a later day is taken over with
     * the first thing heard from then on.
     * What is owed is worked out anew whenever somebody else wrote the ledger meanwhile, so that an older word never stays.
     *
     * @param because what brought it about, with the revision that did
     */
    public void owe(String participant, String because) {
        owing.idsOf(participant).forEach(each -> oweUnder(each, because));
    }

    private void oweUnder(String participant, String because) {
        int year = thisYear(participant);
        String id = idOf(participant, year);
        ledgers.createOrChange(Command.effectOf("contact-terms", because, id), id, before -> {
            LedgerTerms terms = terms(participant);
            List<Counted> others = elsewhere(participant, year);
            return before.map(ledger -> ledger.owe(terms, others))
                    .orElseGet(() -> terms.obligations().isEmpty() && others.isEmpty()
                            ? Decision.unchanged()
                            : ContactLedger.opened(fresh(participant, year, terms)));
        });
    }

    /** Counts a signed note in its own year, taking over what is owed now with it, and lets later years' ledgers know of it. */
    public void count(String participant, Counted note) {
        int thisYear = thisYear(participant);
        int year = note.on().getYear();
        String id = idOf(participant, year);
        ledgers.createOrChange(Command.effectOf("count-contact", note.id(), id), id, before -> {
            LedgerTerms terms = terms(participant);
            return before.map(ledger -> year == thisYear ? ledger.owing(terms) : ledger)
                    .orElseGet(() -> fresh(participant, year, terms))
                    .count(note);
        });
        for (int later = year + 1; later <= thisYear && later <= year + YEARS_BACK; later++) {
            String laterId = idOf(participant, later);
            ledgers.change(
                    Command.effectOf("carry-contact", note.id(), laterId), laterId, ledger -> ledger.carry(note));
        }
    }

    /**
     * What the ledgers of the person's other ids counted (H8), for that of the id that stands for the person. Read anew for each
     * decision; whenever one of them counts again, this is asked again.
     */
    private List<Counted> elsewhere(String participant, int year) {
        List<String> ids = owing.idsOf(participant);
        if (ids.size() == 1 || !ids.getFirst().equals(participant)) {
            return List.of();
        }
        return ids.stream()
                .skip(1)
                .flatMap(each -> countedUnder(each, year).stream())
                .sorted(Comparator.comparing(Counted::on).thenComparing(Counted::id))
                .toList();
    }

    private List<Counted> countedUnder(String participant, int year) {
        return ledgers.find(idOf(participant, year))
                .map(stored -> stored.state().own())
                .or(() -> before(participant, year).map(ContactLedger::lastContacts))
                .orElse(List.of());
    }

    /** The year is over: its ledger closed, the next one goes on with what still counts. */
    public void goOnAfter(String participant, int closedYear) {
        int year = Math.max(closedYear + 1, thisYear(participant));
        String id = idOf(participant, year);
        ledgers.createOrChange(
                Command.effectOf("next-ledger", Integer.toString(closedYear), id),
                id,
                before -> before.isPresent()
                        ? Decision.unchanged()
                        : ContactLedger.opened(fresh(participant, year, terms(participant))));
    }

    /** The ledger that is in force: this year's, or the last one's while the turn of the year is under way. */
    public Optional<Stored<ContactLedger>> current(String participant) {
        int year = thisYear(participant);
        return ledgers.find(idOf(participant, year)).or(() -> ledgers.find(idOf(participant, year - 1)));
    }

    public Optional<LocalDate> lastContact(String participant) {
        return current(participant).map(Stored::state).map(ContactLedger::lastContactOn);
    }

    /** The lapse as the ledger has it at this moment, whatever was announced of it before. */
    public Optional<LocalDate> lapseOf(String ledger) {
        return ledgers.find(ledger).map(Stored::state).map(ContactLedger::lapse);
    }

    /** The site's year; whose site it is matters only in the hours around the turn of the year. */
    private int thisYear(String participant) {
        int first = LocalDate.ofInstant(clock.instant(), ZoneOffset.MIN).getYear();
        int last = LocalDate.ofInstant(clock.instant(), ZoneOffset.MAX).getYear();
        return first == last
                ? first
                : LocalDate.ofInstant(clock.instant(), owing.zoneOf(participant))
                        .getYear();
    }

    private ContactLedger fresh(String participant, int year, LedgerTerms terms) {
        return ContactLedger.open(
                idOf(participant, year),
                participant,
                year,
                terms,
                before(participant, year),
                elsewhere(participant, year));
    }

    private Optional<ContactLedger> before(String participant, int year) {
        Optional<ContactLedger> before = Optional.empty();
        for (int back = 1; before.isEmpty() && back <= YEARS_BACK; back++) {
            before = ledgers.find(idOf(participant, year - back)).map(Stored::state);
        }
        return before;
    }

    private LedgerTerms terms(String participant) {
        return owing.termsFor(participant, clock.instant());
    }
}
