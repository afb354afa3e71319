package org.throughcare.participant.household;

/** What a member is in the family, whoever heads it. */
public enum Relationship {
    PARENT,
    PARTNER,
    CHILD,
    GRANDPARENT,
    GRANDCHILD,
    SIBLING,
    OTHER_RELATIVE,
    NOT_RELATED
}
