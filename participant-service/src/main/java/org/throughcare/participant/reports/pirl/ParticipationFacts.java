package org.throughcare.participant.reports.pirl;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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

    /**
     * The participant's periods, oldest first; those that never started are no participation. Periods that overlap, because they were
     * recorded under two ids of one person, are one participation (Y5, H8).
     */
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
        all.sort(Comparator.comparing(ParticipationFacts::entry));
        List<ParticipationFacts> joined = new ArrayList<>();
        for (ParticipationFacts each : all) {
            if (!joined.isEmpty() && joined.getLast().goesOnAfter(each.entry())) {
                joined.add(joined.removeLast().and(each));
            } else {
                joined.add(each);
            }
        }
        return joined;
    }

    private boolean goesOnAfter(LocalDate day) {
        return exit == null || exit.on().isAfter(day);
    }

    private ParticipationFacts and(ParticipationFacts later) {
        boolean lasts = later.goesOnAfter(exit == null ? LocalDate.MAX : exit.on());
        ParticipationFacts last = lasts ? later : this;
        return new ParticipationFacts(
                participant,
                caseNumber,
                entry,
                both(programmes, later.programmes),
                both(services, later.services),
                last.exit,
                both(jobs, later.jobs),
                last.checkIns,
                atEntry);
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
