package org.throughcare.referral.delivery;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A partner's names on the broker, made of the grantee's and its own id: its user may read its queue and write under its own keys,
 * so whoever writes under a key is that partner.
 */
public record PartnerAddress(String grantee, UUID partner) {

    public static final String VIRTUAL_HOST = "partners";
    public static final String EVENTS = "partner-events";
    public static final String INBOX = "partner-inbox";
    private static final Pattern KEY = Pattern.compile(
            "([a-z0-9-]{2,40})\\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.([a-z-]{1,40})");

    /** Where a message from a partner came in: from whom, and what it says happened. */
    public record Origin(PartnerAddress from, String event) {}

    public String queue() {
        return "partner." + grantee + "." + partner;
    }

    /** The broker user's name. */
    public String user() {
        return "partner." + grantee + "." + partner;
    }

    public String keyPrefix() {
        return grantee + "." + partner;
    }

    public String key(String event) {
        return keyPrefix() + "." + event;
    }

    /** @return null when the key is not {@code <grantee>.<partner>.<event>} */
    public static @Nullable Origin of(String routingKey) {
        var parts = KEY.matcher(routingKey);
        return parts.matches()
                ? new Origin(new PartnerAddress(parts.group(1), UUID.fromString(parts.group(2))), parts.group(3))
                : null;
    }
}
