package org.throughcare.gateway.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * That something changed, never what: the browser fetches again, and the services decide again who may see it.
 *
 * @param type the event's type
 * @param subject the aggregate as {@code <kind>/<id>}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Hint(
        String type,
        String subject,
        long revision,
        @Nullable String participant,
        @Nullable String site) {

    /** A hint and whose it is. */
    record Addressed(String grantee, Hint hint) {}

    static Addressed of(JsonNode event) {
        Hint hint = new Hint(
                event.path("type").asString(""),
                event.path("subject").asString(""),
                event.path("revision").asLong(0),
                text(event, "participant"),
                text(event, "site"));
        return new Addressed(event.path("grantee").asString(""), hint);
    }

    /** The aggregate's own id. */
    String id() {
        return subject.substring(subject.lastIndexOf('/') + 1);
    }

    /** About no person and no site: reference data such as policies and partners. */
    boolean isAboutNobody() {
        return participant == null && site == null;
    }

    private static @Nullable String text(JsonNode event, String attribute) {
        String text = event.path(attribute).asString("");
        return text.isEmpty() ? null : text;
    }
}
