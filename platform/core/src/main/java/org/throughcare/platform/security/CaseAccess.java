package org.throughcare.platform.security;

/** Whether a caller may open a participant's case. */
public interface CaseAccess {

    /**
     * May the caller read this participant's file? By team, site or role; or by break-glass, with a reason, which is
     * audited before the answer.
     *
     * @throws org.throughcare.platform.web.ProblemException 403 when not, 404 when there is no such case
     */
    void requireRead(Caller caller, String participant);

    /** As {@link #requireRead}; monitors never may. */
    void requireWrite(Caller caller, String participant);
}
