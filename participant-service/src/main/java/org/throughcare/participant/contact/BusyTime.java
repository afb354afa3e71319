package org.throughcare.participant.contact;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.UUID;

/** A part of the week in which the participant cannot be met; times at the site. */
public record BusyTime(UUID id, DayOfWeek day, LocalTime from, LocalTime until, Reason reason) {

    /** TRANSPORT: no way to get there. */
    public enum Reason {
        WORK,
        CLASSES,
        TRANSPORT,
        CARE,
        OTHER
    }
}
