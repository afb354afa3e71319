package org.throughcare.scheduling.known;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One version of a programme's policy, as published. */
public record KnownPolicy(
        String id, String programme, @Nullable String site, int version, LocalDate effectiveFrom, Values values) {

    /** What scheduling asks of a policy; absent numbers mean the programme says nothing of it. Days unless said. */
    public record Values(
            @Nullable Integer meetEveryDaysInCustody,
            @Nullable Integer meetEveryDaysNearRelease,
            List<Taper> taper,
            @Nullable Boolean meetAsNeeded,
            @Nullable Integer firstContactBusinessDays) {

        public Values {
            taper = taper == null ? List.of() : List.copyOf(taper);
        }
    }

    /** @param untilDaysAfterRelease the last day, counted from release, on which this step holds */
    public record Taper(int untilDaysAfterRelease, int everyDays) {}
}
