package org.throughcare.participant.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stratifying a participant's risk came to, once (H5).
 *
 * @param findings what was found, with the points of the policy of that day
 * @param points their sum
 * @param byPoints code of the level that the points come to
 * @param level code of the level that holds; another than {@code byPoints} when a worker decided so
 * @param name the level's name in that policy
 * @param weightPercent what the case counts for on a caseload, in hundredths of an ordinary one
 * @param meetEveryDays longest time between meetings, in calendar days; null to leave it to the programme's rhythm
 * @param because why the worker decided otherwise than the points; null when the level follows from them
 * @param by who stratified
 * @param policy decided under this one
 */
public record LevelOfCare(
        UUID id,
        List<Finding> findings,
        int points,
        String byPoints,
        String level,
        String name,
        int weightPercent,
        @Nullable Integer meetEveryDays,
        @Nullable String because,
        LocalDate on,
        String by,
        UUID policy,
        int version) {

    public record Finding(String id, String name, int points) {}

    public LevelOfCare {
        findings = List.copyOf(findings);
    }

    /** The same outcome on the same grounds, whoever came to it under whichever version. */
    boolean says(LevelOfCare other) {
        return equals(new LevelOfCare(
                id,
                other.findings,
                other.points,
                other.byPoints,
                other.level,
                other.name,
                other.weightPercent,
                other.meetEveryDays,
                other.because,
                on,
                by,
                policy,
                version));
    }

    /** From which day the present level has held without a break. */
    static LocalDate since(List<LevelOfCare> all) {
        LevelOfCare now = all.getLast();
        LocalDate since = now.on();
        for (LevelOfCare each : all.reversed()) {
            if (!each.level().equals(now.level())) {
                break;
            }
            since = each.on();
        }
        return since;
    }
}
