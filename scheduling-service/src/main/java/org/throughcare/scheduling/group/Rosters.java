package org.throughcare.scheduling.group;

import java.util.List;
import org.throughcare.platform.aggregate.Stored;

/** Groups by those who are in them, of the grantee in scope. */
public interface Rosters {

    /** Where this participant has a seat, waits, or did either before. */
    List<Stored<GroupSeries>> concerning(String participant);
}
