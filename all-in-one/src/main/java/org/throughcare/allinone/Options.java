package org.throughcare.allinone;

import java.nio.file.Path;
import java.util.Map;

/**
 * What was asked on the command line and in the environment.
 *
 * @param journey whether the journey is run; {@code up} only serves
 * @param exit whether to stop after the journey; for {@code up}, as soon as everything answers
 * @param data where store, broker and keys are kept
 */
record Options(boolean journey, boolean exit, Path data, Ports ports) {

    Path log() {
        return data.resolve("throughcare.log");
    }

    /** Where each part listens, on the loopback address. */
    record Ports(int gateway, int participant, int notes, int scheduling, int referral, int signIn, int broker) {

        Map<String, Integer> byName() {
            return Map.of(
                    "GATEWAY",
                    gateway,
                    "PARTICIPANT",
                    participant,
                    "NOTES",
                    notes,
                    "SCHEDULING",
                    scheduling,
                    "REFERRAL",
                    referral,
                    "SIGN_IN",
                    signIn,
                    "BROKER",
                    broker);
        }
    }

    /** @throws CannotStart with a sentence for the person at the terminal */
    static Options of(String[] arguments, Map<String, String> environment) {
        if (arguments.length == 0 || !(arguments[0].equals("demo") || arguments[0].equals("up"))) {
            throw new CannotStart("say \"demo\" or \"up\".");
        }
        Path data = Path.of(".throughcare/data");
        boolean exit = false;
        for (int i = 1; i < arguments.length; i++) {
            if (arguments[i].startsWith("--data=")) {
                data = Path.of(arguments[i].substring("--data=".length()));
            } else if (arguments[i].equals("--exit")) {
                exit = true;
            } else {
                throw new CannotStart(
                        "\"" + arguments[i] + "\" is not something \"" + arguments[0] + "\" understands.");
            }
        }
        return new Options(
                arguments[0].equals("demo"),
                exit,
                data.toAbsolutePath(),
                new Ports(
                        port(environment, "GATEWAY", 8080),
                        port(environment, "PARTICIPANT", 8081),
                        port(environment, "NOTES", 8082),
                        port(environment, "SCHEDULING", 8083),
                        port(environment, "REFERRAL", 8084),
                        port(environment, "SIGN_IN", 8090),
                        port(environment, "BROKER", 5673)));
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        String variable = "THROUGHCARE_" + name + "_PORT";
        String value = environment.get(variable);
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            int port = Integer.parseInt(value.strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw new CannotStart(variable + " is \"" + value + "\", which is not a port.");
        }
        throw new CannotStart(variable + " is \"" + value + "\", which is not a port.");
    }
}
