package org.throughcare.participant.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.throughcare.participant.identity.PriorityGround;

/**
 * Where someone stands among those who wait (Y1): first whoever has a ground for priority of service, of whatever kind, then by
 * the day of intake, then by its moment.
 */
public record PlaceInTheQueue(List<PriorityGround> priority, LocalDate takenInOn, Instant takenInAt, UUID participant) {

    public PlaceInTheQueue {
        priority = List.copyOf(priority);
    }

    /** Text that sorts as the queue does. */
    public String key() {
        return (priority.isEmpty() ? "1" : "0") + "/" + takenInOn + "/" + "%015d".formatted(takenInAt.toEpochMilli())
                + "/" + participant;
    }

    /** Why here, in words. */
    public String because() {
        String ground = priority.isEmpty()
                ? "No ground for priority of service is on record: after those who have one"
                : inWords() + ": before those without a ground for priority of service";
        return ground + "; then by the day of intake, " + takenInOn + ".";
    }

    private String inWords() {
        List<String> words = priority.stream()
                .map(ground -> switch (ground) {
                    case VETERAN -> "veteran";
                    case FOSTER_YOUTH -> "foster youth";
                })
                .toList();
        String all = String.join(" and ", words);
        return Character.toUpperCase(all.charAt(0)) + all.substring(1);
    }
}
