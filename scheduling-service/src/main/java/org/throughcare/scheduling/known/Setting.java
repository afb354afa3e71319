package org.throughcare.scheduling.known;

/** On which side of the wall a meeting is, or on neither. */
public enum Setting {
    JAIL,
    COMMUNITY,
    VIRTUAL
}
