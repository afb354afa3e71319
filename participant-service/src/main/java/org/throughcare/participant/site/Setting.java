package org.throughcare.participant.site;

/** Where work happens. */
public enum Setting {
    JAIL,
    COMMUNITY,
    VIRTUAL
}
