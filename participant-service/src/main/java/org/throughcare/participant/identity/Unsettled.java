package org.throughcare.participant.identity;

import java.util.List;
import java.util.UUID;

/**
 * What a merge leaves for staff to settle (H8). A merge is never refused for it: two records of one person are found while
 * both are worked on, and to end one of them first would put down an end that never was. So it is listed, at the merge and for
 * as long as it is so.
 */
public interface Unsettled {

    /** What is open under more ids than it should be, or under one where nothing more is recorded. */
    enum What {
        CASE,
        PARTICIPATION,
        HOUSEHOLD
    }

    /**
     * @param under the ids under which it is open
     * @param because what is the matter, in words
     * @param todo what settles it, in words
     */
    record Matter(What what, List<UUID> under, String because, String todo) {
        public Matter {
            under = List.copyOf(under);
        }
    }

    /** @param ids of one person, the one that stands for them first */
    List<Matter> of(List<UUID> ids);

    /**
     * @param open the ids under which it is, in the order of all ids
     * @param thing what it is, in words, such as "a case"
     * @return why it is to be settled, if it is
     */
    static List<Matter> matter(What what, String thing, List<UUID> ids, List<UUID> open) {
        if (ids.size() < 2 || open.isEmpty() || open.equals(List.of(ids.getFirst()))) {
            return List.of();
        }
        UUID survivor = ids.getFirst();
        return List.of(
                open.contains(survivor)
                        ? new Matter(
                                what,
                                open,
                                "Both records have " + thing + ". Work goes on under " + survivor
                                        + "; the other rests: it can be read, and counts nowhere"
                                        + (what == What.PARTICIPATION
                                                ? ", but what was given in it holds off the exit."
                                                : "."),
                                "See that " + survivor + " has all that is still needed from the other.")
                        : new Matter(
                                what,
                                open,
                                "There is " + thing + " under " + open.getFirst()
                                        + " alone, which is an alias: it can be read, but nothing more is recorded there.",
                                "Undo the merge and merge the other way round, or begin it under " + survivor + "."));
    }
}
