package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job that was found (C3).
 *
 * @param startedOn first day of employment, from which the adult follow-up clock runs (N8)
 * @param onet occupation code, if known
 */
public record Placement(
        String id,
        String employer,
        String jobTitle,
        LocalDate startedOn,
        Pay pay,
        boolean benefits,
        @Nullable String onet,
        SelfSufficiencyStandard.Comparison selfSufficiency,
        List<Retention> retention,
        LocalDate recordedOn,
        String by) {

    /** A look at whether the job lasts. */
    public record Retention(
            String id,
            LocalDate on,
            boolean employed,
            boolean sameEmployer,
            @Nullable Pay pay,
            String by) {}

    public Placement {
        retention = List.copyOf(retention);
    }

    Placement checked(Retention check) {
        List<Retention> all = new ArrayList<>(retention);
        all.add(check);
        return new Placement(
                id, employer, jobTitle, startedOn, pay, benefits, onet, selfSufficiency, all, recordedOn, by);
    }
}
