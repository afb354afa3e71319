package org.throughcare.acceptance.operator;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.acceptance.client.Access;
import org.throughcare.acceptance.client.Issuer;
import org.throughcare.acceptance.client.NotAsExpected;

/**
 * The operator's commands, over the gateway and nothing else. Ends with 0 when all is well, 1 when something wants attention,
 * 2 when it was asked wrongly or nothing answers.
 */
public final class Ops {

    private static final String USAGE = """
            ops status                                   is anything stuck, in every service and for every grantee
            ops trail PARTICIPANT                        one person's events and who has heard of them
            ops dead-letters [SERVICE]                   messages that could not be handled
            ops dead-letter SERVICE ID [replay|discard]  one of them, whole; or handled again; or thrown away
            ops re-announce SERVICE                      tells a new, empty or restored service everything again
            with --grantee=ID where there are several
            SERVICE is participant, notes, scheduling or referral""";

    private final Asking asking;
    private final PrintStream out;

    private Ops(Asking asking, PrintStream out) {
        this.asking = asking;
        this.out = out;
    }

    /** {@code <gateway> <issuer> <command> …}, with {@code SYSTEM_CLIENT_SECRET} in the environment. */
    public static void main(String[] arguments) {
        if (arguments.length < 2) {
            System.err.println("say the gateway's address and the issuer's");
            System.exit(2);
        }
        try {
            List<String> asked = new ArrayList<>(List.of(arguments).subList(2, arguments.length));
            Access access = new Access(
                    arguments[0],
                    Issuer.tokenEndpoint(arguments[1]),
                    System.getenv().getOrDefault("SYSTEM_CLIENT_ID", "throughcare-system"),
                    System.getenv().getOrDefault("SYSTEM_CLIENT_SECRET", ""),
                    "",
                    "");
            System.exit(run(access, asked, System.out));
        } catch (NotAsExpected told) {
            System.err.println("throughcare: " + told.getMessage());
            System.exit(2);
        }
    }

    /**
     * @param asked the command and what follows it
     * @return the exit code
     * @throws NotAsExpected when it was asked wrongly, or something does not answer
     */
    public static int run(Access access, List<String> asked, PrintStream out) {
        List<String> words = new ArrayList<>(asked);
        return new Ops(new Asking(access, granteeIn(words)), out).run(words);
    }

    private static @Nullable String granteeIn(List<String> asked) {
        String found = null;
        for (String each : List.copyOf(asked)) {
            if (each.startsWith("--grantee=")) {
                found = each.substring("--grantee=".length());
                asked.remove(each);
            }
        }
        return found;
    }

    private int run(List<String> asked) {
        String command = asked.isEmpty() ? "" : asked.getFirst();
        List<String> rest = asked.isEmpty() ? List.of() : asked.subList(1, asked.size());
        return switch (command + "/" + rest.size()) {
            case "status/0" -> new Status(asking, out).print();
            case "trail/1" -> new Trail(asking, out).print(rest.getFirst());
            case "dead-letters/0", "dead-letters/1" -> new Letters(asking, out).list(rest);
            case "dead-letter/2" -> new Letters(asking, out).show(service(rest), rest.get(1));
            case "dead-letter/3" -> letter(service(rest), rest.get(1), rest.get(2));
            case "re-announce/1" -> reAnnounce(service(rest));
            default -> usage();
        };
    }

    private int letter(String service, String id, String what) {
        return switch (what) {
            case "replay" -> new Letters(asking, out).replay(service, id);
            case "discard" -> new Letters(asking, out).discard(service, id);
            default -> usage();
        };
    }

    private int usage() {
        out.println(USAGE);
        return 2;
    }

    private static String service(List<String> rest) {
        return Asking.known(rest.getFirst());
    }

    private int reAnnounce(String to) {
        for (String from : Asking.SERVICES) {
            if (!from.equals(to)) {
                long sent = asking.post(from, "re-announcements/" + to)
                        .json()
                        .path("announced")
                        .asLong();
                out.printf("%-12s told %s of %,d%n", from, to, sent);
            }
        }
        out.println("Sent to the bulk queue of " + to + "; \"ops status\" says when it is through.");
        return 0;
    }
}
