package org.throughcare.platform.security;

import java.util.List;

/** Whether a caller may open a participant's case. */
public interface CaseAccess {

    /**
     * May the caller read this participant's file? By team, site or role; or by break-glass, with a reason, which is
     * audited before the answer.
     *
     * @throws org.throughcare.platform.web.ProblemException 403 when not, 404 when there is no such case
     */
    void requireRead(Caller caller, String participant);

    /**
     * As {@link #requireRead}, where the answer is about all ids of one person (H8). The case of the record that stands for the
     * person opens all of them, and where that has none an alias's; otherwise the case of an alias opens what is under the alias, as
     * it did before the merge, and no more.
     *
     * @return the ids whose part of the file is open to the caller, the survivor's first where it is among them
     */
    default List<String> requireReadOfPerson(Caller caller, String participant) {
        requireRead(caller, participant);
        return List.of(participant);
    }

    /** As {@link #requireRead}; monitors never may. */
    void requireWrite(Caller caller, String participant);
}
