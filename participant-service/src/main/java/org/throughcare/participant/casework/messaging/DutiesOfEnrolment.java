package org.throughcare.participant.casework.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.throughcare.participant.casework.OpenDuties;
import org.throughcare.participant.enrolment.Enrolment;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/**
 * A case stays open while someone takes part in a programme, and while a follow-up is still due (L1). It looks at the
 * enrolment itself: a copy would for a moment not know of what has just begun. Somebody with several ids takes part as long as they
 * do under any of them; follow-ups are those of one enrolment, because the others repeat them and are recorded no more (H8).
 */
final class DutiesOfEnrolment implements OpenDuties {

    private final Aggregates<Enrolment> enrolments;
    private final Aliases aliases;

    DutiesOfEnrolment(Aggregates<Enrolment> enrolments, Aliases aliases) {
        this.enrolments = enrolments;
        this.aliases = aliases;
    }

    @Override
    public List<String> of(UUID participant) {
        List<EnrolmentSnapshot> all = aliases.allOf(participant).stream()
                .flatMap(id -> enrolments.find(id.toString()).stream())
                .map(Stored::state)
                .map(EnrolmentSnapshot::of)
                .toList();
        List<String> open = new ArrayList<>();
        EnrolmentSnapshot.ofPerson(all)
                .filter(now -> now.state() == Enrolment.State.PARTICIPATING)
                .ifPresent(now -> open.add("the participation goes on"));
        all.stream()
                .filter(now -> now.state() != Enrolment.State.NOT_PARTICIPATING)
                .findFirst()
                .ifPresent(now -> now.followUps().stream()
                        .filter(each -> each.doneOn() == null)
                        .forEach(each -> open.add("the follow-up due on " + each.dueOn())));
        return open;
    }
}
