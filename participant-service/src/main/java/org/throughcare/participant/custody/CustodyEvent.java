package org.throughcare.participant.custody;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Happened;

/** What can happen to a custody record. */
public sealed interface CustodyEvent extends Happened {

    record CustodyRecorded(String facility, LocalDate since) implements CustodyEvent {}

    record ProjectedReleaseChanged(
            @Nullable LocalDate from, @Nullable LocalDate to, DateSource source) implements CustodyEvent {}

    record NearReleaseReached(LocalDate projectedRelease) implements CustodyEvent {}

    record ReleaseRecorded(UUID release, LocalDate on, ReleaseKind kind) implements CustodyEvent {}

    /** @param afterSettling what cannot be undone may have been done on its account */
    record ReleaseWithdrawn(UUID release, boolean afterSettling) implements CustodyEvent {}

    record ReleaseSettled(UUID release) implements CustodyEvent {}

    record ReturnedToCustody(
            UUID release, LocalDate on, @Nullable String facility) implements CustodyEvent {}

    /** The return was a mistake; the release stands again. */
    record ReturnWithdrawn(UUID returned, UUID release) implements CustodyEvent {}

    /** The jail's number or the legal status, which leave this service in no event. */
    record BookingChanged() implements CustodyEvent {}

    /** The participant goes on at another site. */
    record CustodyMoved(UUID from, UUID to) implements CustodyEvent {}
}
