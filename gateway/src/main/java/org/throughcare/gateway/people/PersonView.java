package org.throughcare.gateway.people;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.throughcare.gateway.people.Asking.Question;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.problem.Problem;
import org.throughcare.platform.time.BusinessClock;
import tools.jackson.databind.JsonNode;

/**
 * One person's file on one screen. Each part comes from its owner with the caller's own token, so the owner decides what
 * the caller may see. A part that cannot be had is named with the reason. Of a person with several ids it is the same file
 * whichever is asked for, under the id that stands for them: each owner answers for all of them (H8). L19: when the next meeting is the first outside,
 * the file opens with the plan made inside, its goals and what is still open.
 */
@Component
class PersonView {

    private static final int LATEST_NOTES = 5;
    private static final Set<String> STANDING = Set.of("BOOKED", "PENDING");

    private final Asking asking;
    private final BusinessClock clock;

    PersonView(Asking asking, BusinessClock clock) {
        this.asking = asking;
        this.clock = clock;
    }

    /** @throws EdgeProblem when there is no such person, or not for this caller, or nobody can say */
    Map<String, Object> of(String id, String token) {
        Map<String, Part> parts = asking.all(questions(id), token);
        Part identity = part(parts, "identity");
        JsonNode participant = identity.body();
        if (participant == null) {
            throw new EdgeProblem(whyNot(identity, id));
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", standing(participant, id));
        List<JsonNode> appointments = coming(part(parts, "appointments").body());
        opening(appointments, part(parts, "plan").body()).ifPresent(first -> view.put("firstMeeting", first));
        view.put("identity", participant);
        for (String whole : List.of("custody", "case", "plan", "enrolment", "contactCompliance")) {
            put(view, whole, part(parts, whole));
        }
        view.put("consents", Rows.of(part(parts, "consents").body()));
        appointments.stream().findFirst().ifPresent(next -> view.put("nextAppointment", next));
        view.put("openTasks", Rows.those(part(parts, "tasks").body(), task -> "OPEN".equals(Rows.text(task, "state"))));
        view.put(
                "latestNotes",
                Rows.of(part(parts, "notes").body()).stream()
                        .limit(LATEST_NOTES)
                        .toList());
        view.put("referrals", Rows.of(part(parts, "referrals").body()));
        view.put("missing", missing(parts));
        return view;
    }

    /** Under an alias the owner shows the record that stands for the person. */
    private static String standing(JsonNode participant, String asked) {
        String id = Rows.text(participant, "id");
        return id.isEmpty() ? asked : id;
    }

    static List<Part.Missing> missing(Map<String, Part> parts) {
        List<Part.Missing> missing = new ArrayList<>();
        parts.values().forEach(part -> {
            String why = part.why();
            if (why != null) {
                missing.add(new Part.Missing(part.name(), part.service() + "-service", why));
            }
        });
        return missing;
    }

    private static List<Question> questions(String id) {
        String person = "/participants/" + id;
        return List.of(
                new Question("identity", "participant", person),
                new Question("custody", "participant", person + "/custody"),
                new Question("case", "participant", person + "/case"),
                new Question("plan", "participant", person + "/plan"),
                new Question("enrolment", "participant", person + "/enrolment"),
                new Question("consents", "participant", person + "/consents"),
                new Question("appointments", "scheduling", person + "/appointments"),
                new Question("tasks", "scheduling", person + "/tasks"),
                new Question("notes", "notes", person + "/notes?limit=" + LATEST_NOTES),
                new Question("contactCompliance", "notes", person + "/contact-compliance"),
                new Question("referrals", "referral", person + "/referrals"));
    }

    private List<JsonNode> coming(@Nullable JsonNode appointments) {
        Instant now = clock.now();
        return Rows.of(appointments).stream()
                .filter(each -> STANDING.contains(Rows.text(each, "state")))
                .filter(each ->
                        Rows.time(each, "end", "start").orElse(Instant.MIN).isAfter(now))
                .sorted(Comparator.comparing(each -> Rows.time(each, "start").orElse(Instant.MAX)))
                .toList();
    }

    private static Optional<Map<String, Object>> opening(List<JsonNode> coming, @Nullable JsonNode plan) {
        return coming.stream()
                .findFirst()
                .filter(next -> next.path("opensWithPlan").asBoolean(false))
                .map(next -> {
                    Map<String, Object> first = new LinkedHashMap<>();
                    first.put("appointment", next);
                    if (plan != null) {
                        first.put("plan", plan);
                        first.put(
                                "openGoals",
                                Rows.those(plan.path("goals"), goal -> "OPEN".equals(Rows.text(goal, "state"))));
                    }
                    return first;
                });
    }

    private static void put(Map<String, Object> view, String name, Part part) {
        JsonNode body = part.body();
        if (body != null) {
            view.put(name, body);
        }
    }

    private static Part part(Map<String, Part> parts, String name) {
        Part part = parts.get(name);
        if (part == null) {
            throw new IllegalStateException("nobody was asked for " + name);
        }
        return part;
    }

    static Problem whyNot(Part identity, String id) {
        return switch (HttpStatus.valueOf(identity.status())) {
            case NOT_FOUND -> new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no participant " + id + ".");
            case FORBIDDEN ->
                new Problem(HttpStatus.FORBIDDEN, "forbidden", "This participant's file is not yours to see.");
            case UNAUTHORIZED ->
                new Problem(HttpStatus.UNAUTHORIZED, "sign-in-needed", "Your sign-in is not accepted.");
            default ->
                new Problem(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "service-away",
                                "Nothing can be shown while participant-service is away.")
                        .causedBy("participant")
                        .retryingAfter(Duration.ofSeconds(1));
        };
    }
}
