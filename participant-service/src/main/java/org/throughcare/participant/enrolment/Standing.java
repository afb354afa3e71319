package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far an enrolment has come: what tells which of several enrolments of one person counts (H8). */
public interface Standing {

    String participant();

    Enrolment.State state();

    EnrolmentSnapshot.@Nullable LastService lastService();

    EnrolmentSnapshot.@Nullable Ended exit();

    /**
     * Whether the other, under another id of the same person, has nothing to say beside this one: this one runs, or it ended on the
     * day of the other's last service or after.
     */
    default boolean standsFor(Standing other) {
        EnrolmentSnapshot.Ended exit = exit();
        EnrolmentSnapshot.LastService last = other.lastService();
        return state() == Enrolment.State.PARTICIPATING
                || exit != null && last != null && !exit.on().isBefore(last.on());
    }

    /**
     * The one that runs, else the one that ended last, else the first.
     *
     * @param all of one person, the one that is worked with first; empty when there is none
     */
    static <T extends Standing> Optional<T> counting(List<T> all) {
        return all.stream()
                .filter(each -> each.state() == Enrolment.State.PARTICIPATING)
                .filter(each -> all.subList(0, all.indexOf(each)).stream().noneMatch(other -> other.standsFor(each)))
                .findFirst()
                .or(() -> all.stream()
                        .filter(each -> each.exit() != null)
                        .reduce((one, other) -> endedOn(other).isAfter(endedOn(one)) ? other : one))
                .or(() -> all.stream().findFirst());
    }

    private static LocalDate endedOn(Standing of) {
        EnrolmentSnapshot.Ended ended = of.exit();
        return ended == null ? LocalDate.MIN : ended.on();
    }
}
