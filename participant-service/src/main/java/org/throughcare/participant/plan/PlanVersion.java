package org.throughcare.participant.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one version of the plan changed and holds, and the participant's agreement to it (C2, N3).
 *
 * @param number counts from 1
 * @param addsServices services that this version adds; they need justification and note (Y15)
 * @param initials the participant's, by which they acknowledge this version
 * @param copyGiven the participant got a copy
 * @param contents null for versions made before they were kept
 */
public record PlanVersion(
        String id,
        int number,
        LocalDate on,
        String what,
        List<String> addsServices,
        @Nullable String justification,
        @Nullable String note,
        String by,
        @Nullable String initials,
        @Nullable LocalDate acknowledgedOn,
        boolean copyGiven,
        @Nullable PlanContents contents) {

    public PlanVersion {
        addsServices = List.copyOf(addsServices);
    }

    PlanVersion acknowledged(String with, LocalDate day, boolean copy) {
        return new PlanVersion(id, number, on, what, addsServices, justification, note, by, with, day, copy, contents);
    }
}
