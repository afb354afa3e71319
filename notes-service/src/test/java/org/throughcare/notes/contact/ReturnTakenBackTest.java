package org.throughcare.notes.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.notes.AtTheSite.PARTICIPANT;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.notes.AtTheSite;
import org.throughcare.platform.aggregate.Decision;

class ReturnTakenBackTest {

    private static final LocalDate OUT = LocalDate.parse("2026-05-20");

    private final AtTheSite site = new AtTheSite();

    @Test
    @DisplayName(
            "L15: a return that is taken back leaves what is owed, and from when somebody is missed, as if it had not been")
    void asIfItHadNotBeen() {
        site.out("r-1", OUT);
        owe("released");
        ContactLedger out = ledger();
        assertThat(out.terms().lapseFrom()).isEqualTo(OUT);

        site.in();
        owe("returned");
        assertThat(ledger().terms().lapseFrom()).isNull();
        assertThat(ledger().lapse()).isNull();

        site.out("r-1", OUT);
        owe("taken back");
        assertThat(ledger()).isEqualTo(out);

        int announced = site.ledgers.announced().size();
        owe("taken back");
        owe("heard again under another id");
        assertThat(site.ledgers.announced()).hasSize(announced);
    }

    @Test
    @DisplayName("L15: a lapse that was noticed before the return is not announced again after it is taken back")
    void lapseNoticedOnce() {
        site.out("r-1", LocalDate.parse("2026-04-01"));
        owe("released");
        site.ledgers.change(
                org.throughcare.platform.aggregate.Command.withId("visit"),
                KeepingTheLedger.idOf(PARTICIPANT, 2026),
                ledger -> overdueFirst(ledger).visit(site.now));
        LocalDate lapse = ledger().lapse();
        assertThat(lapse).isEqualTo(LocalDate.parse("2026-04-01"));
        site.in();
        owe("returned");
        assertThat(ledger().lapse()).isNull();
        site.out("r-1", LocalDate.parse("2026-04-01"));
        owe("taken back");
        assertThat(ledger().lapse()).isEqualTo(lapse);
        assertThat(ledger().visit(site.now)).isInstanceOf(Decision.Unchanged.class);
    }

    /** Past what else is due, which a visit finds first. */
    private ContactLedger overdueFirst(ContactLedger ledger) {
        ContactLedger is = ledger;
        while (is.visit(site.now) instanceof Decision.Accepted<ContactLedger> found
                && found.happened() instanceof LedgerEvent.ContactOverdue) {
            is = found.state();
        }
        return is;
    }

    private void owe(String because) {
        site.ledger.owe(PARTICIPANT, because);
    }

    private ContactLedger ledger() {
        return site.ledgers
                .find(KeepingTheLedger.idOf(PARTICIPANT, 2026))
                .orElseThrow()
                .state();
    }
}
