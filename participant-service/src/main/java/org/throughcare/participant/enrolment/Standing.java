package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far an enrolment has come: what tells which of several enrolments of one person counts (H8). */
public interface Standing {

    String participant();

    Enrolment.State state();

    /** The current period. */
    String period();

    EnrolmentSnapshot.@Nullable LastService lastService();

    EnrolmentSnapshot.@Nullable Ended exit();

    /** Periods under the person's other ids that are one participation with the current one; null as none. */
    @Nullable
    List<String> oneWith();

    /**
     * Whether the other, under another id of the same person, has nothing to say beside this one: this one runs, or it ended on the
     * day of the other's last service or after, or nothing of the other, which is one participation with it, is proven.
     */
    default boolean standsFor(Standing other) {
        EnrolmentSnapshot.Ended exit = exit();
        EnrolmentSnapshot.LastService last = other.lastService();
        if (exit == null || last == null) {
            return state() == Enrolment.State.PARTICIPATING;
        }
        List<String> one = oneWith();
        return !exit.on().isBefore(last.on()) || !last.proven() && one != null && one.contains(other.period());
    }

    /**
     * The one that runs, else the one that ended last, else the first; of those for whom none before them stands.
     *
     * @param all of one person, the one that is worked with first; empty when there is none
     */
    static <T extends Standing> Optional<T> counting(List<T> all) {
        List<T> standing = all.stream()
                .filter(each -> all.subList(0, all.indexOf(each)).stream().noneMatch(other -> other.standsFor(each)))
                .toList();
        return standing.stream()
                .filter(each -> each.state() == Enrolment.State.PARTICIPATING)
                .findFirst()
                .or(() -> standing.stream()
                        .filter(each -> each.exit() != null)
                        .reduce((one, other) -> endedOn(other).isAfter(endedOn(one)) ? other : one))
                .or(() -> standing.stream().findFirst());
    }

    private static LocalDate endedOn(Standing of) {
        EnrolmentSnapshot.Ended ended = of.exit();
        return ended == null ? LocalDate.MIN : ended.on();
    }
}
