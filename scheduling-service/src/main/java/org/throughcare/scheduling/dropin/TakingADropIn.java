package org.throughcare.scheduling.dropin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.scheduling.booking.Appointment;
import org.throughcare.scheduling.booking.AppointmentEvent;
import org.throughcare.scheduling.booking.Diary;
import org.throughcare.scheduling.booking.Window;
import org.throughcare.scheduling.known.Known;
import org.throughcare.scheduling.known.KnownParticipant;
import org.throughcare.scheduling.known.Setting;

/**
 * L16: a participant walks in or calls. Whoever takes it writes it down in one step, known by the case number said on the phone;
 * it is linked to the case at once. It asks for no free time: it is happening.
 */
public final class TakingADropIn {

    private static final Duration LENGTH = Duration.ofMinutes(15);
    private static final Duration LOOKING_BACK = Duration.ofDays(400);

    private final Aggregates<Appointment> appointments;
    private final Diary diary;
    private final Known known;
    private final InstantSource clock;

    /**
     * @param participant the id, or null when only the case number was said
     * @param setting VIRTUAL for a call
     */
    public record DropIn(
            Command command,
            String id,
            @Nullable String participant,
            @Nullable String caseNumber,
            String worker,
            Setting setting,
            @Nullable String site,
            @Nullable String place) {}

    public TakingADropIn(Aggregates<Appointment> appointments, Diary diary, Known known, InstantSource clock) {
        this.appointments = appointments;
        this.diary = diary;
        this.known = known;
        this.clock = clock;
    }

    /** Whose drop-in it would be. */
    public Optional<KnownParticipant> whose(@Nullable String participant, @Nullable String caseNumber) {
        if (participant != null) {
            return known.participant(participant);
        }
        return caseNumber == null ? Optional.empty() : known.participantByCaseNumber(caseNumber.strip());
    }

    public Result<Appointment> take(DropIn wanted) {
        Optional<KnownParticipant> who = whose(wanted.participant(), wanted.caseNumber());
        if (who.isEmpty()) {
            return new Result.Refused<>(
                    Refusal.invalid("L16", "caseNumber", "No case has this number; check it or do an intake."));
        }
        String participant = who.get().id();
        ZoneId zone = known.zoneOf(participant);
        Instant now = clock.instant();
        Window at = new Window(
                wanted.worker(), now, now.plus(LENGTH), zone, wanted.site(), wanted.place(), null, wanted.setting());
        boolean opens = wanted.setting() == Setting.COMMUNITY
                && diary.ofParticipant(participant, now.minus(LOOKING_BACK), now).stream()
                        .map(Stored::state)
                        .noneMatch(a -> a.isAttended() && a.when().setting() == Setting.COMMUNITY);
        return appointments.create(
                wanted.command(),
                wanted.id(),
                () -> Decision.accept(
                        Appointment.dropIn(wanted.id(), participant, at, opens, now),
                        new AppointmentEvent.AppointmentAttended()));
    }
}
