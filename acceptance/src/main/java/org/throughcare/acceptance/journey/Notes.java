package org.throughcare.acceptance.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.client.Person;

/** Case notes as a case manager writes them. */
public final class Notes {

    private Notes() {}

    public static String at(LocalDate day, LocalTime time, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                day.atTime(time).atZone(zone).toOffsetDateTime());
    }

    static String at(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(zone).toOffsetDateTime());
    }

    /** A note with everything that has to be in it. */
    public static Map<String, Object> meeting(
            String participant, String method, String occurredAt, String discussion, @Nullable String service) {
        Map<String, Object> note = new HashMap<>(Map.of(
                "participant",
                participant,
                "kind",
                service == null ? "MEETING" : "SERVICE",
                "method",
                method,
                "occurredAt",
                occurredAt,
                "answered",
                true,
                "topics",
                List.of("GOALS", "EMPLOYMENT_PLAN", "RELEASE_DATE")));
        note.put("text", text(discussion));
        if (service != null) {
            note.put("service", service);
        }
        return note;
    }

    private static Map<String, Object> text(String discussion) {
        Map<String, Object> text = new HashMap<>();
        text.put("location", "Alder County Jail AJC, room 2");
        text.put("othersPresent", List.of());
        text.put("othersConcerned", List.of());
        text.put("reason", "Weekly meeting on the plan");
        text.put("discussion", discussion);
        text.put("outcomeWanted", "A warehouse job with benefits within three months of release");
        text.put("obstacles", "No state ID; no place to live yet");
        text.put("actionPlan", "Order the birth certificate; finish the forklift workbook");
        text.put("nextSteps", "Meet again next week; bring the completed form");
        text.put("obstaclesResolved", "The fee for the certificate is waived");
        text.put("requests", "Wants his sister to be told about the release date");
        text.put("completionDates", List.of());
        text.put("effectOnGoals", "The first step of the employment goal is under way");
        return text;
    }

    /** A try that reached nobody. */
    static Map<String, Object> attempt(String participant, String method, String occurredAt) {
        Map<String, Object> text = new HashMap<>();
        text.put("reason", "No contact for some weeks");
        text.put("nextSteps", "Try the next number");
        return new HashMap<>(Map.of(
                "participant",
                participant,
                "kind",
                "ATTEMPT",
                "method",
                method,
                "occurredAt",
                occurredAt,
                "answered",
                false,
                "text",
                text));
    }

    /** @return the note's id */
    static String signed(Person author, Map<String, Object> note) {
        String id = Ids.next();
        author.put("/api/notes/notes/" + id, note).ok();
        author.post("/api/notes/notes/" + id + "/signature", Map.of()).ok();
        return id;
    }
}
