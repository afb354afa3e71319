package org.throughcare.participant.reports;

import java.util.List;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;
import org.throughcare.platform.json.Documents;

/** What work lists read of enrolments as announced: through the store's form, as when they are running. */
final class Reading {

    private Reading() {}

    static List<Known.Participation> of(List<EnrolmentSnapshot> announced) {
        return announced.stream()
                .map(each -> Documents.read(Documents.of(each), Known.Participation.class))
                .toList();
    }
}
