package org.throughcare.platform.aggregate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A business answer of "no", with its reason in words a case manager uses.
 *
 * @param kind how the refusal reads over HTTP
 * @param rule the id of the rule that refused, e.g. {@code Y9}; or a short slug for plain integrity rules
 * @param reason one sentence for the person who asked
 * @param field path of the offending field in the command, dotted, if one field is at fault
 * @param allowed what would be allowed instead, e.g. the next steps of a state machine; may be empty
 */
public record Refusal(
        Kind kind, String rule, String reason, @Nullable String field, List<String> allowed) {

    /** CONFLICT: not in this state (409). INVALID: never with these values (422). FORBIDDEN: not by this person (403). */
    public enum Kind {
        CONFLICT,
        INVALID,
        FORBIDDEN
    }

    /** Among {@link #allowed()} of what is only refused for some seconds: the same request again, under the same key. */
    public static final String REPEAT = "repeat";

    /** The rule of {@link #withoutPrecondition()}, and the slug of its problem. */
    public static final String PRECONDITION = "precondition-required";

    public Refusal {
        allowed = List.copyOf(allowed);
    }

    public static Refusal conflict(String rule, String reason, String... allowed) {
        return new Refusal(Kind.CONFLICT, rule, reason, null, List.of(allowed));
    }

    public static Refusal invalid(String rule, String field, String reason) {
        return new Refusal(Kind.INVALID, rule, reason, field, List.of());
    }

    /** Something is there already: whoever writes it anew says which revision they looked at (428 over HTTP). */
    public static Refusal withoutPrecondition() {
        return new Refusal(
                Kind.CONFLICT,
                PRECONDITION,
                "This exists already. Say which revision you looked at: send its ETag as If-Match.",
                "If-Match",
                List.of());
    }

    public static Refusal forbidden(String rule, String reason) {
        return new Refusal(Kind.FORBIDDEN, rule, reason, null, List.of());
    }
}
