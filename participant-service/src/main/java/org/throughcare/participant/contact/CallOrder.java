package org.throughcare.participant.contact;

import java.time.LocalDate;
import java.util.List;

/**
 * In which order a participant is tried on one day (L9), and what is left out of it.
 *
 * @param day at the participant's site
 * @param stableReachable whether a way to the stable relative or friend is among what is tried
 */
public record CallOrder(LocalDate day, List<Turn> toTry, List<LeftOut> leftOut, boolean stableReachable) {

    /**
     * @param turn from 1
     * @param because why it has this turn, in words
     */
    public record Turn(int turn, Contact contact, String because) {}

    /** @param because why it is not tried on this day, in words */
    public record LeftOut(Contact contact, String because) {}

    public CallOrder {
        toTry = List.copyOf(toTry);
        leftOut = List.copyOf(leftOut);
    }
}
