package org.throughcare.participant.reports.hud;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What case management had to do with one person, as far as it was announced.
 *
 * @param planSince day on which the individual plan started
 * @param assessedOn days on which an assessment was completed
 * @param metOn days of contact face to face
 * @param tookPartOn days on which they took part in a family plan
 */
public record Involvement(
        @Nullable LocalDate planSince,
        NavigableSet<LocalDate> assessedOn,
        NavigableSet<LocalDate> metOn,
        NavigableSet<LocalDate> tookPartOn) {

    public static Involvement none() {
        return new Involvement(null, new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    }

    /** Of one person under two records, or under a record and a place on the roster. */
    public Involvement and(Involvement other) {
        return new Involvement(
                Stream.of(Optional.ofNullable(planSince), Optional.ofNullable(other.planSince))
                        .flatMap(Optional::stream)
                        .min(LocalDate::compareTo)
                        .orElse(null),
                both(assessedOn, other.assessedOn),
                both(metOn, other.metOn),
                both(tookPartOn, other.tookPartOn));
    }

    private static NavigableSet<LocalDate> both(NavigableSet<LocalDate> one, NavigableSet<LocalDate> other) {
        TreeSet<LocalDate> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }
}
