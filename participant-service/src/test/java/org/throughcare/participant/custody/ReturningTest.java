package org.throughcare.participant.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Refusal;

/** Coming back into custody, taking that back, and how a stay is booked. */
class ReturningTest {

    private static final Booking UNBOOKED = new Booking(null, null);

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = TODAY.atTime(10, 0).atZone(ZONE).toInstant();
    private static final UUID RELEASE = new UUID(0, 3);
    private static final UUID RETURN = new UUID(0, 7);
    private static final Custody.Circumstances C =
            new Custody.Circumstances(NOW, "staff:someone", new Custody.Terms(new UUID(0, 4), 1, 60, 15));

    private Happened happened = new CustodyEvent.BookingChanged();

    private Custody after(Decision<Custody> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        Decision.Accepted<Custody> accepted = (Decision.Accepted<Custody>) decision;
        happened = accepted.happened();
        return accepted.state();
    }

    private static Refusal refused(Decision<Custody> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<Custody>) decision).refusal();
    }

    private static void nothing(Decision<Custody> decision) {
        assertThat(decision).isEqualTo(Decision.unchanged());
    }

    private Custody held() {
        return after(Custody.record(
                new UUID(0, 1),
                new UUID(0, 2),
                ZONE,
                "County Jail",
                TODAY.minusDays(100),
                new Booking("sealed-1", standing(LegalStatus.PRETRIAL, TODAY.minusDays(100))),
                new Custody.ProjectedDate(
                        new UUID(0, 5), TODAY.plusDays(10), DateSource.COURT_ORDER, NOW, "staff:someone"),
                C));
    }

    private static LegalStanding standing(LegalStatus status, LocalDate since) {
        return new LegalStanding(status, since, NOW, "staff:someone");
    }

    private Custody released() {
        return after(held().release(RELEASE, TODAY, ReleaseKind.UNPLANNED, null, C));
    }

    private Custody returned() {
        return after(Returning.back(
                released(),
                RETURN,
                TODAY,
                "Other Jail",
                new Booking("sealed-2", standing(LegalStatus.PROBATION_VIOLATION, TODAY)),
                C));
    }

    @Test
    @DisplayName(
            "L15 a return taken back: the release that it ended stands again, and the stay that it began never was")
    void takenBack() {
        Custody free = released();
        Custody back = after(Returning.takenBack(returned(), RETURN, "another person of that name", C));
        assertThat(happened).isEqualTo(new CustodyEvent.ReturnWithdrawn(RETURN, RELEASE));
        assertThat(back.population()).isEqualTo(Population.RELEASED);
        assertThat(back.release()).isEqualTo(free.release());
        assertThat(back.stays()).isEqualTo(free.stays());
        assertThat(CustodySnapshot.of(back)).isEqualTo(CustodySnapshot.of(free));
        assertThat(back.returns())
                .singleElement()
                .satisfies(r -> assertThat(r.withdrawal()).isNotNull());
        nothing(Returning.takenBack(back, RETURN, "again", C));
    }

    @Test
    @DisplayName("L15 taken back, the release can be withdrawn as well, and the date expected before is expected again")
    void releaseToo() {
        Custody back = after(Returning.takenBack(returned(), RETURN, "another person", C));
        Custody inside = after(back.withdraw(RELEASE, "wrong person", C));
        assertThat(inside.projectedRelease()).isEqualTo(TODAY.plusDays(10));
        assertThat(inside.population()).isEqualTo(Population.NEAR_RELEASE);
        assertThat(inside.projections()).hasSizeGreaterThan(1);
        assertThat(inside.stays()).isEqualTo(held().stays());
    }

    @Test
    @DisplayName("L15 taking a return back needs a reason and a return that is on record")
    void refusals() {
        assertThat(refused(Returning.takenBack(returned(), RETURN, " ", C)).field())
                .isEqualTo("reason");
        refused(Returning.takenBack(returned(), new UUID(0, 77), "mistake", C));
        refused(Returning.takenBack(returned(), RELEASE, "mistake", C));
    }

    @Test
    @DisplayName("L15 what was recorded after the return goes first; once that is withdrawn, the return can go too")
    void overtaken() {
        UUID court = new UUID(0, 8);
        Custody atCourt = after(returned().release(court, TODAY, ReleaseKind.COURT, null, C));
        assertThat(refused(Returning.takenBack(atCourt, RETURN, "mistake", C)).allowed())
                .contains("withdrawal");
        Custody again = after(atCourt.withdraw(court, "", C));
        after(Returning.takenBack(again, RETURN, "mistake", C));
    }

    @Test
    @DisplayName("L15 a return that was taken back stays so; another has an id of its own")
    void anotherReturn() {
        Custody back = after(Returning.takenBack(returned(), RETURN, "mistake", C));
        refused(Returning.back(back, RETURN, TODAY, "Other Jail", UNBOOKED, C));
        Custody truly = after(Returning.back(back, new UUID(0, 70), TODAY, "Other Jail", UNBOOKED, C));
        assertThat(truly.population()).isEqualTo(Population.IN_CUSTODY);
        assertThat(truly.projectedRelease()).isNull();
    }

    @Test
    @DisplayName("L15 a return from court taken back: the person is at court again, in the same stay")
    void fromCourt() {
        UUID court = new UUID(0, 8);
        Custody atCourt = after(held().release(court, TODAY, ReleaseKind.COURT, null, C));
        Custody inside = after(Returning.back(atCourt, RETURN, TODAY, null, UNBOOKED, C));
        Custody out = after(Returning.takenBack(inside, RETURN, "was kept there", C));
        assertThat(out.release()).isEqualTo(atCourt.release());
        assertThat(out.stays()).isEqualTo(atCourt.stays());
        assertThat(out.projections()).isEqualTo(atCourt.projections());
    }

    @Test
    @DisplayName("L15 a return from before returns were kept one by one can be taken back as well")
    void olderReturn() {
        Custody older = returned().returned(List.of());
        Custody back = after(Returning.takenBack(older, RETURN, "mistake", C));
        assertThat(back.population()).isEqualTo(Population.RELEASED);
        nothing(Returning.takenBack(back, RETURN, "again", C));
    }

    @Test
    @DisplayName("L10 a new stay has a booking and grounds of its own, and the old ones keep theirs")
    void bookings() {
        Custody custody = returned();
        assertThat(custody.stays()).extracting(Stay::bookingNumber).containsExactly("sealed-1", "sealed-2");
        assertThat(custody.stays())
                .extracting(Stay::legalStatus)
                .containsExactly(LegalStatus.PRETRIAL, LegalStatus.PROBATION_VIOLATION);
    }

    @Test
    @DisplayName("L10 a transfer takes the grounds along and not the number, which is the jail's")
    void transfer() {
        Custody moved = after(held().release(RELEASE, TODAY, ReleaseKind.TRANSFER, "Other Jail", C));
        assertThat(moved.stays().getLast().bookingNumber()).isNull();
        assertThat(moved.stays().getLast().legalStatus()).isEqualTo(LegalStatus.PRETRIAL);
    }

    @Test
    @DisplayName("L10 the legal status changes with a day and keeps its history; the same again announces nothing")
    void legalStatus() {
        Custody sentenced = after(held().book(new Booking(null, standing(LegalStatus.SENTENCED, TODAY)), C));
        assertThat(happened).isEqualTo(new CustodyEvent.BookingChanged());
        assertThat(sentenced.stays().getFirst().legal())
                .extracting(LegalStanding::status)
                .containsExactly(LegalStatus.PRETRIAL, LegalStatus.SENTENCED);
        assertThat(sentenced.stays().getFirst().bookingNumber()).isEqualTo("sealed-1");
        nothing(sentenced.book(new Booking("sealed-1", standing(LegalStatus.SENTENCED, TODAY)), C));
        nothing(sentenced.book(UNBOOKED, C));
    }

    @Test
    @DisplayName("L10 a legal status begins with the one before it at the earliest, and today at the latest")
    void legalStatusDates() {
        after(held().book(new Booking(null, standing(LegalStatus.SENTENCED, TODAY.minusDays(100))), C));
        refused(held().book(new Booking(null, standing(LegalStatus.SENTENCED, TODAY.minusDays(101))), C));
        after(held().book(new Booking(null, standing(LegalStatus.SENTENCED, TODAY)), C));
        refused(held().book(new Booking(null, standing(LegalStatus.SENTENCED, TODAY.plusDays(1))), C));
        refused(released().book(new Booking("sealed-3", null), C));
    }

    @Test
    @DisplayName("L10 neither the booking number nor the legal status is announced")
    void notAnnounced() {
        assertThat(CustodySnapshot.of(held()).toString()).doesNotContain("sealed-1", "PRETRIAL");
    }

    @Test
    @DisplayName(
            "L15 a return is of today at the latest, from a release that lets people go, and says where they are held")
    void whoReturns() {
        assertThat(refused(Returning.back(released(), RETURN, TODAY.plusDays(1), "Other Jail", UNBOOKED, C))
                        .field())
                .isEqualTo("on");
        assertThat(refused(Returning.back(released(), RETURN, TODAY, " ", UNBOOKED, C))
                        .field())
                .isEqualTo("facility");
        refused(Returning.back(held(), RETURN, TODAY, "Other Jail", UNBOOKED, C));
        for (ReleaseKind kind : new ReleaseKind[] {ReleaseKind.DEATH, ReleaseKind.TRANSFER}) {
            Custody out = after(held().release(RELEASE, TODAY, kind, "Other Jail", C));
            assertThat(refused(Returning.back(out, RETURN, TODAY, "Other Jail", UNBOOKED, C))
                            .rule())
                    .as(kind.name())
                    .isEqualTo("custody-dates");
        }
    }

    @Test
    @DisplayName("L10 L15 after a return no date is known, and what the release had projected does not come near")
    void nothingExpected() {
        Custody back = returned();
        assertThat(back.projectedRelease()).isNull();
        assertThat(back.dueAt()).isNull();
        nothing(back.visit(NOW.plusSeconds(86_400L * 30)));
        Custody inside = after(Returning.back(
                after(held().release(RELEASE, TODAY, ReleaseKind.HOSPITAL, null, C)),
                RETURN,
                TODAY,
                null,
                UNBOOKED,
                C));
        assertThat(inside.projectedRelease()).isEqualTo(TODAY.plusDays(10));
        assertThat(inside.stays()).isEqualTo(held().stays());
    }

    @Test
    @DisplayName(
            "L15 of two returns the second is taken back alone, and of two releases the one that it ended stands again")
    void secondTime() {
        UUID release = new UUID(0, 30);
        UUID second = new UUID(0, 70);
        Custody free = after(returned().release(release, TODAY, ReleaseKind.PLANNED, null, C));
        Custody inside = after(Returning.back(free, second, TODAY, "County Jail", UNBOOKED, C));
        assertThat(inside.releases()).extracting(Release::endedBy).containsExactly(RETURN, second);
        assertThat(inside.returns()).extracting(Return::on).containsExactly(TODAY, TODAY);
        Custody back = after(Returning.takenBack(inside, second, "another person", C));
        assertThat(back.releases()).isEqualTo(free.releases());
        assertThat(back.stays()).isEqualTo(free.stays());
        assertThat(back.returns()).extracting(r -> r.withdrawal() != null).containsExactly(false, true);
        Custody again = after(Returning.back(back, new UUID(0, 71), TODAY, "County Jail", UNBOOKED, C));
        assertThat(after(Returning.takenBack(again, new UUID(0, 71), "once more", C))
                        .releases())
                .isEqualTo(free.releases());
    }

    @Test
    @DisplayName(
            "L15 what ended a time at court was a release, which is no return to take back; a facility named begins no stay")
    void releaseIsNoReturn() {
        UUID court = new UUID(0, 8);
        Custody atCourt = after(held().release(court, TODAY, ReleaseKind.COURT, null, C));
        Custody free = after(atCourt.release(RELEASE, TODAY, ReleaseKind.PLANNED, null, C));
        assertThat(refused(Returning.takenBack(free, RELEASE, "mistake", C)).reason())
                .contains("no such return");
        Custody inside = after(Returning.back(atCourt, RETURN, TODAY, "County Jail", UNBOOKED, C));
        assertThat(inside.stays()).isEqualTo(held().stays());
        assertThat(inside.projections()).isEqualTo(held().projections());
    }

    @Test
    @DisplayName(
            "L10 only the open stay is booked; its grounds begin no earlier than the last ones, or than the stay itself")
    void bookedStay() {
        Custody booked = after(returned().book(new Booking("sealed-9", standing(LegalStatus.HOLD, TODAY)), C));
        assertThat(booked.stays()).extracting(Stay::bookingNumber).containsExactly("sealed-1", "sealed-9");
        assertThat(booked.stays().getFirst().legal()).hasSize(1);
        Custody sentenced =
                after(held().book(new Booking(null, standing(LegalStatus.SENTENCED, TODAY.minusDays(50))), C));
        refused(sentenced.book(new Booking(null, standing(LegalStatus.HOLD, TODAY.minusDays(51))), C));
        after(sentenced.book(new Booking(null, standing(LegalStatus.HOLD, TODAY.minusDays(50))), C));
        nothing(sentenced.book(new Booking(null, standing(LegalStatus.SENTENCED, TODAY.minusDays(90))), C));
        Custody plain = after(Returning.back(released(), RETURN, TODAY, "Other Jail", UNBOOKED, C));
        refused(plain.book(new Booking(null, standing(LegalStatus.HOLD, TODAY.minusDays(1))), C));
        after(plain.book(new Booking(null, standing(LegalStatus.HOLD, TODAY)), C));
    }
}
