package org.throughcare.participant.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;

class CustodyTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = TODAY.atTime(10, 0).atZone(ZONE).toInstant();
    private static final UUID SOMEONE = new UUID(0, 1);
    private static final UUID SITE = new UUID(0, 2);
    private static final UUID RELEASE = new UUID(0, 3);
    private static final Custody.Terms TERMS = new Custody.Terms(new UUID(0, 4), 1, 60, 15);

    private Happened happened = new CustodyEvent.ReleaseSettled(RELEASE);

    private static Custody.Circumstances at(Instant now) {
        return new Custody.Circumstances(now, "staff:someone", TERMS);
    }

    private Custody after(Decision<Custody> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        Decision.Accepted<Custody> accepted = (Decision.Accepted<Custody>) decision;
        happened = accepted.happened();
        return accepted.state();
    }

    private Custody held(@Nullable LocalDate projected) {
        return after(Custody.record(
                SOMEONE,
                SITE,
                ZONE,
                "County Jail",
                TODAY.minusDays(100),
                new Booking(null, null),
                projected == null ? null : date(projected),
                at(NOW)));
    }

    private static Custody.ProjectedDate date(@Nullable LocalDate on) {
        return new Custody.ProjectedDate(UUID.randomUUID(), on, DateSource.JAIL_RECORDS, NOW, "staff:someone");
    }

    private Custody released() {
        return after(held(TODAY.plusDays(10)).release(RELEASE, TODAY, ReleaseKind.UNPLANNED, null, at(NOW)));
    }

    private static void refused(Decision<Custody> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
    }

    private static void nothing(Decision<Custody> decision) {
        assertThat(decision).isEqualTo(Decision.unchanged());
    }

    @Test
    @DisplayName("L10 a projected date 60 days away is near, of 61 days is not")
    void nearRelease() {
        assertThat(held(TODAY.plusDays(60)).population()).isEqualTo(Population.NEAR_RELEASE);
        assertThat(held(TODAY.plusDays(61)).population()).isEqualTo(Population.IN_CUSTODY);
        assertThat(held(null).population()).isEqualTo(Population.IN_CUSTODY);
    }

    @Test
    @DisplayName("L10 a change of date moves a person between populations at once, both ways")
    void changeOfDate() {
        Custody near = after(held(TODAY.plusDays(200)).project(date(TODAY.plusDays(30)), at(NOW)));
        assertThat(near.population()).isEqualTo(Population.NEAR_RELEASE);
        Custody far = after(near.project(date(TODAY.plusDays(90)), at(NOW)));
        assertThat(far.population()).isEqualTo(Population.IN_CUSTODY);
        assertThat(after(far.project(date(null), at(NOW))).dueAt()).isNull();
        assertThat(far.projections()).hasSize(3);
    }

    @Test
    @DisplayName("L10 time alone brings a date near, when its day begins at the site and not before")
    void deadline() {
        Custody far = held(TODAY.plusDays(70));
        Instant due = TODAY.plusDays(10).atStartOfDay(ZONE).toInstant();
        assertThat(far.dueAt()).isEqualTo(due);
        nothing(far.visit(due.minusMillis(1)));
        assertThat(after(far.visit(due)).population()).isEqualTo(Population.NEAR_RELEASE);
        assertThat(happened).isEqualTo(new CustodyEvent.NearReleaseReached(TODAY.plusDays(70)));
        nothing(after(far.visit(due)).visit(due.plusSeconds(5)));
    }

    @Test
    @DisplayName("L10 a projected date of today is accepted, of yesterday refused, the same one announces nothing")
    void projectedDates() {
        Custody custody = held(TODAY.plusDays(5));
        after(custody.project(date(TODAY), at(NOW)));
        refused(custody.project(date(TODAY.minusDays(1)), at(NOW)));
        nothing(custody.project(date(TODAY.plusDays(5)), at(NOW)));
    }

    @Test
    @DisplayName("L15 a release of today is recorded, of tomorrow refused; only planned and unplanned ones release")
    void release() {
        assertThat(released().population()).isEqualTo(Population.RELEASED);
        assertThat(released().stay()).isNull();
        Custody held = held(TODAY.plusDays(10));
        refused(held.release(RELEASE, TODAY.plusDays(1), ReleaseKind.PLANNED, null, at(NOW)));
        for (ReleaseKind kind : new ReleaseKind[] {
            ReleaseKind.COURT, ReleaseKind.HOSPITAL, ReleaseKind.TEMPORARY_ABSENCE, ReleaseKind.DEATH
        }) {
            Custody out = after(held.release(RELEASE, TODAY, kind, null, at(NOW)));
            assertThat(out.population()).as(kind.name()).isNotEqualTo(Population.RELEASED);
        }
    }

    @Test
    @DisplayName("L15 a release withdrawn within minutes leaves all as it was")
    void withdrawal() {
        Custody before = held(TODAY.plusDays(10));
        Custody released = after(before.release(RELEASE, TODAY, ReleaseKind.UNPLANNED, null, at(NOW)));
        Custody back = after(released.withdraw(RELEASE, "", at(NOW.plusSeconds(60))));
        assertThat(happened).isEqualTo(new CustodyEvent.ReleaseWithdrawn(RELEASE, false));
        assertThat(back.release()).isNull();
        assertThat(CustodySnapshot.of(back).release()).isNull();
        assertThat(CustodySnapshot.of(back).withdrawn()).containsExactly(RELEASE);
        assertThat(back.stays()).isEqualTo(before.stays());
        assertThat(back.population()).isEqualTo(Population.NEAR_RELEASE);
        nothing(back.withdraw(RELEASE, "", at(NOW.plusSeconds(90))));
    }

    @Test
    @DisplayName("L15 within the settling time a withdrawal needs no reason, from its end on it does")
    void settling() {
        Custody released = released();
        Instant settles = NOW.plusSeconds(15 * 60);
        after(released.withdraw(RELEASE, "", at(settles.minusMillis(1))));
        refused(released.withdraw(RELEASE, " ", at(settles)));
        after(released.withdraw(RELEASE, "wrong person", at(settles)));
        assertThat(happened).isEqualTo(new CustodyEvent.ReleaseWithdrawn(RELEASE, true));
    }

    @Test
    @DisplayName("L15 a release settles once, after its settling time")
    void settles() {
        Custody released = released();
        Instant settles = NOW.plusSeconds(15 * 60);
        assertThat(released.dueAt()).isEqualTo(settles);
        nothing(released.visit(settles.minusMillis(1)));
        Custody settled = after(released.visit(settles));
        assertThat(happened).isEqualTo(new CustodyEvent.ReleaseSettled(RELEASE));
        assertThat(settled.dueAt()).isNull();
        nothing(settled.visit(settles.plusSeconds(1)));
    }

    @Test
    @DisplayName("L15 a withdrawal heard before its release: the release then changes nothing")
    void withdrawalFirst() {
        Custody early = after(held(TODAY.plusDays(10)).withdraw(RELEASE, "mistake", at(NOW)));
        assertThat(early.release()).isNull();
        nothing(early.release(RELEASE, TODAY, ReleaseKind.UNPLANNED, null, at(NOW)));
        nothing(early.withdraw(RELEASE, "mistake", at(NOW)));
        UUID another = new UUID(0, 9);
        assertThat(after(early.release(another, TODAY, ReleaseKind.UNPLANNED, null, at(NOW)))
                        .population())
                .isEqualTo(Population.RELEASED);
    }

    @Test
    @DisplayName(
            "L15 the same release again announces nothing; another while one stands is refused; a withdrawn id stays so")
    void releaseAgain() {
        Custody released = released();
        nothing(released.release(RELEASE, TODAY, ReleaseKind.UNPLANNED, null, at(NOW)));
        refused(released.release(new UUID(0, 9), TODAY, ReleaseKind.PLANNED, null, at(NOW)));
        Custody back = after(released.withdraw(RELEASE, "", at(NOW)));
        refused(back.release(RELEASE, TODAY, ReleaseKind.UNPLANNED, null, at(NOW)));
        after(back.release(new UUID(0, 9), TODAY, ReleaseKind.PLANNED, null, at(NOW)));
    }

    @Test
    @DisplayName("L15 a transfer goes on in another facility, and its withdrawal brings the stay back")
    void transfer() {
        Custody held = held(null);
        refused(held.release(RELEASE, TODAY, ReleaseKind.TRANSFER, null, at(NOW)));
        Custody moved = after(held.release(RELEASE, TODAY, ReleaseKind.TRANSFER, "Other Jail", at(NOW)));
        assertThat(CustodySnapshot.of(moved).facility()).isEqualTo("Other Jail");
        assertThat(moved.population()).isEqualTo(Population.IN_CUSTODY);
        Custody back = after(moved.withdraw(RELEASE, "", at(NOW)));
        assertThat(back.stays()).isEqualTo(held.stays());
    }

    @Test
    @DisplayName("L15 a release from court ends the time at court; withdrawn, the person is at court again")
    void releaseFromCourt() {
        UUID court = new UUID(0, 8);
        Custody atCourt = after(held(null).release(court, TODAY, ReleaseKind.COURT, null, at(NOW)));
        Custody free = after(atCourt.release(RELEASE, TODAY, ReleaseKind.UNPLANNED, null, at(NOW)));
        assertThat(free.population()).isEqualTo(Population.RELEASED);
        refused(free.withdraw(court, "", at(NOW)));
        Custody back = after(free.withdraw(RELEASE, "", at(NOW)));
        assertThat(back.release()).extracting(Release::id).isEqualTo(court);
    }

    @Test
    @DisplayName("L15 a return ends the release, which can then no longer be withdrawn")
    void comesBack() {
        Custody released = released();
        UUID id = new UUID(0, 7);
        refused(Returning.back(released, id, TODAY.minusDays(1), "County Jail", new Booking(null, null), at(NOW)));
        refused(Returning.back(released, id, TODAY, null, new Booking(null, null), at(NOW)));
        Custody back = after(Returning.back(released, id, TODAY, "County Jail", new Booking(null, null), at(NOW)));
        assertThat(back.population()).isEqualTo(Population.IN_CUSTODY);
        assertThat(back.projectedRelease()).isNull();
        assertThat(CustodySnapshot.of(back).withdrawn()).isEmpty();
        nothing(Returning.back(back, id, TODAY, "County Jail", new Booking(null, null), at(NOW)));
        refused(back.withdraw(RELEASE, "too late", at(NOW)));
    }

    @Test
    @DisplayName("N15 custody follows to another site, and the same site announces nothing")
    void moves() {
        UUID to = new UUID(0, 6);
        assertThat(after(held(null).moveTo(to, ZONE)).site()).isEqualTo(to);
        nothing(held(null).moveTo(SITE, ZONE));
    }

    @Test
    @DisplayName("L10 after a death no release is expected any more, and none comes near")
    void death() {
        Custody of = after(held(TODAY.plusDays(90)).release(RELEASE, TODAY, ReleaseKind.DEATH, null, at(NOW)));
        Custody settled = after(of.visit(NOW.plusSeconds(3600)));
        assertThat(settled.dueAt()).isNull();
        assertThat(settled.visit(TODAY.plusDays(80).atStartOfDay(ZONE).toInstant()))
                .isEqualTo(Decision.unchanged());
        assertThat(CustodySnapshot.of(settled).projectedRelease()).isNull();
        Custody back = after(settled.withdraw(RELEASE, "another person of that name", at(NOW.plusSeconds(7200))));
        assertThat(CustodySnapshot.of(back).projectedRelease()).isEqualTo(TODAY.plusDays(90));
    }

    private static Decision<Custody> recorded(LocalDate since, @Nullable LocalDate standingSince) {
        LegalStanding standing = standingSince == null
                ? null
                : new LegalStanding(LegalStatus.PRETRIAL, standingSince, NOW, "staff:someone");
        return Custody.record(SOMEONE, SITE, ZONE, "County Jail", since, new Booking(null, standing), null, at(NOW));
    }

    @Test
    @DisplayName("L10 custody begins today at the latest, and its grounds on no day before it and none to come")
    void recorded() {
        assertThat(after(recorded(TODAY, null)).population()).isEqualTo(Population.IN_CUSTODY);
        refused(recorded(TODAY.plusDays(1), null));
        LocalDate since = TODAY.minusDays(5);
        after(recorded(since, since));
        after(recorded(since, TODAY));
        refused(recorded(since, since.minusDays(1)));
        refused(recorded(since, TODAY.plusDays(1)));
    }

    @Test
    @DisplayName("L15 a release falls on the first day of the stay that it ends at the earliest")
    void releaseInTheStay() {
        LocalDate since = TODAY.minusDays(100);
        after(held(null).release(RELEASE, since, ReleaseKind.PLANNED, null, at(NOW)));
        refused(held(null).release(RELEASE, since.minusDays(1), ReleaseKind.PLANNED, null, at(NOW)));
    }

    @Test
    @DisplayName(
            "L10 L15 a date is projected for whoever is held, at court or transferred, not after a release or a death")
    void projectedFor() {
        for (ReleaseKind kind : ReleaseKind.values()) {
            Custody out = after(held(null).release(RELEASE, TODAY, kind, "Other Jail", at(NOW)));
            Decision<Custody> learned = out.project(date(TODAY.plusDays(20)), at(NOW));
            if (kind.released() || kind == ReleaseKind.DEATH) {
                refused(learned);
            } else {
                assertThat(after(learned).population()).as(kind.name()).isEqualTo(Population.NEAR_RELEASE);
            }
        }
    }

    @Test
    @DisplayName("L10 the same date from another source is news, also that none is known")
    void sources() {
        Custody custody = held(TODAY.plusDays(5));
        after(custody.project(
                new Custody.ProjectedDate(
                        UUID.randomUUID(), TODAY.plusDays(5), DateSource.COURT_ORDER, NOW, "staff:someone"),
                at(NOW)));
        Custody unknown = after(held(null).project(date(null), at(NOW)));
        nothing(unknown.project(date(null), at(NOW)));
    }

    @Test
    @DisplayName("L15 a release of one id is of one day and one kind")
    void anotherReleaseOfThatId() {
        Custody released = released();
        refused(released.release(RELEASE, TODAY.minusDays(1), ReleaseKind.UNPLANNED, null, at(NOW)));
        refused(released.release(RELEASE, TODAY, ReleaseKind.PLANNED, null, at(NOW)));
    }

    @Test
    @DisplayName(
            "L15 in court, in hospital or on temporary absence the stay goes on; a facility named for them begins none")
    void passing() {
        for (ReleaseKind kind :
                new ReleaseKind[] {ReleaseKind.COURT, ReleaseKind.HOSPITAL, ReleaseKind.TEMPORARY_ABSENCE}) {
            Custody out = after(held(null).release(RELEASE, TODAY, kind, "Court House", at(NOW)));
            assertThat(out.stays()).as(kind.name()).isEqualTo(held(null).stays());
        }
        Custody free = after(held(null).release(RELEASE, TODAY, ReleaseKind.PLANNED, "Home", at(NOW)));
        assertThat(free.stays()).hasSize(1);
    }

    @Test
    @DisplayName(
            "L15 a release ends the stay that is open, and keeps the days of those before; withdrawn, it opens that alone")
    void lastStay() {
        UUID transfer = new UUID(0, 8);
        LocalDate moved = TODAY.minusDays(20);
        Custody other = after(held(null).release(transfer, moved, ReleaseKind.TRANSFER, "Other Jail", at(NOW)));
        refused(held(null).release(transfer, moved, ReleaseKind.TRANSFER, " ", at(NOW)));
        Custody free = after(other.release(RELEASE, TODAY, ReleaseKind.PLANNED, null, at(NOW)));
        assertThat(free.stays()).extracting(Stay::until).containsExactly(moved, TODAY);
        Custody back = after(free.withdraw(RELEASE, "", at(NOW)));
        assertThat(back.stays()).isEqualTo(other.stays());
        Custody settled = after(free.visit(NOW.plusSeconds(15 * 60)));
        assertThat(settled.releases()).extracting(Release::settled).containsExactly(false, true);
    }

    @Test
    @DisplayName("L15 after a death only its withdrawal is left")
    void afterADeath() {
        Custody dead = after(held(null).release(RELEASE, TODAY, ReleaseKind.DEATH, null, at(NOW)));
        Decision<Custody> again = dead.release(new UUID(0, 9), TODAY, ReleaseKind.PLANNED, null, at(NOW));
        assertThat(again)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        no -> assertThat(no.refusal().allowed()).containsExactly("withdrawal"));
        Decision<Custody> free = released().release(new UUID(0, 9), TODAY, ReleaseKind.PLANNED, null, at(NOW));
        assertThat(free)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        no -> assertThat(no.refusal().allowed()).containsExactly("withdrawal", "return"));
    }
}
