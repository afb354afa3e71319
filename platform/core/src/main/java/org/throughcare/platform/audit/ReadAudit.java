package org.throughcare.platform.audit;

import org.throughcare.platform.security.Caller;

/** Writes down who read whose file. */
public interface ReadAudit {

    /** On record within a second. */
    void read(Caller caller, String participant, String what);

    /** On record before this returns: break-glass, exports, subject access. */
    void readNow(Caller caller, String participant, String what, String reason);

    /** An attempt that was refused; on record within a second. */
    default void refused(Caller caller, String participant, String what) {}
}
