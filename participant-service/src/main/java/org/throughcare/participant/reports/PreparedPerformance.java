package org.throughcare.participant.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Where counted performances of sites are kept, of the grantee in scope. */
public interface PreparedPerformance {

    /** @param took how long it took to count */
    record Kept(SitePerformance performance, Duration took) {}

    /** Those that are kept of these sites. */
    List<Kept> of(Collection<String> sites);

    void keep(Kept counted);

    /**
     * Whether the caller may count this site now: nobody else has taken it on, or whoever did came to no end.
     *
     * @param until when it is free again, unless it is kept before
     */
    boolean takeOn(String site, Instant now, Instant until);
}
