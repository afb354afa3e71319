package org.throughcare.gateway.people;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One part of a composed view, as its owner answered or failed to.
 *
 * @param body the answer, or nothing when there is none or it could not be had
 * @param why set when the part could not be had: the view says so instead of passing silence for emptiness
 */
record Part(
        String name,
        String service,
        int status,
        @Nullable JsonNode body,
        @Nullable String why) {

    /** Shown where a part should be. */
    record Missing(String part, String service, String why) {}

    static Part had(String name, String service, int status, @Nullable JsonNode body) {
        return new Part(name, service, status, body, null);
    }

    static Part lacking(String name, String service, int status, String why) {
        return new Part(name, service, status, null, why);
    }
}
