package org.throughcare.scheduling.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.scheduling.booking.AppointmentStatus.Attended;
import org.throughcare.scheduling.booking.AppointmentStatus.Booked;
import org.throughcare.scheduling.booking.AppointmentStatus.Cancelled;
import org.throughcare.scheduling.booking.AppointmentStatus.Lapsed;
import org.throughcare.scheduling.booking.AppointmentStatus.Missed;
import org.throughcare.scheduling.booking.AppointmentStatus.Pending;

/**
 * A meeting: with one participant, or a session of a group.
 *
 * <p>It is written Pending; then its claims are taken one after another; then it becomes Booked, unless it lapsed meanwhile.
 * Whoever finds a claim of a Pending appointment past {@code heldUntil} must first win its step to Lapsed, and so must the
 * deadline: two bookings can never both believe that they hold a slot. A move claims the new time first and stays Booked at
 * the old one until all of it is claimed. After its start it is Attended or Missed. A cancellation that the suite made because of a
 * release or a moved date names its cause and can be taken back, which goes through Pending again.
 *
 * @param series the group whose session this is
 * @param movingTo where a move wants it; its claims count as this appointment's until {@code heldUntil}
 * @param heldUntil when an unfinished booking or move counts as broken off
 * @param attempt counts the times it set out to take claims: 1, and one more with each move and restoration
 * @param cause the release for which the suite made it; null when a person did
 * @param replacedBy the appointment that took its place
 */
