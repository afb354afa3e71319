package org.throughcare.acceptance.year;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a table says of one participant by the evening of a day; all days are days at the site. */
final class Dates {

    /** @param doneOn null while it is to be made */
    record CheckIn(int month, LocalDate dueOn, @Nullable LocalDate doneOn) {

        @Override
        public String toString() {
            return "month " + month + " due " + dueOn + (doneOn == null ? "" : " done " + doneOn);
        }
    }

    record Exit(String kind, LocalDate on, LocalDate decidedOn, boolean positive) {

        @Override
        public String toString() {
            return kind + " on " + on + " decided " + decidedOn + (positive ? " positive" : "");
        }
    }

    /** The first day of participation. */
    @Nullable
    LocalDate began;

    /** From the release to the first contact and the first service. */
    int daysFromRelease;

    @Nullable
    LocalDate endsOn;

    @Nullable
    LocalDate warnsOn;

    @Nullable
    LocalDate reviewDueOn;

    @Nullable
    LocalDate gapUntil;

    @Nullable
    Exit exit;

    @Nullable
    LocalDate followedUpUntil;

    boolean placed;
    final List<CheckIn> checkIns = new ArrayList<>();

    Dates copy() {
        Dates copy = new Dates();
        copy.began = began;
        copy.daysFromRelease = daysFromRelease;
        copy.endsOn = endsOn;
        copy.warnsOn = warnsOn;
        copy.reviewDueOn = reviewDueOn;
        copy.gapUntil = gapUntil;
        copy.exit = exit;
        copy.followedUpUntil = followedUpUntil;
        copy.placed = placed;
        copy.checkIns.addAll(checkIns);
        return copy;
    }

    /** Those that are still to be made. */
    List<CheckIn> open() {
        return checkIns.stream().filter(each -> each.doneOn() == null).toList();
    }
}
