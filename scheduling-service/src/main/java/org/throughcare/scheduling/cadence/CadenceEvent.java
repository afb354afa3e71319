package org.throughcare.scheduling.cadence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Happened;

/** What can happen to a cadence. */
public sealed interface CadenceEvent extends Happened {

    record CadenceSet(@Nullable Integer everyDays, @Nullable LocalDate nextMeetingBy) implements CadenceEvent {}

    record CadenceStepped(@Nullable Integer everyDays, String step) implements CadenceEvent {}

    record CadenceHeld(@Nullable Integer everyDays, String by) implements CadenceEvent {}

    record MeetingWanted(LocalDate by) implements CadenceEvent {}
}
