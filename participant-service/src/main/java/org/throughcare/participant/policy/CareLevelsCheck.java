package org.throughcare.participant.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Refusal;

/** Levels of care that leave no sum of points without one, and in which a higher level is never the lighter one (H5). */
final class CareLevelsCheck {

    private CareLevelsCheck() {}

    static @Nullable Refusal faultIn(CareLevels care) {
        Refusal fault = levels(care.levels());
        if (fault != null) {
            return fault;
        }
        if (!care.stratifies()) {
            return care.factors().isEmpty() && !care.beforePlanning()
                    ? null
                    : PolicyCheck.fault("careLevels.levels", "needs at least one level for what is found.");
        }
        return factors(care.factors());
    }

    private static @Nullable Refusal factors(List<CareLevels.Factor> factors) {
        if (factors.isEmpty()) {
            return PolicyCheck.fault("careLevels.factors", "needs at least one risk factor.");
        }
        if (factors.stream().map(CareLevels.Factor::code).distinct().count() < factors.size()) {
            return PolicyCheck.fault("careLevels.factors", "names a code twice.");
        }
        return factors.stream()
                        .anyMatch(each -> each.points() < 1
                                || each.code().isBlank()
                                || each.name().isBlank())
                ? PolicyCheck.fault("careLevels.factors", "needs a code, a name and at least one point for each.")
                : null;
    }

    private static @Nullable Refusal levels(List<CareLevels.Level> levels) {
        if (levels.stream().map(CareLevels.Level::code).distinct().count() < levels.size()) {
            return PolicyCheck.fault("careLevels.levels", "names a code twice.");
        }
        CareLevels.@Nullable Level before = null;
        for (CareLevels.Level each : levels) {
            if (each.code().isBlank() || each.name().isBlank() || each.weightPercent() < 1) {
                return PolicyCheck.fault("careLevels.levels", "needs a code, a name and a weight for each.");
            }
            if (before == null ? each.fromPoints() != 0 : !follows(before, each)) {
                return PolicyCheck.fault(
                        "careLevels.levels",
                        "must begin at 0 points and rise from level to level, with no less weight and no wider meetings.");
            }
            if (tooClose(each)) {
                return PolicyCheck.fault("careLevels.levels", "must leave a day between meetings.");
            }
            before = each;
        }
        return null;
    }

    private static boolean follows(CareLevels.Level before, CareLevels.Level next) {
        return next.fromPoints() > before.fromPoints()
                && next.weightPercent() >= before.weightPercent()
                && days(next) <= days(before);
    }

    private static boolean tooClose(CareLevels.Level level) {
        return days(level) < 1;
    }

    private static int days(CareLevels.Level level) {
        Integer days = level.meetEveryDays();
        return days == null ? Integer.MAX_VALUE : days;
    }
}
