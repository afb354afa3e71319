package org.throughcare.acceptance.operator;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughcare.acceptance.client.NotAsExpected;
import tools.jackson.databind.JsonNode;

/**
 * What every service has of one participant: what it owns and which revision the others have of it, then everything that
 * happened, oldest first. Ids and names of events only.
 */
final class Trail {

    private final Asking asking;
    private final PrintStream out;

    Trail(Asking asking, PrintStream out) {
        this.asking = asking;
        this.out = out;
    }

    private record Event(String service, JsonNode entry) {

        Instant at() {
            return Instant.parse(entry.path("at").asString());
        }
    }

    int print(String participant) {
        asking.grantee();
        Map<String, JsonNode> trails = new LinkedHashMap<>();
        for (String service : Asking.SERVICES) {
            try {
                trails.put(
                        service,
                        asking.get(service, "trails/" + participant + "?limit=1000")
                                .json());
            } catch (NotAsExpected silent) {
                out.println(service + " does not answer: " + silent.getMessage());
            }
        }
        boolean well = trails.size() == Asking.SERVICES.size();
        for (String owner : trails.keySet()) {
            for (JsonNode owned : trails.get(owner).path("owned")) {
                well &= print(owner, owned, trails);
            }
        }
        List<Event> events = new ArrayList<>();
        trails.forEach((service, trail) -> trail.path("journal").forEach(each -> events.add(new Event(service, each))));
        if (events.isEmpty() && well) {
            out.println("Nothing is known of " + participant + " for this grantee.");
            return 1;
        }
        out.println();
        events.stream().sorted(Comparator.comparing(Event::at)).forEach(this::print);
        return well ? 0 : 1;
    }

    /** Nobody has to have a copy; who has one should have the newest. */
    private boolean print(String owner, JsonNode owned, Map<String, JsonNode> trails) {
        long revision = owned.path("revision").asLong();
        String id = owned.path("id").asString();
        String aggregate = owned.path("aggregate").asString();
        Map<String, Long> behind = new TreeMap<>();
        List<String> heard = new ArrayList<>();
        trails.forEach((service, trail) -> {
            for (JsonNode copy : trail.path("copied")) {
                if (copy.path("owner").asString().equals(owner)
                        && copy.path("aggregate").asString().equals(aggregate)
                        && copy.path("id").asString().equals(id)) {
                    heard.add(service);
                    if (copy.path("revision").asLong() < revision) {
                        behind.put(service, copy.path("revision").asLong());
                    }
                }
            }
        });
        int waiting = owned.path("waiting").asInt();
        StringBuilder line = new StringBuilder(String.format("%-12s %-20s %s @%d", owner, aggregate, id, revision));
        if (!heard.isEmpty()) {
            line.append("  known to ").append(String.join(", ", heard));
        }
        if (waiting > 0) {
            line.append("  ").append(waiting).append(" NOT PUBLISHED");
        }
        behind.forEach((service, at) ->
                line.append("  ").append(service).append(" HAS @").append(at));
        out.println(line);
        return behind.isEmpty() && waiting == 0;
    }

    private void print(Event event) {
        JsonNode entry = event.entry();
        Instant journaled = Instant.parse(entry.path("journaled").asString());
        out.printf(
                "%s  %-11s %-28s %s@%d  by %s  (%d ms)  %s%n",
                event.at(),
                event.service(),
                entry.path("event").asString(),
                entry.path("aggregate").asString(),
                entry.path("revision").asLong(),
                entry.path("actor").asString(),
                Duration.between(event.at(), journaled).toMillis(),
                traceId(entry.path("trace").asString("")));
    }

    /** The part of a W3C trace parent by which logs and traces are found. */
    private static String traceId(String parent) {
        String[] parts = parent.split("-");
        return parts.length == 4 ? parts[1] : "";
    }
}
