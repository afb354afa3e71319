package org.throughcare.notes.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.notes.contact.LedgerEvent.AttemptCounted;
import org.throughcare.notes.contact.LedgerEvent.ContactCarried;
import org.throughcare.notes.contact.LedgerEvent.ContactCounted;
import org.throughcare.notes.contact.LedgerEvent.ContactLapsed;
import org.throughcare.notes.contact.LedgerEvent.ContactOverdue;
import org.throughcare.notes.contact.LedgerEvent.ContactTermsSet;
import org.throughcare.notes.contact.LedgerEvent.LedgerClosed;
import org.throughcare.platform.aggregate.Decision;

/**
 * A participant's contacts and attempts in one year, and what is owed. Opened by the first case, enrolment or note of the year,
 * with the last contacts of the year before carried over; each signed note is counted once, in the year in which it happened,
 * however late or often it is heard of. At the end of its year it closes and the next one takes over. Days are the site's.
 *
 * @param carried contacts of former years that still matter
 * @param elsewhere what was counted under other ids of the same person (H8): it counts here while the records are merged, and is
 *     never carried over, so that it goes when the merge is undone
 * @param warned obligations that were found overdue, each with the day it was due
 * @param lapseNoticed the lapse that was announced last; null when there was none since the last contact
 */
public record ContactLedger(
        String id,
        String participant,
        int year,
        LedgerTerms terms,
        List<Counted> counted,
        List<Counted> carried,
        List<Counted> elsewhere,
        List<Warned> warned,
        @Nullable LocalDate lapseNoticed,
        boolean closed) {

    /** @param id the obligation's */
    public record Warned(String id, LocalDate dueOn) {}

    /** What one obligation comes to. */
    public record Standing(Obligation obligation, @Nullable LocalDate lastMetOn, LocalDate dueOn) {

        public boolean overdueOn(LocalDate today) {
            return today.isAfter(dueOn);
        }
    }

    public ContactLedger {
        counted = counted == null ? List.of() : List.copyOf(counted);
        carried = carried == null ? List.of() : List.copyOf(carried);
        elsewhere = elsewhere == null ? List.of() : List.copyOf(elsewhere);
        warned = warned == null ? List.of() : List.copyOf(warned);
    }

    static ContactLedger open(
            String id,
            String participant,
            int year,
            LedgerTerms terms,
            Optional<ContactLedger> before,
            List<Counted> elsewhere) {
        List<Counted> carried = before.map(ContactLedger::lastContacts).orElse(List.of());
        return new ContactLedger(id, participant, year, terms, List.of(), carried, elsewhere, List.of(), null, false);
    }

    static Decision<ContactLedger> opened(ContactLedger fresh) {
        return Decision.accept(fresh, new ContactTermsSet());
    }

    /** @param others what was counted under other ids of the person; none while the record stands for itself alone */
    Decision<ContactLedger> owe(LedgerTerms now, List<Counted> others) {
        ContactLedger is = owing(now);
        if (!others.equals(elsewhere)) {
            is = is.afterContact(counted, carried, others);
        }
        return is.equals(this) ? Decision.unchanged() : Decision.accept(is, new ContactTermsSet());
    }

    /** With what is owed now, for a command that counts something too. */
    ContactLedger owing(LedgerTerms now) {
        return now.equals(terms) ? this : withTerms(now);
    }

    /** Counts a note of this year, once. */
    Decision<ContactLedger> count(Counted note) {
        if (counted.stream().anyMatch(each -> each.id().equals(note.id()))) {
            return Decision.unchanged();
        }
        List<Counted> all = new ArrayList<>(counted);
        all.add(note);
        return note.contact()
                ? Decision.accept(afterContact(all, carried, elsewhere), new ContactCounted(note.id(), note.on()))
                : Decision.accept(with(all, carried, lapseNoticed), new AttemptCounted(note.id(), note.on()));
    }

    /** Takes notice of a contact of a former year. */
    Decision<ContactLedger> carry(Counted note) {
        boolean known = carried.stream().anyMatch(each -> each.id().equals(note.id()));
        if (known || !note.contact()) {
            return Decision.unchanged();
        }
        List<Counted> all = new ArrayList<>(carried);
        all.add(note);
        return Decision.accept(afterContact(counted, all, elsewhere), new ContactCarried(note.id(), note.on()));
    }

    /** Several things may be due at once; each visit finds one, and the next visit comes at once. */
    public Decision<ContactLedger> visit(Instant now) {
        if (closed) {
            return Decision.unchanged();
        }
        LocalDate today = LocalDate.ofInstant(now, terms.zone());
        if (today.getYear() > year) {
            return Decision.accept(close(), new LedgerClosed(year));
        }
        for (Standing each : standings()) {
            if (each.overdueOn(today) && !wasWarned(each)) {
                return Decision.accept(
                        withWarned(each), new ContactOverdue(each.obligation().id(), each.dueOn()));
            }
        }
        LocalDate since = lapseSince();
        if (since != null && !since.equals(lapseNoticed) && !today.isBefore(since.plusDays(terms.lapseDays()))) {
            return Decision.accept(with(counted, carried, since), new ContactLapsed(since));
        }
        return Decision.unchanged();
    }

    /** The next moment at which a day begins that changes something. */
    public @Nullable Instant nextVisit() {
        if (closed) {
            return null;
        }
        Stream<LocalDate> overdue = standings().stream()
                .filter(each -> !wasWarned(each))
                .map(each -> each.dueOn().plusDays(1));
        LocalDate since = lapseSince();
        Stream<LocalDate> lapse = since == null || since.equals(lapseNoticed)
                ? Stream.empty()
                : Stream.of(since.plusDays(terms.lapseDays()));
        return Stream.of(overdue, lapse, Stream.of(LocalDate.of(year + 1, 1, 1)))
                .flatMap(each -> each)
                .min(Comparator.naturalOrder())
                .map(day -> day.atStartOfDay(terms.zone()).toInstant())
                .orElse(null);
    }

    /** Where each obligation stands, the strictest first; one that has ended owes nothing more. */
    public List<Standing> standings() {
        return terms.obligations().stream()
                .map(this::standing)
                .filter(each -> each.obligation().owes(each.dueOn()))
                .sorted(Comparator.comparing(Standing::dueOn)
                        .thenComparing(each -> each.obligation().id()))
                .toList();
    }

    private Standing standing(Obligation obligation) {
        LocalDate lastMet = all().filter(obligation::isMetBy)
                .map(Counted::on)
                .max(Comparator.naturalOrder())
                .orElse(null);
        LocalDate from = lastMet == null || lastMet.isBefore(obligation.since()) ? obligation.since() : lastMet;
        return new Standing(obligation, lastMet, obligation.cycle().dueAfter(from));
    }

    /** The strictest obligation's. */
    public @Nullable LocalDate nextDueOn() {
        return closed || standings().isEmpty() ? null : standings().getFirst().dueOn();
    }

    public @Nullable LocalDate lastContactOn() {
        return latest(all().filter(Counted::contact));
    }

    public @Nullable LocalDate lastAttemptOn() {
        return latest(all().filter(each -> !each.contact()));
    }

    public int contacts() {
        return (int) ofTheYear().filter(Counted::contact).count();
    }

    public int attempts() {
        return (int) ofTheYear().filter(each -> !each.contact()).count();
    }

    private Stream<Counted> ofTheYear() {
        return Stream.concat(
                counted.stream(), elsewhere.stream().filter(each -> each.on().getYear() == year));
    }

    /** What this ledger counted itself, for the survivor's while this record is an alias. */
    List<Counted> own() {
        return ownOnes().toList();
    }

    /** The lapse that a search is for; null when there is none now. */
    public @Nullable LocalDate lapse() {
        LocalDate since = lapseSince();
        return !closed && since != null && since.equals(lapseNoticed) ? since : null;
    }

    private @Nullable LocalDate lapseSince() {
        LocalDate from = terms.lapseFrom();
        LocalDate last = lastContactOn();
        return from == null || last == null || last.isBefore(from) ? from : last;
    }

    /** For the next year's ledger: the latest contact of each method. */
    List<Counted> lastContacts() {
        List<Counted> latest = new ArrayList<>();
        ownOnes()
                .filter(Counted::contact)
                .sorted(Comparator.comparing(Counted::on).reversed())
                .filter(each -> latest.stream().noneMatch(kept -> Objects.equals(kept.method(), each.method())))
                .forEach(latest::add);
        return latest;
    }

    private Stream<Counted> all() {
        return Stream.concat(ownOnes(), elsewhere.stream());
    }

    private Stream<Counted> ownOnes() {
        return Stream.concat(carried.stream(), counted.stream());
    }

    private static @Nullable LocalDate latest(Stream<Counted> of) {
        return of.map(Counted::on).max(Comparator.naturalOrder()).orElse(null);
    }

    private boolean wasWarned(Standing standing) {
        return warned.contains(new Warned(standing.obligation().id(), standing.dueOn()));
    }

    /** A contact may end what was noticed; what an older one does not end stays noticed. */
    private ContactLedger afterContact(List<Counted> nowCounted, List<Counted> nowCarried, List<Counted> nowElsewhere) {
        ContactLedger with = new ContactLedger(
                id, participant, year, terms, nowCounted, nowCarried, nowElsewhere, warned, lapseNoticed, closed);
        return Objects.equals(with.lapseSince(), lapseNoticed) ? with : with.with(nowCounted, nowCarried, null);
    }

    private ContactLedger with(List<Counted> nowCounted, List<Counted> nowCarried, @Nullable LocalDate noticed) {
        return new ContactLedger(
                id, participant, year, terms, nowCounted, nowCarried, elsewhere, warned, noticed, closed);
    }

    private ContactLedger withTerms(LedgerTerms now) {
        return new ContactLedger(id, participant, year, now, counted, carried, elsewhere, warned, lapseNoticed, closed);
    }

    private ContactLedger withWarned(Standing standing) {
        List<Warned> all = new ArrayList<>(warned.stream()
                .filter(each -> !each.id().equals(standing.obligation().id()))
                .toList());
        all.add(new Warned(standing.obligation().id(), standing.dueOn()));
        return new ContactLedger(id, participant, year, terms, counted, carried, elsewhere, all, lapseNoticed, closed);
    }

    private ContactLedger close() {
        return new ContactLedger(id, participant, year, terms, counted, carried, elsewhere, warned, lapseNoticed, true);
    }
}
