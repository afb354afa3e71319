package org.throughcare.participant.casework;

import java.math.BigDecimal;
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
 * participant from one to the other. A case counts as its level of care weighs (H5), and a change of level moves that weight
 * here. Past a limit a place needs a supervisor's reason. A case that has changed hands frees its place. The place of a case that
 * rests, because its participant turned out to be an alias of somebody with a case, is kept and counts for nothing (H8).
 */
public record Caseload(UUID staff, List<Place> places) {

    /** What an ordinary case counts for; weights are hundredths of it. */
    public static final int ORDINARY = 100;

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
     * @param weightPercent what the case counts for, in hundredths of an ordinary one; that of an ordinary one in places from
     *     before there were others
     * @param resting the same person counts by another of their cases, on this caseload or on another
     */
    public record Place(
            UUID id,
            Side side,
            Instant since,
            boolean confirmed,
            @Nullable String overLimitBecause,
            Integer weightPercent,
            Boolean resting) {
        public Place {
            weightPercent = weightPercent == null ? ORDINARY : weightPercent;
            resting = resting != null && resting;
        }
    }

    /** Why a place past the limit is taken, and whether by someone who may say so. */
    public record Grounds(@Nullable String reason, boolean supervisor) {}

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

    /** The places of those who count. */
    public List<Place> counted() {
        return places.stream().filter(place -> !place.resting()).toList();
    }

    /** How many people. */
    public long count(Side side) {
        return counted().stream().filter(place -> place.side() == side).count();
    }

    /** What they count for together, in hundredths of an ordinary case. */
    public int weightPercent(Side side) {
        return counted().stream()
                .filter(place -> place.side() == side)
                .mapToInt(Place::weightPercent)
                .sum();
    }

    public int weightPercent() {
        return counted().stream().mapToInt(Place::weightPercent).sum();
    }

    /** @param limit in ordinary cases */
    boolean hasRoomFor(int weight, Side side, int limit) {
        return weightPercent(side) + weight <= limit * ORDINARY;
    }

    /**
     * @param weight of the case, in hundredths of an ordinary one
     * @param limit in ordinary cases
     */
    Decision<Caseload> take(UUID participant, Side side, int weight, int limit, Grounds grounds, Instant now) {
        if (place(participant).isPresent()) {
            return Decision.unchanged();
        }
        boolean full = !hasRoomFor(weight, side, limit);
        String reason = grounds.reason();
        if (full && (reason == null || reason.isBlank() || !grounds.supervisor())) {
            return Decision.refuse(Refusal.conflict(
                    "L2",
                    "This worker has " + count(side) + " participants "
                            + (side == Side.BEFORE ? "before" : "after")
                            + " release, who count for " + inCases(weightPercent(side)) + " cases; with one more, of "
                            + inCases(weight) + ", the limit of " + limit
                            + " is passed: a supervisor can assign with a reason."));
        }
        Place taken = new Place(participant, side, now, false, full ? reason : null, weight, false);
        return Decision.accept(with(taken), new CaseloadEvent.PlaceTaken(participant, side));
    }

    /**
     * The case has this worker, whatever the limit says.
     *
     * @param resting the person counts by another case
     */
    Decision<Caseload> hold(UUID participant, Side side, int weight, boolean resting, Instant now) {
        Caseload next = holding(participant, side, weight, resting, now);
        return next.place(participant).equals(place(participant))
                ? Decision.unchanged()
                : Decision.accept(next, new CaseloadEvent.PlaceConfirmed(participant, side));
    }

    /** The caseload with this case on it. */
    Caseload holding(UUID participant, Side side, int weight, Instant now) {
        return holding(participant, side, weight, false, now);
    }

    private Caseload holding(UUID participant, Side side, int weight, boolean resting, Instant now) {
        @Nullable Place known = place(participant).orElse(null);
        return with(new Place(
                participant,
                side,
                known == null ? now : known.since(),
                true,
                known == null ? null : known.overLimitBecause(),
                weight,
                resting));
    }

    boolean has(UUID participant) {
        return place(participant).isPresent();
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

    /** A weight as people read it: 150 hundredths are 1.5 cases. */
    public static String inCases(int weightPercent) {
        return BigDecimal.valueOf(weightPercent, 2).stripTrailingZeros().toPlainString();
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