public record Appointment(
        String id,
        @Nullable String participant,
        @Nullable String series,
        Kind kind,
        Window when,
        @Nullable Window movingTo,
        @Nullable Instant heldUntil,
        int attempt,
        AppointmentStatus status,
        boolean opensWithPlan,
        @Nullable String cause,
        @Nullable String replacedBy) {

    /** What kind of meeting it is. */
    public enum Kind {
        ONE_ON_ONE,
        INTRODUCTION,
        FIRST_MEETING,
        FOLLOW_UP,
        GROUP,
        DROP_IN
    }

    /** Far longer than taking claims lasts; the time after which a crash is assumed. A technical hold, not a policy. */
    static final Duration HOLD = Duration.ofSeconds(30);

    public static Appointment pending(
            String id,
            @Nullable String participant,
            @Nullable String series,
            Kind kind,
            Window when,
            boolean opensWithPlan,
            @Nullable String cause,
            Instant now) {
        return new Appointment(
                id,
                participant,
                series,
                kind,
                when,
                null,
                now.plus(HOLD),
                1,
                new Pending(),
                opensWithPlan,
                cause,
                null);
    }

    /** Contact that takes place as it is written down: it claims nothing, for it happens anyway. */
    public static Appointment dropIn(String id, String participant, Window when, boolean opensWithPlan, Instant now) {
        return new Appointment(
                id,
                participant,
                null,
                Kind.DROP_IN,
                when,
                null,
                null,
                1,
                new Attended(now, null),
                opensWithPlan,
                null,
                null);
    }

    public Decision<Appointment> confirm(int forAttempt) {
        if (status instanceof Booked) {
            return Decision.unchanged();
        }
        if (!(status instanceof Pending) || attempt != forAttempt) {
            return Decision.refuse(Refusal.conflict("booking", "This booking has lapsed; book again.", nextSteps()));
        }
        return Decision.accept(with(when, null, null, new Booked()), new AppointmentEvent.AppointmentBooked());
    }

    public Decision<Appointment> lapse(int forAttempt, String reason) {
        if (!(status instanceof Pending) || attempt != forAttempt) {
            return Decision.unchanged();
        }
        return Decision.accept(
                with(when, null, null, new Lapsed(reason)), new AppointmentEvent.AppointmentLapsed(reason));
    }

    public Decision<Appointment> startMove(Window to, Instant now) {
        if (!(status instanceof Booked)) {
            return illegal("moved");
        }
        if (movingTo != null && !brokenOff(now)) {
            return Decision.refuse(Refusal.conflict("booking", "This appointment is just being moved."));
        }
        if (to.equals(when)) {
            return Decision.unchanged();
        }
        return Decision.accept(claiming(to, now.plus(HOLD), status), new AppointmentEvent.MoveRequested(to.start()));
    }

    public Decision<Appointment> finishMove(Window to, int forAttempt) {
        if (when.equals(to) && movingTo == null) {
            return Decision.unchanged();
        }
        if (!(status instanceof Booked) || !to.equals(movingTo) || attempt != forAttempt) {
            return Decision.refuse(Refusal.conflict("booking", "The move broke off; move it again.", nextSteps()));
        }
        return Decision.accept(
                with(to, null, null, status), new AppointmentEvent.AppointmentMoved(when.start(), to.start()));
    }

    public Decision<Appointment> abandonMove(int forAttempt, String reason) {
        if (movingTo == null || attempt != forAttempt) {
            return Decision.unchanged();
        }
        return Decision.accept(with(when, null, null, status), new AppointmentEvent.MoveAbandoned(reason));
    }

    /** What the suite cancelled and a person cancels too is not taken back any more. */
    public Decision<Appointment> cancel(String reason, @Nullable String because, Instant now) {
        return switch (status) {
            case Pending _, Booked _ ->
                Decision.accept(
                        with(when, null, null, new Cancelled(now, reason, because)),
                        new AppointmentEvent.AppointmentCancelled(because));
            case Cancelled c
            when c.cause() != null && because == null ->
                Decision.accept(
                        with(when, null, null, new Cancelled(now, reason, null)),
                        new AppointmentEvent.AppointmentCancelled(null));
            case Cancelled _ -> Decision.unchanged();
            case Attended _, Missed _, Lapsed _ -> illegal("cancelled");
        };
    }

    /** Takes back what the suite itself cancelled; the claims have to be won again. */
    public Decision<Appointment> restore(Instant now) {
        if (!(status instanceof Cancelled c) || c.cause() == null) {
            return Decision.unchanged();
        }
        return Decision.accept(
                claiming(null, now.plus(HOLD), new Pending()), new AppointmentEvent.AppointmentRequested(when.start()));
    }

    public Decision<Appointment> recordAttendance(boolean attended, @Nullable String remark, Instant now) {
        if (status instanceof Attended && attended || status instanceof Missed && !attended) {
            return Decision.unchanged();
        }
        if (!(status instanceof Booked || status instanceof Attended || status instanceof Missed)) {
            return illegal(attended ? "attended" : "missed");
        }
        if (now.isBefore(when.start())) {
            return Decision.refuse(Refusal.conflict("L5", "Attendance is recorded once the meeting has begun."));
        }
        return attended
                ? Decision.accept(
                        with(when, null, null, new Attended(now, remark)), new AppointmentEvent.AppointmentAttended())
                : Decision.accept(
                        with(when, null, null, new Missed(now, remark)), new AppointmentEvent.AppointmentMissed());
    }

    /** The visit at {@code heldUntil}: a booking or move that broke off is given up. */
    public Decision<Appointment> visit(Instant now) {
        if (!brokenOff(now)) {
            return Decision.unchanged();
        }
        if (movingTo != null) {
            return abandonMove(attempt, BROKEN_OFF);
        }
        return lapse(attempt, BROKEN_OFF);
    }

    static final String BROKEN_OFF = "The booking broke off before it was complete.";

    public boolean brokenOff(Instant now) {
        return heldUntil != null && !now.isBefore(heldUntil);
    }

    /** Pending or booked: it occupies its time. */
    public boolean isLive() {
        return status instanceof Pending || status instanceof Booked;
    }

    public boolean isBooked() {
        return status instanceof Booked;
    }

    /** Not complete yet, and nobody will send its command again: the suite set out to book or restore it. */
    public boolean isUnfinishedByTheSuite() {
        return status instanceof Pending && (cause != null || attempt > 1);
    }

    /** Its booking is not complete yet, or broke off and nobody has noticed. */
    public boolean isUnfinished() {
        return status instanceof Pending;
    }

    public boolean isAttended() {
        return status instanceof Attended;
    }

    /** Everything a claim of this appointment may rightly be for. */
    public Set<ClaimKey> needs() {
        Set<ClaimKey> needs = new HashSet<>();
        if (isLive()) {
            needs.addAll(when.claims(participant));
            if (movingTo != null) {
                needs.addAll(movingTo.claims(participant));
            }
        }
        return needs;
    }

    /** In whose name its claims are taken. */
    public Claims.Hold hold() {
        return new Claims.Hold(id, attempt);
    }

    /** Of these, those it does not need. */
    public List<ClaimKey> spare(Collection<ClaimKey> keys) {
        Set<ClaimKey> needs = needs();
        return keys.stream().filter(k -> !needs.contains(k)).toList();
    }

    /** What may come next, in words. */
    public String[] nextSteps() {
        return switch (status) {
            case Pending _ -> new String[] {"cancel"};
            case Booked _ -> new String[] {"move", "cancel", "record attendance"};
            case Attended _, Missed _ -> new String[] {"correct attendance"};
            case Cancelled _, Lapsed _ -> new String[] {"book again"};
        };
    }

    private Decision<Appointment> illegal(String what) {
        String is = status.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        return Decision.refuse(
                Refusal.conflict("booking", "An appointment that is " + is + " cannot be " + what + ".", nextSteps()));
    }

    private Appointment claiming(@Nullable Window moving, Instant held, AppointmentStatus next) {
        return new Appointment(
                id, participant, series, kind, when, moving, held, attempt + 1, next, opensWithPlan, cause, null);
    }

    private Appointment with(Window at, @Nullable Window moving, @Nullable Instant held, AppointmentStatus next) {
        return new Appointment(
                id, participant, series, kind, at, moving, held, attempt, next, opensWithPlan, cause, replacedBy);
    }
}
