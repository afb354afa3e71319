package org.throughcare.platform.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.throughcare.platform.web.ProblemException.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says where a body cannot be read and what was expected there. */
public final class UnreadableBody {

    private UnreadableBody() {}

    /** @param cause what the body's reading failed with; only its place and kind are told, never what was sent */
    public static ProblemDetail explain(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown ->
                fault(unknown, "unknown-field", "There is no such field here" + known(unknown) + ".");
            case InvalidTypeIdException kind -> fault(kind, "unknown-kind", "The field \"is\" must name a known kind.");
            case InvalidNullException missing -> fault(missing, "required", "This must not be left out.");
            case MismatchedInputException mismatched ->
                isEmpty(mismatched)
                        ? ProblemException.problem(
                                HttpStatus.BAD_REQUEST, "malformed-json", "The request has no body.", List.of())
                        : fault(
                                mismatched,
                                "wrong-type",
                                "Expected " + Expected.of(mismatched.getTargetType()) + " here.");
            case StreamReadException malformed -> malformed(malformed);
            case DatabindException other
            when !other.getPath().isEmpty() -> fault(other, "not-acceptable", "This value cannot be used here.");
            case JacksonException other -> malformed(other);
            case null, default ->
                ProblemException.problem(
                        HttpStatus.BAD_REQUEST, "malformed-json", "The body cannot be read.", List.of());
        };
    }

    private static boolean isEmpty(MismatchedInputException mismatched) {
        return mismatched.getPath().isEmpty()
                && mismatched.getCurrentToken() == null
                && mismatched.getOriginalMessage().startsWith("No content");
    }

    private static String known(UnrecognizedPropertyException unknown) {
        var ids = unknown.getKnownPropertyIds();
        return ids == null || ids.isEmpty()
                ? ""
                : "; known are " + ids.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static ProblemDetail fault(JacksonException at, String rule, String detail) {
        String path = path(at.getPath());
        return ProblemException.invalidRequest(
                path.isEmpty() ? "the body" : path, List.of(new Fault(path, rule, detail)));
    }

    private static ProblemDetail malformed(JacksonException at) {
        TokenStreamLocation where = at.getLocation();
        boolean known = where != null && where.getLineNr() > 0;
        ProblemDetail problem = ProblemException.problem(
                HttpStatus.BAD_REQUEST,
                "malformed-json",
                known
                        ? "The body is not JSON, as seen at line " + where.getLineNr() + ", column "
                                + where.getColumnNr() + "."
                        : "The body is not JSON.",
                List.of());
        if (known) {
            problem.setProperty("line", where.getLineNr());
            problem.setProperty("column", where.getColumnNr());
        }
        return problem;
    }

    /** {@code contacts[0].value}, as bean validation writes it. */
    private static String path(List<JacksonException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference each : references) {
            if (each.getPropertyName() == null) {
                path.append('[').append(each.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(each.getPropertyName());
            }
        }
        return path.toString();
    }
}
