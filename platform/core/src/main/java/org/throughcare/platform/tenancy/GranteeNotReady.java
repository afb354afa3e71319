package org.throughcare.platform.tenancy;

/** A grantee that cannot be served yet and may be soon: waiting helps. */
public final class GranteeNotReady extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GranteeNotReady(String grantee) {
        super("grantee " + grantee + " cannot be served yet");
    }
}
