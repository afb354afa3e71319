package org.throughcare.platform.security;

/** What a caller is to a grantee. */
public enum Role {
    JAIL_CASE_MANAGER,
    COMMUNITY_CASE_MANAGER,
    SUPERVISOR,
    GRANTEE_ADMINISTRATOR,
    PARTNER_STAFF,
    /** Reads a sample, changes nothing. */
    MONITOR,
    /** Another service of the suite, or an operator's tool. */
    SYSTEM
}
