package org.throughcare.participant.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Refusal;

/**
 * Whom one worker is the primary worker of, under the worker's id: one document, so that its limits hold however many assign
 * at the same time (L2).
 *
 * <p>Life: a place is taken before the case gets its worker, and confirmed when the case says so; a place whose case went
 * another way is free again after a short while. Before and after release are counted apart, and a release moves a
 * participant from one to the other. Past a limit a place needs a supervisor's reason. A case that has changed hands frees
 * its place.
 */
public record Caseload(UUID staff, List<Place> places) {

    static final Duration UNCONFIRMED_FOR = Duration.ofMinutes(15);

    /** Limits differ before and after release. */
    public enum Side {
        BEFORE,
        AFTER
    }

    /**
     * @param id the participant's
     * @param confirmed the case has this worker
     * @param overLimitBecause a supervisor's reason
     */
    public record Place(
            UUID id,
            Side side,
            Instant since,
            boolean confirmed,
            @Nullable String overLimitBecause) {}

    /** Why a place past the limit is taken, and whether by someone who may say so. */
    public record Grounds(@Nullable String reason, boolean supervisor) {
        static Grounds none() {
            return new Grounds(null, false);
        }
    }

    /** What can happen to a caseload. */
    public sealed interface CaseloadEvent extends Happened {

        record PlaceTaken(UUID participant, Side side) implements CaseloadEvent {}

        record PlaceConfirmed(UUID participant, Side side) implements CaseloadEvent {}

        record PlaceFreed(UUID participant) implements CaseloadEvent {}
    }

    public Caseload {
        places = List.copyOf(places);
    }

    static Caseload of(UUID staff) {
        return new Caseload(staff, List.of());
    }

    public long count(Side side) {
        return places.stream().filter(place -> place.side() == side).count();
    }

    Decision<Caseload> take(UUID participant, Side side, int limit, Grounds grounds, Instant now) {
        if (place(participant).isPresent()) {
            return Decision.unchanged();
        }
        boolean full = count(side) >= limit;
        String reason = grounds.reason();
        if (full && (reason == null || reason.isBlank() || !grounds.supervisor())) {
            return Decision.refuse(Refusal.conflict(
                    "L2",
                    "This worker has " + count(side) + " participants "
                            + (side == Side.BEFORE ? "before" : "after")
                            + " release, and the limit is " + limit + ": a supervisor can assign with a reason."));
        }
        Place taken = new Place(participant, side, now, false, full ? reason : null);
        return Decision.accept(with(taken), new CaseloadEvent.PlaceTaken(participant, side));
    }

    /** The case has this worker, whatever the limit says. */
    Decision<Caseload> hold(UUID participant, Side side, Instant now) {
        @Nullable Place known = place(participant).orElse(null);
        if (known != null && known.confirmed() && known.side() == side) {
            return Decision.unchanged();
        }
        Place held = new Place(
                participant,
                side,
                known == null ? now : known.since(),
                true,
                known == null ? null : known.overLimitBecause());
        return Decision.accept(with(held), new CaseloadEvent.PlaceConfirmed(participant, side));
    }

    Decision<Caseload> free(UUID participant) {
        return place(participant).isEmpty()
                ? Decision.unchanged()
                : Decision.accept(without(participant), new CaseloadEvent.PlaceFreed(participant));
    }

    /** A place that was taken for nothing. */
    Decision<Caseload> giveBack(UUID participant) {
        return place(participant).filter(place -> !place.confirmed()).isPresent()
                ? free(participant)
                : Decision.unchanged();
    }

    /** When the oldest place that no case confirmed is free again. */
    public @Nullable Instant dueAt() {
        return places.stream()
                .filter(place -> !place.confirmed())
                .map(place -> place.since().plus(UNCONFIRMED_FOR))
                .min(Instant::compareTo)
                .orElse(null);
    }

    public Decision<Caseload> visit(Instant now) {
        return places.stream()
                .filter(place ->
                        !place.confirmed() && !now.isBefore(place.since().plus(UNCONFIRMED_FOR)))
                .findFirst()
                .map(place -> free(place.id()))
                .orElseGet(Decision::unchanged);
    }

    private Optional<Place> place(UUID participant) {
        return places.stream().filter(each -> each.id().equals(participant)).findFirst();
    }

    private Caseload with(Place place) {
        List<Place> next = new ArrayList<>(without(place.id()).places());
        next.add(place);
        return new Caseload(staff, next);
    }

    private Caseload without(UUID participant) {
        return new Caseload(
                staff,
                places.stream().filter(each -> !each.id().equals(participant)).toList());
    }
}
