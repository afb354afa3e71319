package org.throughcare.participant.custody;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

/** What it takes to leave a facility, and to take that back (L15). Decisions of {@link Custody} that are long. */
final class Releasing {

    private Releasing() {}

    static Decision<Custody> out(
            Custody custody,
            UUID id,
            LocalDate on,
            ReleaseKind kind,
            @Nullable String toFacility,
            Custody.Circumstances c) {
        if (withdrawnUnheard(custody, id)) {
            return Decision.unchanged();
        }
        @Nullable Release known = find(custody, id);
        if (known != null) {
            return known.withdrawn() || !known.on().equals(on) || known.kind() != kind
                    ? Decision.refuse(Refusal.conflict(
                            "L15", "This release was recorded before; another release needs an id of its own."))
                    : Decision.unchanged();
        }
        LocalDate today = custody.day(c.now());
        Refusal fault = faultIn(custody, on, kind, toFacility, today);
        if (fault != null) {
            return Decision.refuse(fault);
        }
        Release release = new Release(
                id,
                on,
                kind,
                c.now(),
                c.by(),
                c.now().plusSeconds(60L * c.terms().settlingMinutes()),
                false,
                null,
                null);
        List<Release> all = Custody.plus(Custody.each(custody.releases(), r -> r.stands() ? r.end(id) : r), release);
        return Decision.accept(
                custody.with(
                                c.terms(),
                                staysAfter(custody.stays(), release, toFacility),
                                custody.projections(),
                                all,
                                custody.withdrawnUnheard())
                        .derived(today),
                new CustodyEvent.ReleaseRecorded(id, on, kind));
    }

    private static boolean withdrawnUnheard(Custody custody, UUID id) {
        return custody.withdrawnUnheard().stream().anyMatch(w -> w.id().equals(id));
    }

    private static @Nullable Release find(Custody custody, UUID id) {
        return custody.releases().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Refusal faultIn(
            Custody custody, LocalDate on, ReleaseKind kind, @Nullable String toFacility, LocalDate today) {
        @Nullable Release current = custody.release();
        if (current != null && (current.kind().released() || current.kind() == ReleaseKind.DEATH)) {
            return Refusal.conflict(
                    "L15",
                    "A release on " + current.on() + " is on record and stands.",
                    current.kind() == ReleaseKind.DEATH
                            ? new String[] {"withdrawal"}
                            : new String[] {"withdrawal", "return"});
        }
        if (on.isAfter(today)) {
            return Refusal.invalid(
                    "L15", "on", "A release is recorded once it has happened; until then its date is a projected one.");
        }
        @Nullable Stay open = custody.stay();
        if (open != null && on.isBefore(open.from())) {
            return Refusal.invalid("custody-dates", "on", "This is before the stay that it would end.");
        }
        return kind == ReleaseKind.TRANSFER && (toFacility == null || toFacility.isBlank())
                ? Refusal.invalid("custody-dates", "toFacility", "A transfer names the facility it goes to.")
                : null;
    }

    private static List<Stay> staysAfter(List<Stay> stays, Release release, @Nullable String toFacility) {
        if (release.kind().passing()) {
            return stays;
        }
        List<Stay> closed = Custody.each(stays, stay -> stay.open() ? stay.close(release.on(), release.id()) : stay);
        return toFacility == null || release.kind() != ReleaseKind.TRANSFER
                ? closed
                : Custody.plus(closed, stayOpenedBy(release.id(), toFacility, release.on(), transferred(closed)));
    }

    /** The grounds go along to the other facility; its number for the stay is another. */
    private static Booking transferred(List<Stay> closed) {
        List<LegalStanding> legal =
                closed.isEmpty() ? List.of() : closed.getLast().legal();
        return new Booking(null, legal.isEmpty() ? null : legal.getLast());
    }

    static Stay stayOpenedBy(UUID cause, String facility, LocalDate from, Booking booking) {
        return Stay.begin(Command.derived("stay", cause.toString()), facility, from, cause, booking);
    }

    /** Everything is as before the release; one that is not heard of yet will change nothing. */
    static Decision<Custody> takenBack(Custody custody, UUID id, String reason, Custody.Circumstances c) {
        if (withdrawnUnheard(custody, id)) {
            return Decision.unchanged();
        }
        @Nullable Release release = find(custody, id);
        if (release == null) {
            Custody.EarlyWithdrawal early =
                    new Custody.EarlyWithdrawal(id, new Release.Withdrawal(c.now(), c.by(), reason, false));
            return Decision.accept(
                    custody.with(
                            c.terms(),
                            custody.stays(),
                            custody.projections(),
                            custody.releases(),
                            Custody.plus(custody.withdrawnUnheard(), early)),
                    new CustodyEvent.ReleaseWithdrawn(id, false));
        }
        if (release.withdrawn()) {
            return Decision.unchanged();
        }
        if (release.endedBy() != null) {
            return Decision.refuse(Refusal.conflict(
                    "L15", "Something else was recorded after this release; withdraw or correct that first."));
        }
        boolean afterSettling = release.settled() || !c.now().isBefore(release.settlesAt());
        if (afterSettling && reason.isBlank()) {
            return Decision.refuse(Refusal.invalid(
                    "L15", "reason", "This release has settled; say why it is withdrawn all the same."));
        }
        Release.Withdrawal taken = new Release.Withdrawal(c.now(), c.by(), reason, afterSettling);
        List<Stay> restored = custody.stays().stream()
                .filter(stay -> !id.equals(stay.openedBy()))
                .map(stay -> id.equals(stay.closedBy()) ? stay.reopen() : stay)
                .toList();
        List<Release> all = Custody.each(
                custody.releases(),
                r -> r.id().equals(id) ? r.withdraw(taken) : id.equals(r.endedBy()) ? r.end(null) : r);
        return Decision.accept(
                custody.with(c.terms(), restored, custody.projections(), all, custody.withdrawnUnheard())
                        .derived(custody.day(c.now())),
                new CustodyEvent.ReleaseWithdrawn(id, afterSettling));
    }
}
