package org.throughcare.participant.casework;

/** How a participant got to know staff who work outside, while still inside (L18). */
public enum IntroductionKind {
    VISIT,
    GROUP,
    /** Community staff stood in for jail staff. */
    STAND_IN,
    /** An assessment or a WIOA registration done by visiting staff. */
    ASSESSMENT_OR_REGISTRATION,
    MOCK_INTERVIEW,
    VIDEO_CALL,
    RECORDED_VIDEO
}
