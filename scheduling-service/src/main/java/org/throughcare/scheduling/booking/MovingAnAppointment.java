package org.throughcare.scheduling.booking;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/** Moves a meeting to another time, place or worker. It keeps its old time until all of the new one is claimed. */
public final class MovingAnAppointment {

    private final Aggregates<Appointment> appointments;
    private final Securing securing;
    private final PlanningRules rules;
    private final InstantSource clock;

    public record Move(Command command, String id, Window to) {}

    public MovingAnAppointment(
            Aggregates<Appointment> appointments, Claims claims, PlanningRules rules, InstantSource clock) {
        this.appointments = appointments;
        this.securing = new Securing(appointments, claims, clock);
        this.rules = rules;
        this.clock = clock;
    }

    public Result<Appointment> move(Move wanted) {
        Optional<Stored<Appointment>> before = appointments.find(wanted.id());
        if (before.isEmpty()) {
            return new Result.Missing<>();
        }
        @Nullable String participant = before.get().state().participant();
        Result<Appointment> started = appointments.change(
                wanted.command(),
                wanted.id(),
                a -> rules.refusal(wanted.to(), a.participant(), clock.instant())
                        .map(Decision::<Appointment>refuse)
                        .orElseGet(() -> a.startMove(wanted.to(), clock.instant())));
        if (!(started instanceof Result.Done<Appointment> done)) {
            return started;
        }
        Appointment moving = done.stored().state();
        if (!wanted.to().equals(moving.movingTo())) {
            return done.repeated() && !wanted.to().equals(moving.when()) ? brokeOff(moving) : started;
        }
        List<ClaimKey> old = moving.when().claims(participant);
        List<ClaimKey> keys = wanted.to().claims(participant);
        List<ClaimKey> both = new ArrayList<>(old);
        both.addAll(keys);
        Optional<Claims.Held> lost = securing.secure(moving.hold(), keys);
        if (lost.isPresent()) {
            Refusal clash = Securing.clash(lost.get(), wanted.to().zone());
            step("move-clash", moving, a -> a.abandonMove(moving.attempt(), clash.reason()));
            giveBackSpare(moving, both);
            return new Result.Refused<>(clash);
        }
        Result<Appointment> moved = step("moved", moving, a -> a.finishMove(wanted.to(), moving.attempt()));
        giveBackSpare(moving, both);
        return moved;
    }

    /** The command came before and its move was given up, or another came after it: never said to have succeeded. */
    private static Result<Appointment> brokeOff(Appointment stands) {
        return new Result.Refused<>(Refusal.conflict(
                "booking", "This move was given up, or another came after it. Move it again.", stands.nextSteps()));
    }

    private Result<Appointment> step(
            String what, Appointment of, java.util.function.Function<Appointment, Decision<Appointment>> decision) {
        return appointments.change(Command.effectOf(what, Integer.toString(of.attempt()), of.id()), of.id(), decision);
    }

    private void giveBackSpare(Appointment moving, List<ClaimKey> keys) {
        List<ClaimKey> spare =
                appointments.find(moving.id()).map(s -> s.state().spare(keys)).orElse(keys);
        if (!spare.isEmpty()) {
            securing.giveBack(moving.hold(), spare);
        }
    }
}
