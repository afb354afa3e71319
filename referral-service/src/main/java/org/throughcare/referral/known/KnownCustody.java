package org.throughcare.referral.known;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Custody as last announced. Dates are days at the site.
 *
 * @param population IN_CUSTODY, NEAR_RELEASE or RELEASED
 */
public record KnownCustody(
        String participant,
        String site,
        String zone,
        String population,
        @Nullable LocalDate projectedRelease,
        @Nullable KnownRelease release) {

    /** The release that stands. */
    public record KnownRelease(String id, LocalDate on, String kind) {}

    /** The day on which what starts with the release starts: the release itself, else the day it is expected. */
    public @Nullable LocalDate startOnRelease() {
        return population.equals("RELEASED") && release != null ? release.on() : projectedRelease;
    }

    /** What that day rests on, for the record. */
    public String cause() {
        return population.equals("RELEASED") && release != null ? "release:" + release.id() : "projected-release";
    }
}
