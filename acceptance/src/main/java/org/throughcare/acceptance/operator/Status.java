package org.throughcare.acceptance.operator;

import java.io.PrintStream;
import org.throughcare.acceptance.client.NotAsExpected;
import tools.jackson.databind.JsonNode;

/** One line per service, and one for every grantee of it that has something set aside. */
final class Status {

    private final Asking asking;
    private final PrintStream out;

    Status(Asking asking, PrintStream out) {
        this.asking = asking;
        this.out = out;
    }

    int print() {
        boolean well = true;
        out.printf(
                "%-12s %-7s %7s %7s %9s %6s  %s%n", "service", "is", "outbox", "queued", "in hand", "due", "set aside");
        for (String service : Asking.SERVICES) {
            try {
                JsonNode quiet = asking.get(service, "quiet", null).json();
                String aside = aside(service);
                boolean away = quiet.path("queued").asLong() < 0;
                well &= aside.isEmpty() && !away;
                out.printf(
                        "%-12s %-7s %7d %7s %9d %6d  %s%n",
                        service,
                        quiet.path("quiet").asBoolean() ? "quiet" : "busy",
                        quiet.path("outbox").asLong(),
                        away ? "no broker" : quiet.path("queued").asString(),
                        quiet.path("inFlight").asLong(),
                        quiet.path("due").asLong(),
                        aside.isEmpty() ? "-" : aside);
            } catch (NotAsExpected silent) {
                well = false;
                out.printf("%-12s away     %s%n", service, silent.getMessage());
            }
        }
        return well ? 0 : 1;
    }

    /** What waits for somebody to look at it; empty for nothing. */
    private String aside(String service) {
        StringBuilder aside = new StringBuilder();
        add(aside, asking.get(service, "dead-letters?limit=1", null).json().path("count"), "dead letters of nobody");
        for (String grantee : asking.grantees()) {
            add(
                    aside,
                    asking.get(service, "dead-letters?limit=1", grantee).json().path("count"),
                    "dead letters of " + grantee);
            int lost = asking.get(service, "outbox", grantee)
                    .json()
                    .path("unroutable")
                    .size();
            if (lost > 0) {
                add(aside, lost, "events of " + grantee + " that no queue took");
            }
            if (service.equals("referral")) {
                add(
                        aside,
                        asking.get(service, "partner-messages?limit=1", grantee)
                                .json()
                                .path("count"),
                        "partners' messages of " + grantee);
            }
        }
        return aside.toString();
    }

    private static void add(StringBuilder aside, JsonNode count, String what) {
        if (count.asLong(0) > 0) {
            add(aside, count.asInt(), what);
        }
    }

    private static void add(StringBuilder aside, int count, String what) {
        aside.append(aside.isEmpty() ? "" : ", ").append(count).append(' ').append(what);
    }
}
