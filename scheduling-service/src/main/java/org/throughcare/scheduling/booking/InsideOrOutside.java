package org.throughcare.scheduling.booking;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.scheduling.known.KnownCustody;
import org.throughcare.scheduling.known.KnownCustody.Release;
import org.throughcare.scheduling.known.Population;
import org.throughcare.scheduling.known.Setting;

/**
 * L15: nobody is met inside a jail from the day of release on, nor outside before it. While the date is only projected, its
 * own day allows both. A virtual meeting is on neither side of the wall.
 */
public final class InsideOrOutside {

    private final KnownCustody custody;

    public InsideOrOutside(KnownCustody custody) {
        this.custody = custody;
    }

    public Optional<Refusal> refusal(Setting setting, LocalDate day) {
        if (custody.death().isPresent()) {
            return no("The participant has died.");
        }
        if (setting == Setting.VIRTUAL) {
            return Optional.empty();
        }
        Optional<Release> release = custody.standing();
        if (release.isPresent()) {
            LocalDate on = release.get().on();
            if (setting == Setting.JAIL && !day.isBefore(on)) {
                return no("The participant was released on " + on + "; a meeting inside a jail cannot be on " + day
                        + ".");
            }
            if (setting == Setting.COMMUNITY && day.isBefore(on)) {
                return no(
                        "The participant was in custody until " + on + "; a meeting outside cannot be on " + day + ".");
            }
            return Optional.empty();
        }
        if (custody.population() == Population.RELEASED) {
            return setting == Setting.JAIL
                    ? no("The participant is not in custody; nobody can be met inside a jail.")
                    : Optional.empty();
        }
        @Nullable LocalDate projected = custody.projectedRelease();
        if (setting == Setting.JAIL && projected != null && day.isAfter(projected)) {
            return no("Release is projected for " + projected + "; a meeting inside a jail cannot be on " + day + ".");
        }
        if (setting == Setting.COMMUNITY && (projected == null || day.isBefore(projected))) {
            return no(
                    projected == null
                            ? "The participant is in custody and no release date is known; nobody can be met outside yet."
                            : "Release is projected for " + projected + "; a meeting outside cannot be on " + day
                                    + ".");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> no(String reason) {
        return Optional.of(Refusal.invalid("L15", "setting", reason));
    }
}
