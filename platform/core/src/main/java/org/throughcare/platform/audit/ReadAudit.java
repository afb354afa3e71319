package org.throughcare.platform.audit;

import java.util.Collection;
import java.util.List;
import org.throughcare.platform.security.Caller;

/** Writes down who read whose file. */
public interface ReadAudit {

    /** On record within a second. */
    void read(Caller caller, String participant, String what);

    /** On record before this returns: break-glass, exports, subject access. */
    default void readNow(Caller caller, String participant, String what, String reason) {
        readNow(caller, List.of(participant), what, reason);
    }

    /**
     * As {@link #readNow(Caller, String, String, String)}, for everybody in what is about to be answered: one write for all of them,
     * in their order, each of them once. All of it is on record before this returns; when it throws, some may be, and nothing may be
     * shown.
     */
    void readNow(Caller caller, Collection<String> participants, String what, String reason);

    /** An attempt that was refused; on record within a second. */
    default void refused(Caller caller, String participant, String what) {}
}
