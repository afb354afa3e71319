package org.throughcare.notes.note.web;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.throughcare.notes.note.CaseNote;
import org.throughcare.notes.note.RequiredParts.Missing;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.web.ProblemException;
import org.throughcare.platform.web.ProblemException.Fault;

/** N10 over HTTP: the refusal names every part that is missing, each with its field. */
public final class Incomplete {

    private static final String RULE = "N10";

    private Incomplete() {}

    public static boolean refused(Result<CaseNote> result) {
        return result instanceof Result.Refused<CaseNote> refused
                && refused.refusal().rule().equals(RULE)
                && refused.refusal().field() != null;
    }

    /** @param missing not empty */
    public static ProblemException problem(List<Missing> missing) {
        Fault[] faults = missing.stream()
                .map(each -> new Fault(each.field(), RULE, "Say " + each.what() + "."))
                .toArray(Fault[]::new);
        ProblemException problem = new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "refused",
                "The note cannot be signed yet. Still to be said: "
                        + missing.stream().map(Missing::what).collect(Collectors.joining(", ")) + ".",
                faults);
        problem.getBody().setProperty("rule", RULE);
        return problem;
    }
}
