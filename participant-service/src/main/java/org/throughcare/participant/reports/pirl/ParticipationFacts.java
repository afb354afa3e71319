package org.throughcare.participant.reports.pirl;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.enrolment.Eligibility;
import org.throughcare.participant.enrolment.EnrolmentSnapshot;

/** One period of participation, which is one row. */
public record ParticipationFacts(
        String participant,
        String caseNumber,
        LocalDate entry,
        List<EnrolmentSnapshot.InProgramme> programmes,
        List<EnrolmentSnapshot.Service> services,
        EnrolmentSnapshot.@Nullable Ended exit,
        List<EnrolmentSnapshot.Job> jobs,
        List<EnrolmentSnapshot.CheckIn> checkIns,
        Eligibility.@Nullable AtEntry atEntry) {

    /** The participant's periods, oldest first; those that never started are no participation. */
    public static List<ParticipationFacts> of(EnrolmentSnapshot e, String caseNumber) {
        List<ParticipationFacts> all = new ArrayList<>();
        for (EnrolmentSnapshot.EarlierPeriod p : e.earlier()) {
            LocalDate start = p.participationStart();
            if (start != null) {
                all.add(new ParticipationFacts(
                        e.participant(),
                        caseNumber,
                        start,
                        p.programmes(),
                        p.services(),
                        p.exit(),
                        p.placements(),
                        p.followUps(),
                        e.atEntry()));
            }
        }
        LocalDate start = e.participationStart();
        if (start != null) {
            all.add(new ParticipationFacts(
                    e.participant(),
                    caseNumber,
                    start,
                    e.programmes(),
                    e.services(),
                    e.exit(),
                    e.placements(),
                    e.followUps(),
                    e.atEntry()));
        }
        return all;
    }
}
