package org.throughcare.participant.enrolment;

import java.util.Set;

/** The goals that services can serve (N4). */
public interface PlanGoals {

    Set<String> open(String participant);
}
