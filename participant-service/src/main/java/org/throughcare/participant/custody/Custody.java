package org.throughcare.participant.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

/**
 * Where a participant is held, until when, and how it ended; one per participant, under the participant's id.
 *
 * <p>Life: recorded with a facility; the projected date comes, moves and goes, each time with its source, and decides
 * together with today which population the person belongs to (L10). A release is recorded under an id of its own (L15).
 * It may be a mistake: then it is withdrawn and everything is as before, within the settling time without more ado, after it
 * with a reason. A withdrawal may be heard before its release; the release then changes nothing. A person may be held
 * again: the return ends the release, which stays in the history; taken back, the release stands again. Times in court, in
 * hospital or on temporary absence end with a return too and never count as released; a transfer goes on in another facility.
 *
 * @param zone the site's: days are counted here
 * @param terms the policy numbers of the last decision
 * @param population as last derived; a deadline moves it when a date comes near
 * @param withdrawnUnheard withdrawals of releases not heard of yet
 * @param returns into custody; those from before they were kept one by one are known by the releases that they ended alone
 */
public record Custody(
        UUID participant,
        UUID site,
        ZoneId zone,
        Terms terms,
        Population population,
        List<Stay> stays,
        List<ProjectedDate> projections,
        List<Release> releases,
        List<EarlyWithdrawal> withdrawnUnheard,
        List<Return> returns) {

    /** The policy a decision was made under, and what of it counts here. */
    public record Terms(UUID policy, int version, int nearReleaseDays, int settlingMinutes) {}

    /** A projected date as learned at some time; none when it became unknown. */
    public record ProjectedDate(
            UUID id, @Nullable LocalDate date, DateSource source, Instant learnedAt, String recordedBy) {}

    /** @param id the release's */
    public record EarlyWithdrawal(UUID id, Release.Withdrawal withdrawal) {}

    /** Who decides, when, under which terms. */
    public record Circumstances(Instant now, String by, Terms terms) {}

    public Custody {
        stays = List.copyOf(stays);
        projections = List.copyOf(projections);
        releases = List.copyOf(releases);
        withdrawnUnheard = List.copyOf(withdrawnUnheard);
        returns = returns == null ? List.of() : List.copyOf(returns);
    }

    static Decision<Custody> record(
            UUID participant,
            UUID site,
            ZoneId zone,
            String facility,
            LocalDate since,
            Booking booking,
            @Nullable ProjectedDate projected,
            Circumstances c) {
        LocalDate today = LocalDate.ofInstant(c.now(), zone);
        if (since.isAfter(today)) {
            return Decision.refuse(
                    Refusal.invalid("custody-dates", "since", "Custody cannot begin on a day that has not come."));
        }
        Refusal fault = booking.fault(since, today);
        if (fault != null) {
            return Decision.refuse(fault);
        }
        UUID stay = Command.derived("stay", participant.toString(), since.toString());
        Custody custody = new Custody(
                        participant,
                        site,
                        zone,
                        c.terms(),
                        Population.IN_CUSTODY,
                        List.of(Stay.begin(stay, facility, since, null, booking)),
                        projected == null ? List.of() : List.of(projected),
                        List.of(),
                        List.of(),
                        List.of())
                .derived(today);
        return Decision.accept(custody, new CustodyEvent.CustodyRecorded(facility, since));
    }

    Decision<Custody> project(ProjectedDate learned, Circumstances c) {
        @Nullable Release current = release();
        if (current != null && !current.kind().passing() && current.kind() != ReleaseKind.TRANSFER) {
            return Decision.refuse(Refusal.conflict(
                    "L10", "There is no release to expect after " + current.on() + ".", "withdrawal", "return"));
        }
        LocalDate today = LocalDate.ofInstant(c.now(), zone);
        LocalDate date = learned.date();
        if (date != null && date.isBefore(today)) {
            return Decision.refuse(
                    Refusal.invalid("custody-dates", "date", "A projected date cannot lie in the past."));
        }
        @Nullable LocalDate before = projectedRelease();
        if (Objects.equals(before, date)
                && !projections.isEmpty()
                && projections.getLast().source() == learned.source()) {
            return Decision.unchanged();
        }
        return Decision.accept(
                with(c.terms(), stays, plus(projections, learned), releases, withdrawnUnheard)
                        .derived(today),
                new CustodyEvent.ProjectedReleaseChanged(before, date, learned.source()));
    }

    Decision<Custody> release(UUID id, LocalDate on, ReleaseKind kind, @Nullable String toFacility, Circumstances c) {
        return Releasing.out(this, id, on, kind, toFacility, c);
    }

    /** @param reason may be blank within the settling time */
    Decision<Custody> withdraw(UUID id, String reason, Circumstances c) {
        return Releasing.takenBack(this, id, reason, c);
    }

    /** L10: the jail's number for the open stay, or the grounds on which the person is held. */
    Decision<Custody> book(Booking booking, Circumstances c) {
        @Nullable Stay open = stay();
        if (open == null) {
            return Decision.refuse(
                    Refusal.conflict("L10", "The person is not held, so there is no stay to book.", "return"));
        }
        LegalStanding said = booking.standing();
        LocalDate earliest =
                open.legal().isEmpty() ? open.from() : open.legal().getLast().since();
        Refusal fault =
                said != null && said.status() == open.legalStatus() ? null : booking.fault(earliest, day(c.now()));
        if (fault != null) {
            return Decision.refuse(fault);
        }
        List<Stay> booked = each(stays, stay -> stay.id().equals(open.id()) ? stay.booked(booking) : stay);
        return booked.equals(stays)
                ? Decision.unchanged()
                : Decision.accept(
                        with(c.terms(), booked, projections, releases, withdrawnUnheard),
                        new CustodyEvent.BookingChanged());
    }

    /** N15: the participant goes on at another site; nothing is asked again. */
    Decision<Custody> moveTo(UUID to, ZoneId there) {
        return to.equals(site)
                ? Decision.unchanged()
                : Decision.accept(
                        new Custody(
                                participant,
                                to,
                                there,
                                terms,
                                population,
                                stays,
                                projections,
                                releases,
                                withdrawnUnheard,
                                returns),
                        new CustodyEvent.CustodyMoved(site, to));
    }

    /** The next moment at which time alone changes something: a release settles, or a date comes near. */
    public @Nullable Instant dueAt() {
        @Nullable Release current = release();
        if (current != null && !current.settled()) {
            return current.settlesAt();
        }
        LocalDate projected = expectedRelease();
        return population == Population.IN_CUSTODY && projected != null
                ? projected
                        .minusDays(terms.nearReleaseDays())
                        .atStartOfDay(zone)
                        .toInstant()
                : null;
    }

    public Decision<Custody> visit(Instant now) {
        @Nullable Release current = release();
        if (current != null && !current.settled() && !now.isBefore(current.settlesAt())) {
            UUID id = current.id();
            return Decision.accept(
                    with(
                            terms,
                            stays,
                            projections,
                            each(releases, r -> r.id().equals(id) ? r.settle() : r),
                            withdrawnUnheard),
                    new CustodyEvent.ReleaseSettled(id));
        }
        Custody then = derived(LocalDate.ofInstant(now, zone));
        LocalDate projected = expectedRelease();
        return population == Population.IN_CUSTODY && then.population == Population.NEAR_RELEASE && projected != null
                ? Decision.accept(then, new CustodyEvent.NearReleaseReached(projected))
                : Decision.unchanged();
    }

    /** The release that stands, of whatever kind; null when there is none. */
    public @Nullable Release release() {
        return releases.stream().filter(Release::stands).findFirst().orElse(null);
    }

    public @Nullable LocalDate projectedRelease() {
        return projections.isEmpty() ? null : projections.getLast().date();
    }

    /** The projected date while there is still a release to expect: none after one that stands, and none after a death. */
    @Nullable
    LocalDate expectedRelease() {
        @Nullable Release current = release();
        return current != null && (current.kind().released() || current.kind() == ReleaseKind.DEATH)
                ? null
                : projectedRelease();
    }

    /** The stay that is open; null while released. */
    public @Nullable Stay stay() {
        return stays.stream().filter(Stay::open).findFirst().orElse(null);
    }

    LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    Custody derived(LocalDate today) {
        @Nullable Release current = release();
        LocalDate projected = expectedRelease();
        Population now = current != null && current.kind().released()
                ? Population.RELEASED
                : projected != null && !projected.isAfter(today.plusDays(terms.nearReleaseDays()))
                        ? Population.NEAR_RELEASE
                        : Population.IN_CUSTODY;
        return new Custody(
                participant, site, zone, terms, now, stays, projections, releases, withdrawnUnheard, returns);
    }

    Custody with(
            Terms under,
            List<Stay> held,
            List<ProjectedDate> expected,
            List<Release> all,
            List<EarlyWithdrawal> unheard) {
        return new Custody(participant, site, zone, under, population, held, expected, all, unheard, returns);
    }

    Custody returned(List<Return> all) {
        return new Custody(
                participant, site, zone, terms, population, stays, projections, releases, withdrawnUnheard, all);
    }

    static <T> List<T> plus(List<T> list, T element) {
        List<T> more = new ArrayList<>(list);
        more.add(element);
        return more;
    }

    static <T> List<T> each(List<T> list, UnaryOperator<T> change) {
        return list.stream().map(change).toList();
    }
}
