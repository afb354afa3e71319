package org.throughcare.participant.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A score of a basic-skills test (N2).
 *
 * @param test e.g. TABE, CASAS
 * @param area e.g. reading, mathematics
 * @param gradeLevel as the test's table gives it
 */
public record TestScore(
        String id,
        String test,
        String form,
        String area,
        Stage stage,
        BigDecimal score,
        @Nullable BigDecimal gradeLevel,
        LocalDate on) {

    /** Before or after the services that should raise it. */
    public enum Stage {
        PRE,
        POST
    }

    boolean sameSubjectAs(TestScore other) {
        return test.equalsIgnoreCase(other.test) && area.equalsIgnoreCase(other.area);
    }
}
