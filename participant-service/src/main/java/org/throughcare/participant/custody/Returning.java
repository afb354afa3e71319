package org.throughcare.participant.custody;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

/** What it takes to come back into custody, and to take that back (L15). Decisions of {@link Custody} that are long. */
final class Returning {

    private Returning() {}

    static Decision<Custody> back(
            Custody custody,
            UUID id,
            LocalDate on,
            @Nullable String facility,
            Booking booking,
            Custody.Circumstances c) {
        if (custody.returns().stream().anyMatch(r -> r.id().equals(id) && r.withdrawal() != null)) {
            return Decision.refuse(
                    Refusal.conflict("L15", "This return was taken back; another return needs an id of its own."));
        }
        if (custody.releases().stream().anyMatch(r -> id.equals(r.endedBy()))) {
            return Decision.unchanged();
        }
        @Nullable Release current = custody.release();
        if (current == null || current.kind() == ReleaseKind.DEATH || current.kind() == ReleaseKind.TRANSFER) {
            return Decision.refuse(Refusal.conflict(
                    "custody-dates", "There is no release to return from.", "release", "projected-release"));
        }
        LocalDate today = custody.day(c.now());
        if (on.isBefore(current.on()) || on.isAfter(today)) {
            return Decision.refuse(Refusal.invalid(
                    "custody-dates", "on", "A return lies between the release on " + current.on() + " and today."));
        }
        if (current.kind().released() && (facility == null || facility.isBlank())) {
            return Decision.refuse(Refusal.invalid("custody-dates", "facility", "Say where the person is held now."));
        }
        List<Stay> held = custody.stays();
        List<Custody.ProjectedDate> expected = custody.projections();
        if (current.kind().released() && facility != null) {
            held = Custody.plus(held, Releasing.stayOpenedBy(id, facility, on, booking));
            expected = Custody.plus(
                    expected, new Custody.ProjectedDate(id, null, DateSource.JAIL_RECORDS, c.now(), c.by()));
        }
        Return returned = new Return(id, current.id(), on, facility, c.now(), c.by(), null);
        return Decision.accept(
                custody.with(
                                c.terms(),
                                held,
                                expected,
                                Custody.each(custody.releases(), r -> r.stands() ? r.end(id) : r),
                                custody.withdrawnUnheard())
                        .returned(Custody.plus(custody.returns(), returned))
                        .derived(today),
                new CustodyEvent.ReturnedToCustody(current.id(), on, facility));
    }

    /** The release that the return ended stands again, and the stay that it began never was. */
    static Decision<Custody> takenBack(Custody custody, UUID id, String reason, Custody.Circumstances c) {
        if (custody.returns().stream().anyMatch(r -> r.id().equals(id) && r.withdrawal() != null)) {
            return Decision.unchanged();
        }
        @Nullable Release ended = endedBy(custody, id);
        if (ended == null) {
            return Decision.refuse(Refusal.conflict("L15", "There is no such return on record.", "return"));
        }
        if (reason.isBlank()) {
            return Decision.refuse(Refusal.invalid("L15", "reason", "Say why the return is taken back."));
        }
        List<Release> all = custody.releases();
        boolean overtaken =
                all.subList(all.indexOf(ended) + 1, all.size()).stream().anyMatch(later -> !later.withdrawn());
        if (overtaken) {
            return Decision.refuse(Refusal.conflict(
                    "L15", "Something else was recorded after this return; withdraw that first.", "withdrawal"));
        }
        List<Stay> held = custody.stays().stream()
                .filter(stay -> !id.equals(stay.openedBy()))
                .toList();
        return Decision.accept(
                custody.with(
                                c.terms(),
                                held,
                                expectedAsBefore(custody, id, c),
                                Custody.each(all, r -> r.id().equals(ended.id()) ? r.end(null) : r),
                                custody.withdrawnUnheard())
                        .returned(withdrawn(
                                custody, id, ended, new Release.Withdrawal(c.now(), c.by(), reason, ended.settled())))
                        .derived(custody.day(c.now())),
                new CustodyEvent.ReturnWithdrawn(id, ended.id()));
    }

    /** The release that this return ended; null when there is no such return, or the id is a later release's. */
    private static @Nullable Release endedBy(Custody custody, UUID id) {
        return custody.releases().stream().anyMatch(r -> r.id().equals(id))
                ? null
                : custody.releases().stream()
                        .filter(r -> id.equals(r.endedBy()))
                        .findFirst()
                        .orElse(null);
    }

    /** The history is kept; the date that held before the return is learned anew, in case the release goes too. */
    private static List<Custody.ProjectedDate> expectedAsBefore(Custody custody, UUID id, Custody.Circumstances c) {
        List<Custody.ProjectedDate> all = custody.projections();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(id)) {
                @Nullable LocalDate date = i == 0 ? null : all.get(i - 1).date();
                DateSource source = all.get(i == 0 ? 0 : i - 1).source();
                return Objects.equals(date, custody.projectedRelease())
                        ? all
                        : Custody.plus(
                                all,
                                new Custody.ProjectedDate(
                                        Command.derived("projected-date-restored", id.toString()),
                                        date,
                                        source,
                                        c.now(),
                                        c.by()));
            }
        }
        return all;
    }

    /** Returns recorded before they were kept one by one are known by the release that they ended alone. */
    private static List<Return> withdrawn(Custody custody, UUID id, Release ended, Release.Withdrawal taken) {
        return custody.returns().stream().anyMatch(r -> r.id().equals(id))
                ? Custody.each(custody.returns(), r -> r.id().equals(id) ? r.withdraw(taken) : r)
                : Custody.plus(
                        custody.returns(), new Return(id, ended.id(), ended.on(), null, taken.at(), taken.by(), taken));
    }
}
