package org.throughcare.acceptance.journey;

import org.throughcare.acceptance.client.Access;
import org.throughcare.acceptance.client.Issuer;

/**
 * Runs the journey against a suite that is up: {@code FromOutside <gateway> <issuer>}, with {@code SYSTEM_CLIENT_SECRET} and
 * {@code PARTNER_CLIENT_SECRET} in the environment.
 */
public final class FromOutside {

    private FromOutside() {}

    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("say the gateway's address and the issuer's");
            System.exit(2);
        }
        Access access = new Access(
                arguments[0],
                Issuer.tokenEndpoint(arguments[1]),
                environment("SYSTEM_CLIENT_ID", "throughcare-system"),
                environment("SYSTEM_CLIENT_SECRET", ""),
                environment("PARTNER_CLIENT_ID", "partner-riverside-housing"),
                environment("PARTNER_CLIENT_SECRET", ""));
        System.exit(new Journey(access, System.out).run() ? 0 : 1);
    }

    private static String environment(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
