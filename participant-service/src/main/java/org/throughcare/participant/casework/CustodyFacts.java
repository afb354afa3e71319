package org.throughcare.participant.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.custody.Custody;
import org.throughcare.participant.custody.CustodySnapshot;
import org.throughcare.participant.custody.Population;

/**
 * What of custody matters to a case.
 *
 * @param release a release in the full sense; court, hospital and the like are none
 * @param withdrawn releases that were mistakes
 */
public record CustodyFacts(
        Population population,
        @Nullable LocalDate projectedRelease,
        @Nullable ReleaseFact release,
        List<UUID> withdrawn) {

    public record ReleaseFact(UUID id, LocalDate on) {}

    public CustodyFacts {
        withdrawn = List.copyOf(withdrawn);
    }

    static CustodyFacts none() {
        return new CustodyFacts(Population.IN_CUSTODY, null, null, List.of());
    }

    public static CustodyFacts of(Custody custody) {
        CustodySnapshot now = CustodySnapshot.of(custody);
        CustodySnapshot.ReleaseView release = now.release();
        return new CustodyFacts(
                now.population(),
                now.projectedRelease(),
                release == null || !release.kind().released() ? null : new ReleaseFact(release.id(), release.on()),
                now.withdrawn());
    }

    boolean released() {
        return release != null;
    }
}
