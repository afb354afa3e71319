package org.throughcare.scheduling.group;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Happened;

/** What can happen to a group series. */
public sealed interface GroupEvent extends Happened {

    record GroupPlanned(String name, int capacity) implements GroupEvent {}

    record SeatTaken(String participant) implements GroupEvent {}

    record WaitlistJoined(String participant) implements GroupEvent {}

    /** @param movedUp who got the seat from the waitlist */
    record SeatFreed(String participant, @Nullable String movedUp) implements GroupEvent {}

    record AttendanceTaken(String session, List<String> attended, List<String> absent) implements GroupEvent {}
}
