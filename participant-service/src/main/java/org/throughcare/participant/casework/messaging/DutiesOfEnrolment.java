package org.throughcare.participant.casework.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.throughcare.participant.casework.OpenDuties;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/**
 * A case stays open while someone takes part in a programme, and while a follow-up is still due (L1). It looks at the
 * enrolment itself: a copy would for a moment not know of what has just begun.
 */
final class DutiesOfEnrolment implements OpenDuties {

    private final Aggregates<Enrolment> enrolments;

    DutiesOfEnrolment(Aggregates<Enrolment> enrolments) {
        this.enrolments = enrolments;
    }

    @Override
    public List<String> of(UUID participant) {
        List<String> open = new ArrayList<>();
        enrolments
                .find(participant.toString())
                .map(Stored::state)
                .map(EnrolmentSnapshot::of)
                .ifPresent(now -> {
                    if (now.state() == Enrolment.State.PARTICIPATING) {
                        open.add("the participation goes on");
                    }
                    now.followUps().stream()
                            .filter(each -> each.doneOn() == null)
                            .forEach(each -> open.add("the follow-up due on " + each.dueOn()));
                });
        return open;
    }
}
