package org.throughcare.acceptance.operator;

import java.io.PrintStream;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Dead letters: listed, shown, handled again, thrown away. */
final class Letters {

    private final Asking asking;
    private final PrintStream out;

    Letters(Asking asking, PrintStream out) {
        this.asking = asking;
        this.out = out;
    }

    int list(List<String> services) {
        long count = 0;
        List<String> asked = services.isEmpty()
                ? Asking.SERVICES
                : services.stream().map(Asking::known).toList();
        for (String service : asked) {
            JsonNode letters = asking.get(service, "dead-letters").json();
            count += letters.path("count").asLong();
            for (JsonNode each : letters.path("deadLetters")) {
                out.printf(
                        "%-12s %s  %s  %s%n             %s%n",
                        service,
                        each.path("id").asString(),
                        each.path("at").asString(),
                        each.path("type").asString(),
                        each.path("reason").asString());
            }
        }
        out.println(count == 0 ? "No dead letters." : count + " in all.");
        return count == 0 ? 0 : 1;
    }

    int show(String service, String id) {
        out.println(asking.get(service, "dead-letters/" + id).json().toPrettyString());
        return 0;
    }

    int replay(String service, String id) {
        String outcome = asking.post(service, "dead-letters/" + id + "/replay").text("outcome");
        out.println(
                outcome.equals("HANDLED") ? "Handled; it is off the list." : "It failed again and stays on the list.");
        return outcome.equals("HANDLED") ? 0 : 1;
    }

    int discard(String service, String id) {
        asking.delete(service, "dead-letters/" + id);
        out.println("Discarded.");
        return 0;
    }
}
