package org.throughcare.scheduling.cadence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.scheduling.known.KnownPolicy;
import org.throughcare.scheduling.known.Population;

/**
 * How often one programme wants a participant met, as its policy in force says (L3, L11).
 *
 * @param id the programme
 * @param version of the policy this comes from
 * @param asNeeded the site meets people as needed: no rhythm at all
 */
public record Rhythm(
        String id,
        int version,
        @Nullable Integer inCustody,
        @Nullable Integer nearRelease,
        List<Step> taper,
        boolean asNeeded) {

    /** @param untilDay the last day after release on which this step holds */
    public record Step(int untilDay, int everyDays) {}

    public Rhythm {
        taper = List.copyOf(taper);
    }

    public static Rhythm of(KnownPolicy policy) {
        KnownPolicy.Values v = policy.values();
        return new Rhythm(
                policy.programme(),
                policy.version(),
                v.meetEveryDaysInCustody(),
                v.meetEveryDaysNearRelease(),
                v.taper().stream()
                        .map(t -> new Step(t.untilDaysAfterRelease(), t.everyDays()))
                        .toList(),
                Boolean.TRUE.equals(v.meetAsNeeded()));
    }

    Optional<Integer> everyDays(Population population, @Nullable LocalDate releasedOn, LocalDate today) {
        if (asNeeded) {
            return Optional.empty();
        }
        return switch (population) {
            case IN_CUSTODY -> Optional.ofNullable(inCustody);
            case NEAR_RELEASE -> Optional.ofNullable(nearRelease);
            case RELEASED ->
                releasedOn == null ? Optional.empty() : step(releasedOn, today).map(Step::everyDays);
        };
    }

    /** The day on which the next step begins, if the taper has one after today. */
    Optional<LocalDate> nextStepOn(LocalDate releasedOn, LocalDate today) {
        return step(releasedOn, today).map(s -> releasedOn.plusDays(s.untilDay() + 1L));
    }

    private Optional<Step> step(LocalDate releasedOn, LocalDate today) {
        long day = ChronoUnit.DAYS.between(releasedOn, today);
        return taper.stream().filter(s -> day <= s.untilDay()).findFirst();
    }
}
