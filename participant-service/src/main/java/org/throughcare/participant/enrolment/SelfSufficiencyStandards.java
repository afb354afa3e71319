package org.throughcare.participant.enrolment;

import java.time.LocalDate;

/** The versions of the standard. */
public interface SelfSufficiencyStandards {

    SelfSufficiencyStandard on(LocalDate day);
}
