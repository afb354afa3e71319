package org.throughcare.participant.custody;

/** On what grounds someone is held. It leaves this service in no event. */
public enum LegalStatus {
    /** Before trial. */
    PRETRIAL,
    /** Convicted, sentence not yet passed. */
    AWAITING_SENTENCE,
    SENTENCED,
    PROBATION_VIOLATION,
    PAROLE_VIOLATION,
    /** Held for another authority. */
    HOLD
}
