package org.throughcare.platform.web;

import java.util.List;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.ProblemDetail;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.throughcare.platform.web.ProblemException.Fault;

/** Says which parameter could not be read and what was expected there. */
public final class WrongType {

    private WrongType() {}

    /** 400, naming the parameter and the rule; never what was sent. */
    public static ProblemDetail explain(TypeMismatchException mismatch) {
        String name = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(mismatch.getPropertyName());
        return ProblemException.invalidRequest(
                name,
                List.of(new Fault(
                        name, "wrong-type", "Expected " + Expected.of(mismatch.getRequiredType()) + " here.")));
    }
}
