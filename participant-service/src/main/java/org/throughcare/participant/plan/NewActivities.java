package org.throughcare.participant.plan;

import java.util.List;
import org.throughcare.participant.enrolment.NewActivity;

/** Which activity a service brings that the plan may not hold yet (N11). */
public interface NewActivities {

    /** As the enrolment is now; empty when the service is more of what there was. */
    List<NewActivity> by(String participant, String service);
}
