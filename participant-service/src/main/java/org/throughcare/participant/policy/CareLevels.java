package org.throughcare.participant.policy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a programme stratifies risk, and what each level of care comes to (H5). The documents name who needs more (hard to
 * house, special needs and others) and leave the measure to each grantee: so the factors are data, and the points that ship
 * are a first proposal.
 *
 * @param factors what may be found in an assessment
 * @param levels from the lightest on; none when the programme stratifies no risk
 * @param beforePlanning a case goes on to planning only with its risk stratified (H1)
 */
public record CareLevels(List<Factor> factors, List<Level> levels, boolean beforePlanning) {

    /** A programme that stratifies no risk: every case is an ordinary one. */
    public static final CareLevels NONE = new CareLevels(List.of(), List.of(), false);

    /** @param code stands in records; a name may be worded anew, a code stays */
    public record Factor(String code, String name, int points) {}

    /**
     * @param fromPoints the level begins at this sum of points
     * @param weightPercent what a case counts for on a caseload, in hundredths of an ordinary one (L2)
     * @param meetEveryDays longest time between meetings at this level, in calendar days; null to leave it to the rhythm of
     *     the programme (L3), which it never widens
     */
    public record Level(
            String code,
            String name,
            int fromPoints,
            int weightPercent,
            @Nullable Integer meetEveryDays) {}

    public CareLevels {
        factors = List.copyOf(factors);
        levels = List.copyOf(levels);
    }

    public boolean stratifies() {
        return !levels.isEmpty();
    }

    public Optional<Factor> factor(String code) {
        return factors.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    public Optional<Level> level(String code) {
        return levels.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** The level that this many points come to; empty only where there are none. */
    public Optional<Level> at(int points) {
        return levels.reversed().stream()
                .filter(each -> points >= each.fromPoints())
                .findFirst();
    }
}
