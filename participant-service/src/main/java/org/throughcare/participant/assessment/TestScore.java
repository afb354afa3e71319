package org.throughcare.participant.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
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

    public TestScore {
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(on, "on");
    }

    private static final BigDecimal HIGHEST = BigDecimal.valueOf(100_000);
    private static final int MOST_PLACES = 6;

    /** Can this be a score at all? What cannot is not stored either: decimals there have 34 digits. */
    boolean possible() {
        BigDecimal grade = gradeLevel;
        return possible(score) && (grade == null || possible(grade));
    }

    private static boolean possible(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(HIGHEST) <= 0 && number.scale() <= MOST_PLACES;
    }

    boolean sameSubjectAs(TestScore other) {
        return test.equalsIgnoreCase(other.test) && area.equalsIgnoreCase(other.area);
    }

    /** The score that this one is compared with has to be from an earlier day: what a day's services raised no test shows. */
    boolean canPrecede(TestScore post) {
        return stage == Stage.PRE && sameSubjectAs(post) && on.isBefore(post.on);
    }
}
