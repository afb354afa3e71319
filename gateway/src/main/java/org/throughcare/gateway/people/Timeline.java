package org.throughcare.gateway.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.throughcare.gateway.people.Asking.Question;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.problem.Problem;
import tools.jackson.databind.JsonNode;

/**
 * Notes, appointments, services, changes of custody and referrals of one person in one line, newest first. What is
 * missing, because its owner is away or the caller may not see it, is named: the line does not look complete when it is not.
 * Of a person with several ids the owners answer for all of them, so the line is the same whichever is asked for, and a page goes
 * on behind another that was asked for under another id (H8).
 */
@Component
class Timeline {

    private static final int NOTES_PAGE = 100;
    private static final int MOST_NOTE_PAGES = 20;

    /** @param next opaque; absent at the end */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<TimelineEntry> items, @Nullable String next, List<Part.Missing> missing) {}

    private final Asking asking;

    Timeline(Asking asking) {
        this.asking = asking;
    }

    Page of(String id, int limit, @Nullable String cursor, String token) {
        Position from = cursor == null ? null : Position.read(cursor);
        String person = "/participants/" + id;
        Map<String, Part> parts = new HashMap<>(asking.all(
                List.of(
                        new Question("identity", "participant", person),
                        new Question("custody", "participant", person + "/custody"),
                        new Question("services", "participant", person + "/enrolment"),
                        new Question("appointments", "scheduling", person + "/appointments"),
                        new Question("referrals", "referral", person + "/referrals"),
                        new Question("notes", "notes", person + "/notes?limit=" + NOTES_PAGE)),
                token));
        Part identity = parts.get("identity");
        if (identity != null && isNotForCaller(identity)) {
            throw new EdgeProblem(PersonView.whyNot(identity, id));
        }
        List<JsonNode> notes = notes(parts, person, from, limit, token);
        List<TimelineEntry> all = Stream.of(
                        Happenings.notes(notes),
                        Happenings.appointments(body(parts, "appointments")),
                        Happenings.services(body(parts, "services")),
                        Happenings.custody(body(parts, "custody")),
                        Happenings.referrals(body(parts, "referrals")))
                .flatMap(List::stream)
                .filter(entry -> from == null || from.isBefore(entry))
                .sorted(TimelineEntry.NEWEST_FIRST)
                .toList();
        List<TimelineEntry> page = all.stream().limit(limit).toList();
        String next = all.size() > limit ? Position.of(page.getLast()).write() : null;
        return new Page(page, next, PersonView.missing(parts));
    }

    /** A failing owner of the identity leaves the rest worth showing; a refusal does not. */
    private static boolean isNotForCaller(Part identity) {
        return identity.body() == null && HttpStatus.valueOf(identity.status()).is4xxClientError();
    }

    /** Further pages of notes, until this page of the line is full or there are no more. */
    private List<JsonNode> notes(
            Map<String, Part> parts, String person, @Nullable Position from, int limit, String token) {
        List<JsonNode> notes = new ArrayList<>(Rows.of(body(parts, "notes")));
        String next = next(body(parts, "notes"));
        int pages = 1;
        while (next != null && pages < MOST_NOTE_PAGES && countAfter(notes, from) <= limit) {
            Part more = asking.one(
                    new Question("notes", "notes", person + "/notes?limit=" + NOTES_PAGE + "&cursor=" + encoded(next)),
                    token);
            if (more.why() != null) {
                parts.put("notes", more);
                break;
            }
            notes.addAll(Rows.of(more.body()));
            next = next(more.body());
            pages++;
        }
        return notes;
    }

    private static long countAfter(List<JsonNode> notes, @Nullable Position from) {
        return Happenings.notes(notes).stream()
                .filter(entry -> from == null || from.isBefore(entry))
                .count();
    }

    private static @Nullable JsonNode body(Map<String, Part> parts, String name) {
        Part part = parts.get(name);
        return part == null ? null : part.body();
    }

    private static @Nullable String next(@Nullable JsonNode page) {
        if (page == null) {
            return null;
        }
        String next = Rows.text(page, "next");
        String cursor = next.isEmpty() ? Rows.text(page, "nextCursor") : next;
        return cursor.isEmpty() ? null : cursor;
    }

    private static String encoded(String cursor) {
        return URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }

    /** Where a page ended. */
    private record Position(Instant at, String id) {

        static Position of(TimelineEntry last) {
            return new Position(last.at(), last.id());
        }

        boolean isBefore(TimelineEntry entry) {
            int moment = entry.at().compareTo(at);
            return moment < 0 || (moment == 0 && entry.id().compareTo(id) < 0);
        }

        String write() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((at + "|" + id).getBytes(StandardCharsets.UTF_8));
        }

        static Position read(String cursor) {
            try {
                String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                int bar = text.indexOf('|');
                return new Position(Instant.parse(text.substring(0, bar)), text.substring(bar + 1));
            } catch (RuntimeException notOurs) {
                throw new EdgeProblem(
                        new Problem(HttpStatus.BAD_REQUEST, "invalid-request", "The cursor is not one of ours."),
                        notOurs);
            }
        }
    }
}
