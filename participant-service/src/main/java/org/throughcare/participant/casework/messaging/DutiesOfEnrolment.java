package org.throughcare.participant.casework.messaging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.casework.OpenDuties;
import org.throughcare.platform.store.Copies;

/** A case stays open while someone takes part in a programme, and while a follow-up is still due (L1). */
final class DutiesOfEnrolment implements OpenDuties {

    /** What of an enrolment a case wants to know. */
    record EnrolmentCopy(@Nullable String state, @Nullable List<FollowUpCopy> followUps) {}

    record FollowUpCopy(@Nullable LocalDate dueOn, @Nullable LocalDate doneOn) {}

    private final Copies<EnrolmentCopy> enrolments;

    DutiesOfEnrolment(Copies<EnrolmentCopy> enrolments) {
        this.enrolments = enrolments;
    }

    @Override
    public List<String> of(UUID participant) {
        List<String> open = new ArrayList<>();
        enrolments.find(participant.toString()).ifPresent(copy -> {
            if ("PARTICIPATING".equals(copy.snapshot().state())) {
                open.add("the participation goes on");
            }
            List<FollowUpCopy> followUps = copy.snapshot().followUps();
            if (followUps != null) {
                followUps.stream()
                        .filter(each -> each.doneOn() == null && each.dueOn() != null)
                        .forEach(each -> open.add("the follow-up due on " + each.dueOn()));
            }
        });
        return open;
    }
}
