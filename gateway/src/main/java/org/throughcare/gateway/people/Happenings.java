package org.throughcare.gateway.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what happened out of what each service answers. A row without a time does not belong in a line of times. */
final class Happenings {

    private Happenings() {}

    static List<TimelineEntry> notes(List<JsonNode> notes) {
        List<TimelineEntry> entries = new ArrayList<>();
        notes.forEach(note -> Rows.time(note, "occurredAt", "signedAt", "writtenAt")
                .ifPresent(at -> entries.add(entry(at, "note-", note, "NOTE", Rows.text(note, "kind")))));
        return entries;
    }

    static List<TimelineEntry> appointments(@Nullable JsonNode answer) {
        List<TimelineEntry> entries = new ArrayList<>();
        Rows.of(answer)
                .forEach(each -> Rows.time(each, "start")
                        .ifPresent(at ->
                                entries.add(entry(at, "appointment-", each, "APPOINTMENT", Rows.text(each, "state")))));
        return entries;
    }

    static List<TimelineEntry> services(@Nullable JsonNode enrolment) {
        List<TimelineEntry> entries = new ArrayList<>();
        if (enrolment != null) {
            enrolment
                    .path("services")
                    .forEach(each -> Rows.time(each, "from")
                            .ifPresent(at ->
                                    entries.add(entry(at, "service-", each, "SERVICE", Rows.text(each, "name")))));
        }
        return entries;
    }

    static List<TimelineEntry> custody(@Nullable JsonNode custody) {
        List<TimelineEntry> entries = new ArrayList<>();
        if (custody == null) {
            return entries;
        }
        JsonNode release = custody.path("release");
        Rows.time(release, "recordedAt", "on")
                .ifPresent(at -> entries.add(entry(at, "release-", release, "CUSTODY", "RELEASED")));
        JsonNode history = custody.path("history");
        int nth = 0;
        for (JsonNode change : history) {
            nth++;
            Optional<Instant> at = Rows.time(change, "recordedAt", "at", "on", "changedAt");
            String id = "custody-" + nth + "-" + Rows.text(change, "id");
            at.ifPresent(when -> entries.add(
                    new TimelineEntry(when, id, "CUSTODY", first(change, "kind", "is", "what", "population"), change)));
        }
        if (nth == 0) {
            Rows.time(custody, "custodySince")
                    .ifPresent(at -> entries.add(entry(at, "custody-", custody, "CUSTODY", "IN_CUSTODY")));
        }
        return entries;
    }

    static List<TimelineEntry> referrals(@Nullable JsonNode answer) {
        List<TimelineEntry> entries = new ArrayList<>();
        for (JsonNode referral : Rows.of(answer)) {
            int nth = 0;
            for (JsonNode step : referral.path("history")) {
                nth++;
                String id = "referral-" + nth + "-" + Rows.text(referral, "id");
                Rows.time(step, "at")
                        .ifPresent(at ->
                                entries.add(new TimelineEntry(at, id, "REFERRAL", Rows.text(step, "state"), referral)));
            }
        }
        return entries;
    }

    private static TimelineEntry entry(Instant at, String prefix, JsonNode row, String kind, String what) {
        return new TimelineEntry(at, prefix + Rows.text(row, "id"), kind, what, row);
    }

    private static String first(JsonNode row, String... fields) {
        for (String field : fields) {
            String text = Rows.text(row, field);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "CHANGED";
    }
}
