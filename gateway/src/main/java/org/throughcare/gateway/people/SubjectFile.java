package org.throughcare.gateway.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.throughcare.gateway.people.Asking.Question;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.platform.time.BusinessClock;
import tools.jackson.databind.JsonNode;

/**
 * Asks every service for all that it holds about one person. Each asks for itself whether the caller may, and puts the reading on
 * record before it answers; the caller's own token goes along, and no reason for break-glass does. A part is there as its service
 * gave it or it is named as missing: a service that is away, late or refuses, that does not know a person whom participant-service
 * knows, or that answers without a package. None of these may look like a service that holds nothing. A package that does not say
 * whether anything is cut off it is none.
 */
@Component
class SubjectFile {

    private static final String IDENTITY = "participant";
    private static final List<String> SERVICES = List.of(IDENTITY, "notes", "scheduling", "referral");

    private final Asking asking;
    private final BusinessClock clock;

    SubjectFile(Asking asking, BusinessClock clock) {
        this.asking = asking;
        this.clock = clock;
    }

    /** @throws EdgeProblem when there is no such person, or not for this caller, or participant-service cannot say */
    SubjectPackage of(String id, @Nullable String reason, String token) {
        String path = "/participants/" + id + "/subject-access"
                + (reason == null ? "" : "?reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8));
        Map<String, Part> asked = asking.unhurried(
                SERVICES.stream()
                        .map(service -> new Question(service, service, path))
                        .toList(),
                token);
        List<Part.Missing> missing = new ArrayList<>();
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        asked.forEach((service, part) -> {
            JsonNode body = part.body();
            if (body != null && body.path("cut").isArray()) {
                parts.put(service, body);
            } else if (service.equals(IDENTITY)) {
                throw new EdgeProblem(PersonView.whyNot(part, id));
            } else {
                missing.add(new Part.Missing(service, service + "-service", why(part)));
            }
        });
        return new SubjectPackage(id, clock.now(), missing, cut(parts), notices(parts), parts);
    }

    private static String why(Part part) {
        String why = part.why();
        if (why != null) {
            return why;
        }
        return part.status() == HttpStatus.NOT_FOUND.value()
                ? "does not know this person"
                : "answered without a package";
    }

    private static List<SubjectPackage.Shortened> cut(Map<String, JsonNode> parts) {
        List<SubjectPackage.Shortened> cut = new ArrayList<>();
        parts.forEach((service, part) -> part.path("cut")
                .forEach(each -> cut.add(new SubjectPackage.Shortened(
                        service, Rows.text(each, "of"), each.path("within").asInt(0)))));
        return cut;
    }

    private static List<String> notices(Map<String, JsonNode> parts) {
        Set<String> notices = new LinkedHashSet<>();
        parts.values().stream()
                .map(part -> Rows.text(part, "notice"))
                .filter(notice -> !notice.isEmpty())
                .forEach(notices::add);
        return List.copyOf(notices);
    }
}
