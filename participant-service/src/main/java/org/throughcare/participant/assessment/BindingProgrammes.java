package org.throughcare.participant.assessment;

import java.util.List;
import org.throughcare.participant.policy.Programme;

/** Whose rules bind a participant: the programmes they are enrolled in, or the site's own before there is one. */
public interface BindingProgrammes {

    /** Never empty. */
    List<Programme> of(String participant, String site);
}
