package org.throughcare.participant.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What everybody may know of assistance: what takes the participant's hours and until when, never what was put down in words. */
public record AssistanceSnapshot(String participant, String site, List<ObligationLine> obligations) {

    /** @param sanctioned a sanction for it is on record, be it over or not */
    public record ObligationLine(
            AssistanceProgramme programme,
            @Nullable Integer hoursAWeek,
            LocalDate from,
            @Nullable LocalDate until,
            boolean sanctioned) {}

    public static AssistanceSnapshot of(Assistance assistance) {
        return new AssistanceSnapshot(
                assistance.participant(),
                assistance.site(),
                assistance.obligations().stream()
                        .map(each -> new ObligationLine(
                                each.programme(),
                                each.hoursAWeek(),
                                each.from(),
                                each.until(),
                                assistance.sanctions().stream()
                                        .anyMatch(s -> s.obligation().equals(each.id()))))
                        .toList());
    }
}
