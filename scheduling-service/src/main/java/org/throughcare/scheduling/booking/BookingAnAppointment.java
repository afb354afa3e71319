package org.throughcare.scheduling.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.scheduling.booking.Appointment.Kind;
import org.throughcare.scheduling.booking.AppointmentStatus.Lapsed;
import org.throughcare.scheduling.booking.AppointmentStatus.Pending;
import org.throughcare.scheduling.known.Setting;

/**
 * Books a meeting: written Pending, claims taken in one order, Booked; with any claim lost, everything is given back and the
 * clash named. Sent again with the same command after a crash, it goes on where it was.
 */
public final class BookingAnAppointment {

    private static final Duration LOOKING_AHEAD = Duration.ofDays(400);

    private final Aggregates<Appointment> appointments;
    private final Diary diary;
    private final Securing securing;
    private final PlanningRules rules;
    private final InstantSource clock;

    /** @param cause the release for which the suite itself books it; null for people */
    public record Booking(
            Command command,
            String id,
            @Nullable String participant,
            @Nullable String series,
            Kind kind,
            Window window,
            @Nullable String cause) {}

    public BookingAnAppointment(
            Aggregates<Appointment> appointments,
            Diary diary,
            Claims claims,
            PlanningRules rules,
            InstantSource clock) {
        this.appointments = appointments;
        this.diary = diary;
        this.securing = new Securing(appointments, claims, clock);
        this.rules = rules;
        this.clock = clock;
    }

    public Result<Appointment> book(Booking wanted) {
        Instant now = clock.instant();
        Optional<Stored<Appointment>> before = appointments.find(wanted.id());
        Optional<Refusal> refusal =
                before.isPresent() ? Optional.empty() : rules.refusal(wanted.window(), wanted.participant(), now);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        boolean opens = before.map(s -> s.state().opensWithPlan())
                .orElseGet(() -> opensWithPlan(wanted.participant(), wanted.kind(), wanted.window(), now));
        Result<Appointment> requested = appointments.create(
                wanted.command(),
                wanted.id(),
                () -> Decision.accept(
                        Appointment.pending(
                                wanted.id(),
                                wanted.participant(),
                                wanted.series(),
                                wanted.kind(),
                                wanted.window(),
                                opens,
                                wanted.cause(),
                                now),
                        new AppointmentEvent.AppointmentRequested(
                                wanted.window().start())));
        return requested instanceof Result.Done<Appointment> done ? secured(done) : requested;
    }

    /** Takes back what the suite cancelled, if its time is still free. */
    public Result<Appointment> restore(Command command, String id) {
        Result<Appointment> restored = appointments.change(command, id, a -> a.restore(clock.instant()));
        return restored instanceof Result.Done<Appointment> done ? secured(done) : restored;
    }

    /** Goes on with what a crash left Pending, if it still is. */
    public Result<Appointment> resume(String id) {
        return appointments
                .find(id)
                .map(stored -> secured(new Result.Done<>(stored, stored.revision(), false, true)))
                .orElseGet(Result.Missing::new);
    }

    private Result<Appointment> secured(Result.Done<Appointment> requested) {
        Appointment appointment = requested.stored().state();
        if (appointment.status() instanceof Lapsed lapsed) {
            return new Result.Refused<>(Refusal.conflict("booking", lapsed.reason(), "another time"));
        }
        if (!(appointment.status() instanceof Pending)) {
            return requested;
        }
        int attempt = appointment.attempt();
        Claims.Hold hold = appointment.hold();
        List<ClaimKey> keys = appointment.when().claims(appointment.participant());
        Optional<Claims.Held> lost = securing.secure(hold, keys);
        if (lost.isPresent()) {
            Refusal clash = Securing.clash(lost.get(), appointment.when().zone());
            step("clash", appointment, a -> a.lapse(attempt, clash.reason()));
            giveBackSpare(appointment.id(), hold, keys);
            return new Result.Refused<>(clash);
        }
        Result<Appointment> confirmed = step("booked", appointment, a -> a.confirm(attempt));
        giveBackSpare(appointment.id(), hold, keys);
        return switch (confirmed) {
            case Result.Done<Appointment> done -> standing(done, requested.created(), requested.repeated());
            case Result.Unchanged<Appointment> same ->
                new Result.Done<>(same.stored(), same.stored().revision(), requested.created(), true);
            default -> confirmed;
        };
    }

    /**
     * A release may have been heard of while the claims were taken: what is wrong now is not booked after all, and, since its
     * sender is told so, never restored.
     */
    private Result<Appointment> standing(Result.Done<Appointment> booked, boolean created, boolean repeated) {
        Appointment a = booked.stored().state();
        String participant = a.participant();
        Optional<Refusal> wall = participant == null
                ? Optional.empty()
                : rules.wall(a.when().setting(), a.when().day(), participant);
        if (wall.isEmpty()) {
            return new Result.Done<>(booked.stored(), booked.revision(), created, repeated);
        }
        step("wall", a, b -> b.cancel(wall.get().reason(), null, clock.instant()));
        giveBackSpare(a.id(), a.hold(), List.copyOf(a.needs()));
        return new Result.Refused<>(wall.get());
    }

    private Result<Appointment> step(
            String what, Appointment of, java.util.function.Function<Appointment, Decision<Appointment>> decision) {
        return appointments.change(Command.effectOf(what, Integer.toString(of.attempt()), of.id()), of.id(), decision);
    }

    private void giveBackSpare(String id, Claims.Hold hold, List<ClaimKey> keys) {
        List<ClaimKey> spare =
                appointments.find(id).map(s -> s.state().spare(keys)).orElse(keys);
        if (!spare.isEmpty()) {
            securing.giveBack(hold, spare);
        }
    }

    /** L19: the first meeting outside opens with the plan made inside. */
    private boolean opensWithPlan(@Nullable String participant, Kind kind, Window window, Instant now) {
        if (participant == null || window.setting() == Setting.JAIL) {
            return false;
        }
        if (kind == Kind.FIRST_MEETING) {
            return true;
        }
        return window.setting() == Setting.COMMUNITY
                && diary.ofParticipant(participant, now.minus(LOOKING_AHEAD), now.plus(LOOKING_AHEAD)).stream()
                        .map(Stored::state)
                        .noneMatch(a -> a.when().setting() == Setting.COMMUNITY && (a.isLive() || a.isAttended()));
    }
}
