package org.throughcare.platform.tenancy;

import java.util.regex.Pattern;

/**
 * Names of databases. A grantee's id holds no underscore, so that no two of them can meet; MongoDB allows 63 bytes.
 */
public record DatabaseNames(String prefix, String service) {

    private static final Pattern GRANTEE = Pattern.compile("[a-z0-9-]{2,40}");
    private static final int LONGEST = 63;
    private static final String CONTROL = "control";

    public String control() {
        return prefix + "_" + service + "_" + CONTROL;
    }

    public String of(String grantee) {
        check(grantee);
        return prefix + "_" + service + "_" + grantee;
    }

    public String journalOf(String grantee) {
        return of(grantee) + "_journal";
    }

    /** @throws IllegalArgumentException with a sentence for the operator */
    void check(String grantee) {
        if (!GRANTEE.matcher(grantee).matches() || grantee.equals(CONTROL)) {
            throw new IllegalArgumentException(
                    "A grantee's id has 2 to 40 small letters, digits and hyphens, and is not \"control\".");
        }
        int length = prefix.length() + service.length() + grantee.length() + "__".length() + "_journal".length();
        if (length > LONGEST) {
            throw new IllegalArgumentException("The grantee's id is too long by " + (length - LONGEST)
                    + ": its journal's name may have " + LONGEST + " characters.");
        }
    }
}
