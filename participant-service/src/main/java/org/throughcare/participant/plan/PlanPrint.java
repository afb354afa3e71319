package org.throughcare.participant.plan;

/** Makes a document of a copy that everybody can read, with and without a screen reader. */
public interface PlanPrint {

    /** A tagged PDF. */
    byte[] print(PlanCopy copy);
}
