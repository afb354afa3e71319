package org.throughcare.notes.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughcare.notes.known.ContactTerms.Unit;
import org.throughcare.notes.note.Method;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;

class ContactLedgerTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final LocalDate START = LocalDate.parse("2026-01-10");
    private static final Obligation LEAP = obligation("LEAP", START, Unit.ROLLING_DAYS, Method.IN_PERSON, Method.PHONE);
    private static final Obligation YOUTH = obligation("WIOA_YOUTH_TX", START, Unit.CALENDAR_MONTH, Method.IN_PERSON);

    private static Obligation obligation(String programme, LocalDate since, Unit unit, Method... methods) {
        return new Obligation(programme, since, null, new Cycle(unit, 30), Set.of(methods), 1);
    }

    private static ContactLedger ledger(@Nullable LocalDate lapseFrom, Obligation... obligations) {
        LedgerTerms terms = new LedgerTerms(ZONE, "site-1", List.of(obligations), 30, lapseFrom);
        return ContactLedger.open("l-1", "p-1", 2026, terms, Optional.empty(), List.of());
    }

    private static Counted contact(String id, String on, Method method) {
        return new Counted(id, LocalDate.parse(on), method, true);
    }

    private static Counted attempt(String id, String on) {
        return new Counted(id, LocalDate.parse(on), Method.LETTER, false);
    }

    private static ContactLedger after(Decision<ContactLedger> decision) {
        return ((Decision.Accepted<ContactLedger>) decision).state();
    }

    private static Happened happened(Decision<ContactLedger> decision) {
        return ((Decision.Accepted<ContactLedger>) decision).happened();
    }

    private static Instant beginOf(String day) {
        return LocalDate.parse(day).atStartOfDay(ZONE).toInstant();
    }

    @Test
    @DisplayName("N6, C1: contact on the thirtieth day is in time, from the day after it is overdue")
    void thirtyDays() {
        ContactLedger ledger = after(ledger(null, LEAP).count(contact("n1", "2026-02-01", Method.PHONE)));
        assertThat(ledger.nextDueOn()).isEqualTo("2026-03-03");
        assertThat(ledger.nextVisit()).isEqualTo(beginOf("2026-03-04"));
        assertThat(ledger.visit(beginOf("2026-03-04").minusMillis(1))).isInstanceOf(Decision.Unchanged.class);
        Decision<ContactLedger> late = ledger.visit(beginOf("2026-03-04"));
        assertThat(happened(late)).isEqualTo(new LedgerEvent.ContactOverdue("LEAP", LocalDate.parse("2026-03-03")));
        assertThat(after(late).visit(beginOf("2026-03-05")))
                .as("announced once")
                .isInstanceOf(Decision.Unchanged.class);
        assertThat(ContactLedgerSnapshot.of(after(late)).overdue()).isTrue();
        ContactLedger made = after(after(late).count(contact("n2", "2026-03-05", Method.IN_PERSON)));
        assertThat(ContactLedgerSnapshot.of(made).overdue()).isFalse();
    }

    @Test
    @DisplayName(
            "Y7: each programme on its own; a phone call meets one and not the other, and the strictest drives next due")
    void eachOnItsOwn() {
        ContactLedger ledger = after(ledger(null, LEAP, YOUTH).count(contact("n1", "2026-02-20", Method.PHONE)));
        assertThat(ledger.standings())
                .extracting(s -> s.obligation().id(), s -> s.dueOn().toString())
                .containsExactly(tuple("WIOA_YOUTH_TX", "2026-02-28"), tuple("LEAP", "2026-03-22"));
        assertThat(ledger.nextDueOn()).isEqualTo("2026-02-28");
    }

    @ParameterizedTest(name = "{0} after {1}: {2}")
    @CsvSource({
        "ROLLING_DAYS,2026-01-31,2026-03-02",
        "CALENDAR_MONTH,2026-01-31,2026-02-28",
        "CALENDAR_MONTH,2026-12-01,2027-01-31",
        "QUARTER,2026-01-01,2026-06-30",
        "QUARTER,2026-03-31,2026-06-30",
        "QUARTER,2026-12-31,2027-03-31"
    })
    @DisplayName("Y7, H3: by days, by months, by quarters")
    void cycles(Unit unit, LocalDate last, LocalDate due) {
        assertThat(new Cycle(unit, 30).dueAfter(last)).isEqualTo(due);
    }

    @Test
    @DisplayName("Y7: an attempt is counted and moves nothing")
    void attempts() {
        ContactLedger ledger = ledger(null, LEAP);
        ContactLedger tried = after(ledger.count(attempt("n1", "2026-01-20")));
        assertThat(tried.attempts()).isEqualTo(1);
        assertThat(tried.lastAttemptOn()).isEqualTo("2026-01-20");
        assertThat(tried.nextDueOn()).isEqualTo(ledger.nextDueOn());
    }

    @Test
    @DisplayName("Y8: a note that is heard of twice is counted once")
    void twice() {
        ContactLedger once = after(ledger(null, LEAP).count(contact("n1", "2026-02-01", Method.PHONE)));
        assertThat(once.count(contact("n1", "2026-02-01", Method.PHONE))).isInstanceOf(Decision.Unchanged.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("L22: in whatever order notes arrive, the ledger comes out the same")
    void anyOrder(long seed) {
        List<Counted> notes = new ArrayList<>();
        Random random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            LocalDate on = LocalDate.parse("2026-01-10").plusDays(random.nextInt(200));
            Method method = random.nextBoolean() ? Method.IN_PERSON : Method.PHONE;
            notes.add(new Counted("n" + i, on, method, random.nextInt(3) > 0));
        }
        ContactLedgerSnapshot inOrder = ContactLedgerSnapshot.of(countAll(notes));
        Collections.shuffle(notes, random);
        assertThat(ContactLedgerSnapshot.of(countAll(notes))).isEqualTo(inOrder);
    }

    private static ContactLedger countAll(List<Counted> notes) {
        ContactLedger ledger = ledger(START, LEAP, YOUTH);
        for (Counted each : notes) {
            ledger = after(ledger.count(each));
        }
        return ledger;
    }

    @Test
    @DisplayName("Y10: on the thirtieth day without contact the lapse is announced, once; contact ends it")
    void lapse() {
        ContactLedger ledger = after(ledger(START, YOUTH).count(contact("n1", "2026-03-05", Method.PHONE)));
        ContactLedger warned = visitUntilQuiet(ledger, beginOf("2026-04-03"));
        assertThat(warned.lapse()).as("day 29").isNull();
        Decision<ContactLedger> lapsed = warned.visit(beginOf("2026-04-04"));
        assertThat(happened(lapsed)).isEqualTo(new LedgerEvent.ContactLapsed(LocalDate.parse("2026-03-05")));
        assertThat(after(lapsed).lapse()).isEqualTo("2026-03-05");
        assertThat(after(lapsed).visit(beginOf("2026-04-05"))).isInstanceOf(Decision.Unchanged.class);
        ContactLedger attempted = after(after(lapsed).count(attempt("n2", "2026-04-05")));
        assertThat(attempted.lapse()).as("an attempt does not end it").isEqualTo("2026-03-05");
        ContactLedger found = after(attempted.count(contact("n3", "2026-04-06", Method.PHONE)));
        assertThat(found.lapse()).isNull();
    }

    @Test
    @DisplayName("Y10: inside, and after exit, nobody is searched for")
    void noLapseInside() {
        ContactLedger ledger = ledger(null, LEAP);
        ContactLedger quiet = visitUntilQuiet(ledger, beginOf("2026-12-31"));
        assertThat(quiet.lapse()).isNull();
    }

    @Test
    @DisplayName("Y10: someone released after a long time inside has lapsed 30 days after the release, not at once")
    void lapseFromRelease() {
        ContactLedger ledger = after(ledger(null, LEAP).count(contact("n1", "2026-01-15", Method.IN_PERSON)));
        LedgerTerms outside = new LedgerTerms(ZONE, "site-1", List.of(LEAP), 30, LocalDate.parse("2026-05-01"));
        ContactLedger released = after(ledger.owe(outside, List.of()));
        assertThat(visitUntilQuiet(released, beginOf("2026-05-30")).lapse()).isNull();
        assertThat(visitUntilQuiet(released, beginOf("2026-05-31")).lapse()).isEqualTo("2026-05-01");
    }

    @Test
    @DisplayName("N8: an obligation ends with the exit; what falls due later is not owed")
    void ended() {
        Obligation until = new Obligation(
                "LEAP",
                START,
                LocalDate.parse("2026-03-03"),
                new Cycle(Unit.ROLLING_DAYS, 30),
                Set.of(Method.PHONE),
                1);
        assertThat(after(ledger(null, until).count(contact("n1", "2026-02-01", Method.PHONE)))
                        .nextDueOn())
                .as("due on the very last day")
                .isEqualTo("2026-03-03");
        assertThat(after(ledger(null, until).count(contact("n1", "2026-02-02", Method.PHONE)))
                        .nextDueOn())
                .isNull();
    }

    @Test
    @DisplayName("N11: at the turn of the year the ledger closes and the next one carries the last contacts over")
    void turnOfTheYear() {
        ContactLedger old = after(ledger(null, LEAP, YOUTH).count(contact("n1", "2026-12-20", Method.IN_PERSON)));
        old = after(old.count(contact("n2", "2026-12-28", Method.PHONE)));
        assertThat(old.nextVisit()).isEqualTo(beginOf("2027-01-01"));
        Decision<ContactLedger> closed = old.visit(beginOf("2027-01-01"));
        assertThat(happened(closed)).isEqualTo(new LedgerEvent.LedgerClosed(2026));
        assertThat(after(closed).nextVisit()).isNull();
        ContactLedger next = ContactLedger.open("l-2", "p-1", 2027, old.terms(), Optional.of(after(closed)), List.of());
        assertThat(next.contacts()).isZero();
        assertThat(next.lastContactOn()).isEqualTo("2026-12-28");
        assertThat(next.nextDueOn()).isEqualTo("2027-01-27");
        ContactLedger learned = after(next.carry(contact("n3", "2026-12-31", Method.PHONE)));
        assertThat(learned.contacts()).as("it belongs to the year before").isZero();
        assertThat(learned.nextDueOn()).isEqualTo("2027-01-30");
    }

    @Test
    @DisplayName("N11: nothing owed, nothing due, nothing announced")
    void nothingOwed() {
        ContactLedger ledger = ledger(null);
        assertThat(ledger.nextDueOn()).isNull();
        assertThat(ledger.visit(beginOf("2026-12-31"))).isInstanceOf(Decision.Unchanged.class);
        assertThat(ledger.owe(ledger.terms(), List.of())).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    @DisplayName(
            "H8: contact under another id of the person counts while the records are merged, and no longer when they are not")
    void countedElsewhere() {
        ContactLedger own = after(ledger(START, LEAP).count(contact("n1", "2026-02-01", Method.PHONE)));
        ContactLedgerSnapshot before = ContactLedgerSnapshot.of(own);
        List<Counted> others =
                List.of(contact("a0", "2025-12-20", Method.PHONE), contact("a1", "2026-02-20", Method.PHONE));
        ContactLedger merged = after(own.owe(own.terms(), others));
        assertThat(merged.nextDueOn()).isEqualTo("2026-03-22");
        assertThat(merged.contacts()).as("of this year").isEqualTo(2);
        assertThat(merged.owe(own.terms(), others)).as("heard again").isInstanceOf(Decision.Unchanged.class);
        ContactLedger counting = after(merged.count(contact("n2", "2026-02-10", Method.PHONE)));
        assertThat(counting.nextDueOn()).as("its own count keeps the other's").isEqualTo("2026-03-22");
        assertThat(ContactLedgerSnapshot.of(after(merged.owe(own.terms(), List.of()))))
                .isEqualTo(before);
    }

    @Test
    @DisplayName("H8, Y10: a lapse that contact under another id ended is noticed again once the merge is undone")
    void lapseComesBack() {
        ContactLedger lapsed = visitUntilQuiet(ledger(START, LEAP), beginOf("2026-02-20"));
        assertThat(lapsed.lapse()).isEqualTo(START);
        ContactLedger merged = after(lapsed.owe(lapsed.terms(), List.of(contact("a1", "2026-02-15", Method.PHONE))));
        assertThat(merged.lapse()).isNull();
        assertThat(ContactLedgerSnapshot.of(merged).overdue()).isFalse();
        ContactLedger undone = after(merged.owe(lapsed.terms(), List.of()));
        assertThat(visitUntilQuiet(undone, beginOf("2026-02-20")).lapse()).isEqualTo(START);
        assertThat(ContactLedgerSnapshot.of(undone).overdue())
                .as("found before")
                .isTrue();
    }

    @Test
    @DisplayName("H8: what another id counted is never carried into the next year as this one's own")
    void notCarried() {
        ContactLedger merged = after(after(ledger(null, LEAP).count(contact("n1", "2026-11-01", Method.PHONE)))
                .owe(ledger(null, LEAP).terms(), List.of(contact("a1", "2026-12-20", Method.PHONE))));
        ContactLedger next = ContactLedger.open("l-2", "p-1", 2027, merged.terms(), Optional.of(merged), List.of());
        assertThat(next.lastContactOn()).isEqualTo("2026-11-01");
    }

    private static ContactLedger visitUntilQuiet(ContactLedger ledger, Instant at) {
        ContactLedger now = ledger;
        while (now.visit(at) instanceof Decision.Accepted<ContactLedger> accepted) {
            now = Objects.requireNonNull(accepted.state());
        }
        return now;
    }
}
