package org.throughcare.notes.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.notes.AtTheSite.PARTICIPANT;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.notes.AtTheSite;
import org.throughcare.notes.search.DisengagedSearch.Reason;
import org.throughcare.platform.aggregate.Command;

/** Out since 1 April and not heard of since; a search was opened on 1 June. */
class OnAReturnTakenBackTest {

    private static final LocalDate OUT = LocalDate.parse("2026-04-01");
    private static final LocalDate OPENED = LocalDate.parse("2026-06-01");

    private final AtTheSite site = new AtTheSite();
    private final OpeningASearch opening = new OpeningASearch(site.searches, site.known, () -> site.now);
    private final ClosingASearch closing = new ClosingASearch(site.searches, site.known, () -> site.now);

    @Test
    @DisplayName("L15, Y10: a search that ended with a return to custody goes on when the return is taken back, once")
    void goesOn() {
        ended(Reason.RETURNED_TO_CUSTODY);
        takenBack(OUT, Optional.empty(), "e-1");
        assertThat(search()).isInstanceOf(DisengagedSearch.Open.class);

        int announced = site.searches.announced().size();
        takenBack(OUT, Optional.empty(), "e-1");
        takenBack(OUT, Optional.empty(), "e-2");
        assertThat(site.searches.announced()).hasSize(announced);
        assertThat(site.searches.all()).hasSize(1);
    }

    @Test
    @DisplayName(
            "L15, Y10: a decision of a worker's that came after the return was taken back stands, however often that is heard")
    void decidedLater() {
        ended(Reason.RETURNED_TO_CUSTODY);
        takenBack(OUT, Optional.empty(), "e-1");
        closing.end(Command.withId("again"), id(), Reason.RETURNED_TO_CUSTODY, "Booked in by now", "w-1");
        takenBack(OUT, Optional.empty(), "e-1");
        assertThat(search()).isInstanceOf(DisengagedSearch.Ended.class);
    }

    @Test
    @DisplayName("L15, Y10: what ended for another reason stays ended")
    void staysEnded() {
        ended(Reason.MOVED_AWAY);
        takenBack(OUT, Optional.empty(), "e-1");
        assertThat(search()).isInstanceOf(DisengagedSearch.Ended.class);
    }

    @Test
    @DisplayName(
            "L15, Y10: of the release's first day on it is of that release; contact on the day of the lapse is from before it")
    void bounds() {
        ended(Reason.RETURNED_TO_CUSTODY);
        takenBack(OPENED.plusDays(1), Optional.empty(), "another release");
        takenBack(OUT, Optional.of(OUT.plusDays(1)), "contact since");
        assertThat(search()).isInstanceOf(DisengagedSearch.Ended.class);

        takenBack(OPENED, Optional.of(OUT), "of this release, and no contact since");
        assertThat(search()).isInstanceOf(DisengagedSearch.Open.class);
    }

    private void ended(Reason reason) {
        opening.becauseOfALapse(PARTICIPANT, OUT);
        assertThat(search().course().openedOn()).isEqualTo(OPENED);
        closing.end(Command.withId("end"), id(), reason, "Booked in", "w-1");
        assertThat(search()).isInstanceOf(DisengagedSearch.Ended.class);
    }

    private void takenBack(LocalDate releasedOn, Optional<LocalDate> lastContact, String event) {
        opening.returnTakenBack(PARTICIPANT, releasedOn, lastContact, event);
    }

    private String id() {
        return site.searches.all().getFirst().id();
    }

    private DisengagedSearch search() {
        return site.searches.all().getFirst().state();
    }
}
