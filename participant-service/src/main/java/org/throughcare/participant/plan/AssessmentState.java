package org.throughcare.participant.plan;

import java.util.List;

/** Whether there is an assessment for the plan to rest on (N1, H6). */
public interface AssessmentState {

    /** Names of the parts still lacking before the first complete assessment; empty when there is one. */
    List<String> lacking(String participant);
}
