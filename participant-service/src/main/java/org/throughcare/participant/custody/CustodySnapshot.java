package org.throughcare.participant.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Custody as the other services know it.
 *
 * @param release the one that stands; none after it was withdrawn or ended by a return
 * @param withdrawn ids of releases that were taken back, so that their effects can be, whichever event is heard
 */
public record CustodySnapshot(
        UUID participant,
        UUID site,
        String zone,
        Population population,
        @Nullable String facility,
        @Nullable LocalDate custodySince,
        @Nullable LocalDate projectedRelease,
        @Nullable ReleaseView release,
        List<UUID> withdrawn) {

    /** A release without who recorded it and why. */
    public record ReleaseView(UUID id, LocalDate on, Instant recordedAt, ReleaseKind kind, boolean settled) {}

    public CustodySnapshot {
        withdrawn = List.copyOf(withdrawn);
    }

    public static CustodySnapshot of(Custody custody) {
        @Nullable Stay stay = custody.stay();
        @Nullable Release release = custody.release();
        return new CustodySnapshot(
                custody.participant(),
                custody.site(),
                custody.zone().getId(),
                custody.population(),
                stay == null ? null : stay.facility(),
                stay == null ? null : stay.from(),
                custody.expectedRelease(),
                release == null
                        ? null
                        : new ReleaseView(
                                release.id(), release.on(), release.recordedAt(), release.kind(), release.settled()),
                Stream.concat(
                                custody.releases().stream()
                                        .filter(Release::withdrawn)
                                        .map(Release::id),
                                custody.withdrawnUnheard().stream().map(Custody.EarlyWithdrawal::id))
                        .toList());
    }
}
