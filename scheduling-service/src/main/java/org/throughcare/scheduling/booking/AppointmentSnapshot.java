package org.throughcare.scheduling.booking;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.throughcare.scheduling.booking.AppointmentStatus.Attended;
import org.throughcare.scheduling.booking.AppointmentStatus.Booked;
import org.throughcare.scheduling.booking.AppointmentStatus.Cancelled;
import org.throughcare.scheduling.booking.AppointmentStatus.Lapsed;
import org.throughcare.scheduling.booking.AppointmentStatus.Missed;
import org.throughcare.scheduling.booking.AppointmentStatus.Pending;
import org.throughcare.scheduling.known.Setting;

/** An appointment as the world may know it. Remarks on attendance stay inside. */
public record AppointmentSnapshot(
        String id,
        @Nullable String participant,
        @Nullable String series,
        String worker,
        Instant start,
        Instant end,
        ZoneId zone,
        @Nullable String site,
        @Nullable String place,
        @Nullable String room,
        Setting setting,
        Appointment.Kind kind,
        State state,
        @Nullable String replacedBy,
        @Nullable String reason,
        @Nullable String cause,
        boolean opensWithPlan) {

    public enum State {
        PENDING,
        BOOKED,
        ATTENDED,
        MISSED,
        CANCELLED,
        LAPSED
    }

    public static AppointmentSnapshot of(Appointment a) {
        Window when = a.when();
        return new AppointmentSnapshot(
                a.id(),
                a.participant(),
                a.series(),
                when.worker(),
                when.start(),
                when.end(),
                when.zone(),
                when.site(),
                when.place(),
                when.room(),
                when.setting(),
                a.kind(),
                state(a.status()),
                a.replacedBy(),
                reason(a.status()),
                a.status() instanceof Cancelled c && c.cause() != null ? c.cause() : a.cause(),
                a.opensWithPlan());
    }

    /** As it travels: of reasons only those that the suite gives, for what people write may be about anything. */
    public static AppointmentSnapshot announced(Appointment a) {
        AppointmentSnapshot all = of(a);
        boolean peoples = a.status() instanceof Cancelled c && c.cause() == null;
        return peoples ? all.withoutReason() : all;
    }

    private AppointmentSnapshot withoutReason() {
        return new AppointmentSnapshot(
                id,
                participant,
                series,
                worker,
                start,
                end,
                zone,
                site,
                place,
                room,
                setting,
                kind,
                state,
                replacedBy,
                null,
                cause,
                opensWithPlan);
    }

    private static State state(AppointmentStatus status) {
        return switch (status) {
            case Pending _ -> State.PENDING;
            case Booked _ -> State.BOOKED;
            case Attended _ -> State.ATTENDED;
            case Missed _ -> State.MISSED;
            case Cancelled _ -> State.CANCELLED;
            case Lapsed _ -> State.LAPSED;
        };
    }

    private static @Nullable String reason(AppointmentStatus status) {
        return switch (status) {
            case Cancelled c -> c.reason();
            case Lapsed l -> l.reason();
            case Pending _, Booked _, Attended _, Missed _ -> null;
        };
    }
}
