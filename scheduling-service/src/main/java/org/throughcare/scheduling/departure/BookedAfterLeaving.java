package org.throughcare.scheduling.departure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.Diary;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.KnownStaff;

/**
 * L12: what is booked with a worker after their last day. Appointments of a case go to whoever takes it over, once that has
 * happened; sessions of groups go to nobody by themselves, and supervisors are {@link FindingALeader asked for a leader}. Whoever plans
 * the departure sees both.
 */
public final class BookedAfterLeaving {

    /** As far as anything is looked for that is booked. */
    private static final Duration AHEAD = Duration.ofDays(800);

    private final Known known;
    private final Diary diary;
    private final InstantSource clock;

    /**
     * @param lastDay planned or past; null for someone of whom no departure is known
     * @param appointments that stand, in order of time
     */
    public record Left(@Nullable LocalDate lastDay, List<Appointment> appointments) {

        public Left {
            appointments = List.copyOf(appointments);
        }
    }

    public BookedAfterLeaving(Known known, Diary diary, InstantSource clock) {
        this.known = known;
        this.diary = diary;
        this.clock = clock;
    }

    /** Empty when there is no such staff member. */
    public Optional<Left> by(String worker) {
        return known.staff(worker).map(this::left);
    }

    private Left left(KnownStaff who) {
        LocalDate lastDay = who.leavesOn() != null ? who.leavesOn() : who.active() ? null : who.lastDay();
        if (who.active() && lastDay == null) {
            return new Left(null, List.of());
        }
        Instant now = clock.instant();
        return new Left(
                lastDay,
                diary.ofWorker(who.id(), now, now.plus(AHEAD)).stream()
                        .map(Stored::state)
                        .filter(each -> each.isLive()
                                && each.when().worker().equals(who.id())
                                && !who.worksOn(each.when().day()))
                        .toList());
    }
}
