package org.throughcare.scheduling.group;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.AppointmentStatus;
import org.throughcare.scheduling.booking.BookingAnAppointment;
import org.throughcare.scheduling.booking.CancellingAnAppointment;
import org.throughcare.scheduling.booking.MovingAnAppointment;
import org.throughcare.scheduling.booking.PlanningRules;
import org.throughcare.scheduling.booking.Window;
import org.throughcare.scheduling.known.Known;

/** Plans groups, fills their seats and takes attendance (L5). Each session takes its leader's time as an appointment of its own. */
public final class RunningGroups {

    private final Aggregates<GroupSeries> groups;
    private final Aggregates<Appointment> appointments;
    private final BookingAnAppointment booking;
    private final MovingAnAppointment moving;
    private final CancellingAnAppointment cancelling;
    private final PlanningRules rules;
    private final Known known;
    private final InstantSource clock;

    public RunningGroups(
            Aggregates<GroupSeries> groups,
            Aggregates<Appointment> appointments,
            BookingAnAppointment booking,
            MovingAnAppointment moving,
            CancellingAnAppointment cancelling,
            PlanningRules rules,
            Known known,
            InstantSource clock) {
        this.groups = groups;
        this.appointments = appointments;
        this.booking = booking;
        this.moving = moving;
        this.cancelling = cancelling;
        this.rules = rules;
        this.known = known;
        this.clock = clock;
    }

    /**
     * Books the sessions first; with one refused, all that was booked and moved for it is taken back. Who plans it anew says
     * which revision they looked at.
     */
    public Result<GroupSeries> plan(Command command, GroupSeries wanted) {
        Optional<Stored<GroupSeries>> there = groups.find(wanted.id());
        Optional<GroupSeries> before = there.map(Stored::state);
        Instant now = clock.instant();
        Decision<GroupSeries> planned = GroupSeries.plan(before, wanted, now);
        if (planned instanceof Decision.Refused<GroupSeries> no) {
            return new Result.Refused<>(no.refusal());
        }
        boolean asSeen = there.isEmpty()
                || planned instanceof Decision.Unchanged<GroupSeries>
                || Objects.equals(command.expectedRevision(), there.get().revision());
        if (!asSeen) {
            return groups.createOrChange(command, wanted.id(), was -> Decision.refuse(Refusal.withoutPrecondition()));
        }
        Deque<Runnable> undo = new ArrayDeque<>();
        Optional<Refusal> refusal = bookSessions(command, wanted, undo);
        if (refusal.isPresent()) {
            undo.forEach(Runnable::run);
            return new Result.Refused<>(refusal.get());
        }
        before.ifPresent(was -> cancelDropped(command, was, wanted));
        return groups.createOrChange(command, wanted.id(), was -> GroupSeries.plan(was, wanted, now));
    }

    private Optional<Refusal> bookSessions(Command command, GroupSeries wanted, Deque<Runnable> undo) {
        ZoneId zone = rules.zoneOf(wanted.site(), null);
        for (GroupSeries.Session session : wanted.sessions()) {
            if (!session.end().isAfter(clock.instant())) {
                continue;
            }
            Result<Appointment> result = bookSession(command, wanted, session, zone, undo);
            if (result instanceof Result.Refused<Appointment> refused) {
                return Optional.of(refused.refusal());
            }
        }
        return Optional.empty();
    }

    /** @param stated the priority somebody states; null to go by the participant's record */
    public Result<GroupSeries> takeSeat(
            Command command, String group, String participant, GroupSeries.@Nullable Priority stated) {
        Optional<MayHoldASeat> may = known.custody(participant).map(MayHoldASeat::new);
        Optional<GroupSeries> series = groups.find(group).map(Stored::state);
        Optional<Refusal> wall =
                may.flatMap(m -> series.flatMap(s -> m.refusal(s.setting())));
        if (wall.isPresent()) {
            return new Result.Refused<>(wall.get());
        }
        GroupSeries.Priority priority = stated != null ? stated : KeepingSeats.onRecord(known, participant);
        @Nullable
        String facility = may.flatMap(m -> series.flatMap(s -> m.facilityFor(s.setting())))
                .orElse(null);
        return groups.change(command, group, g -> g.takeSeat(participant, priority, facility, clock.instant()));
    }

    public Result<GroupSeries> freeSeat(Command command, String group, String participant) {
        return groups.change(command, group, g -> g.freeSeat(participant, clock.instant()));
    }

    public Result<GroupSeries> takeAttendance(
            Command command, String group, String session, List<GroupSeries.Presence> presences) {
        return groups.change(command, group, g -> g.takeAttendance(session, presences, clock.instant()));
    }

    private Result<Appointment> bookSession(
            Command command, GroupSeries wanted, GroupSeries.Session session, ZoneId zone, Deque<Runnable> undo) {
        Window window = new Window(
                wanted.leader(),
                session.start(),
                session.end(),
                zone,
                wanted.site(),
                wanted.place(),
                null,
                wanted.setting());
        String id = appointmentOf(wanted, session);
        Optional<Appointment> stands = appointments.find(id).map(Stored::state).filter(Appointment::isBooked);
        if (stands.isEmpty()) {
            Result<Appointment> booked = booking.book(new BookingAnAppointment.Booking(
                    Command.withId(id), id, null, wanted.id(), Appointment.Kind.GROUP, window, null));
            undo.push(() -> cancel(command, id, "The group was not planned after all."));
            return booked;
        }
        Window was = stands.get().when();
        if (was.equals(window)) {
            return new Result.Unchanged<>(appointments.find(id).orElseThrow());
        }
        undo.push(() ->
                moving.move(new MovingAnAppointment.Move(Command.effectOf("session-back", command.id(), id), id, was)));
        return moving.move(new MovingAnAppointment.Move(Command.effectOf("session", command.id(), id), id, window));
    }

    private void cancelDropped(Command command, GroupSeries was, GroupSeries wanted) {
        Set<String> kept = new HashSet<>();
        wanted.sessions().forEach(s -> kept.add(s.id()));
        was.sessions().stream()
                .filter(s -> !kept.contains(s.id()))
                .forEach(s -> cancel(command, appointmentOf(was, s), "The session was dropped."));
    }

    private void cancel(Command command, String id, String reason) {
        cancelling.cancel(new CancellingAnAppointment.Cancellation(
                Command.effectOf("drop-session", command.id(), id), id, reason, null));
    }

    /** The session's one appointment; one that clashed or was cancelled is over, and the next takes its place. */
    private String appointmentOf(GroupSeries series, GroupSeries.Session session) {
        String id = Command.derived("session", series.id(), session.id()).toString();
        for (int n = 1; isOver(id); n++) {
            id = Command.derived("session", series.id(), session.id(), Integer.toString(n))
                    .toString();
        }
        return id;
    }

    private boolean isOver(String id) {
        return appointments
                .find(id)
                .map(a -> a.state().status())
                .filter(s -> s instanceof AppointmentStatus.Cancelled || s instanceof AppointmentStatus.Lapsed)
                .isPresent();
    }
}
