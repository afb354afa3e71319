package org.throughcare.platform.web;

import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Parts of a body that are read one by one, as strictly as a body of their own, so that one bad part spoils no other. */
public final class BodyParts {

    private BodyParts() {}

    /** @throws ProblemException 400, naming the field inside the part and the rule */
    public static <T> T read(JsonNode part, Class<T> type) {
        if (!part.isObject()) {
            throw ProblemException.invalid("", "wrong-type", "Expected an object here.");
        }
        try {
            return HttpJson.mapper().treeToValue(part, type);
        } catch (JacksonException unreadable) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, UnreadableBody.explain(unreadable));
        }
    }
}
