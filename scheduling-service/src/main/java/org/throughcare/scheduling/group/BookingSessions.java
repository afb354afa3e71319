package org.throughcare.scheduling.group;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.throughcare.platform.aggregate.Command;
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

/** The appointments that a group's sessions are for its leader. */
public final class BookingSessions {

    private final Aggregates<Appointment> appointments;
    private final BookingAnAppointment booking;
    private final MovingAnAppointment moving;
    private final CancellingAnAppointment cancelling;
    private final PlanningRules rules;
    private final InstantSource clock;

    public BookingSessions(
            Aggregates<Appointment> appointments,
            BookingAnAppointment booking,
            MovingAnAppointment moving,
            CancellingAnAppointment cancelling,
            PlanningRules rules,
            InstantSource clock) {
        this.appointments = appointments;
        this.booking = booking;
        this.moving = moving;
        this.cancelling = cancelling;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Books or moves all that are still to come, until one is refused.
     *
     * @param undo is given what takes each back, the last one first
     */
    Optional<Refusal> bookAll(Command command, GroupSeries wanted, Deque<Runnable> undo) {
        ZoneId zone = rules.zoneOf(wanted.site(), null);
        for (GroupSeries.Session session : wanted.sessions()) {
            if (session.end().isAfter(clock.instant())
                    && book(command, wanted, session, zone, undo) instanceof Result.Refused<Appointment> refused) {
                return Optional.of(refused.refusal());
            }
        }
        return Optional.empty();
    }

    /** As {@link #bookAll}, but what cannot be, because somebody else has the time by now, keeps no other from its own. */
    void bookWhatCanBe(Command command, GroupSeries series) {
        ZoneId zone = rules.zoneOf(series.site(), null);
        series.sessions().stream()
                .filter(session -> session.end().isAfter(clock.instant()))
                .forEach(session -> book(command, series, session, zone, new ArrayDeque<>()));
    }

    /** Of these, cancels those that the group has no more. */
    void cancelDropped(Command command, String group, Optional<GroupSeries> series, List<String> sessions, String why) {
        List<String> kept = series.map(GroupSeries::sessions).orElse(List.of()).stream()
                .map(GroupSeries.Session::id)
                .toList();
        Instant now = clock.instant();
        for (String session : sessions) {
            if (!kept.contains(session)) {
                String id = appointmentOf(group, session);
                appointments
                        .find(id)
                        .map(Stored::state)
                        .filter(a -> a.isLive() && a.when().end().isAfter(now))
                        .ifPresent(a -> cancel(command, id, why));
            }
        }
    }

    private Result<Appointment> book(
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
        String id = appointmentOf(wanted.id(), session.id());
        Optional<Stored<Appointment>> found = appointments.find(id);
        if (found.filter(f -> f.state().isUnfinished() && !f.state().when().equals(window))
                .isPresent()) {
            cancel(command, id, "The session was planned for another time.");
            return book(command, wanted, session, zone, undo);
        }
        Optional<Appointment> stands = found.map(Stored::state).filter(Appointment::isBooked);
        if (stands.isEmpty()) {
            undo.push(() -> cancel(command, id, "The group was not planned after all."));
            return booking.book(new BookingAnAppointment.Booking(
                    Command.withId(id), id, null, wanted.id(), Appointment.Kind.GROUP, window, null));
        }
        Window was = stands.get().when();
        if (was.equals(window)) {
            return new Result.Unchanged<>(found.orElseThrow());
        }
        undo.push(() ->
                moving.move(new MovingAnAppointment.Move(Command.effectOf("session-back", command.id(), id), id, was)));
        return moving.move(new MovingAnAppointment.Move(Command.effectOf("session", command.id(), id), id, window));
    }

    private void cancel(Command command, String id, String reason) {
        cancelling.cancel(new CancellingAnAppointment.Cancellation(
                Command.effectOf("drop-session", command.id(), id), id, reason, null));
    }

    /** The session's one appointment; one that clashed or was cancelled is over, and the next takes its place. */
    private String appointmentOf(String group, String session) {
        String id = Command.derived("session", group, session).toString();
        for (int n = 1; isOver(id); n++) {
            id = Command.derived("session", group, session, Integer.toString(n)).toString();
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
