package org.throughcare.participant.policy;

import java.util.List;

/**
 * When somebody counts as in case management in a quarter (H2, H3).
 *
 * @param faceToFaceMethods methods by which people meet face to face
 * @param reassessEveryMonths longest time between assessments, in calendar months
 * @param lapsedCount who was not met face to face in the quarter, or not assessed again in time, counts all the same
 */
public record CaseManagementMeasure(
        List<ContactMethod> faceToFaceMethods, int reassessEveryMonths, boolean lapsedCount) {

    /** Of values from before a programme could set it: the HUD training's, by which whoever was assessed counts. */
    static final CaseManagementMeasure USUAL = new CaseManagementMeasure(
            List.of(
                    ContactMethod.IN_PERSON,
                    ContactMethod.HOME_VISIT,
                    ContactMethod.SCHOOL_VISIT,
                    ContactMethod.WORK_VISIT),
            12,
            true);

    public CaseManagementMeasure {
        faceToFaceMethods = List.copyOf(faceToFaceMethods);
    }
}
