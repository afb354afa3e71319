package org.throughcare.participant.custody;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;

/** Someone is held again: after a release, or back from court, hospital or a temporary absence. */
public final class RecordingAReturn {

    /**
     * @param facility asked for after a release; otherwise the one that was left in passing
     * @param bookingNumber of the new stay, if known
     * @param legalStatus on what grounds, from the day of the return on, if known
     */
    public record Asked(
            UUID participant,
            UUID id,
            LocalDate on,
            @Nullable String facility,
            @Nullable String bookingNumber,
            @Nullable LegalStatus legalStatus) {

        /** Never prints the number. */
        @Override
        public String toString() {
            return "Asked[" + id + "]";
        }
    }

    private final CustodyRecords custodies;
    private final BookingNumbers numbers;

    public RecordingAReturn(CustodyRecords custodies, BookingNumbers numbers) {
        this.custodies = custodies;
        this.numbers = numbers;
    }

    public Result<Custody> record(Command command, Asked asked) {
        String sealed = numbers.seal(asked.participant(), asked.bookingNumber(), null);
        return custodies.change(
                command,
                asked.participant(),
                (custody, c) -> Returning.back(
                        custody,
                        asked.id(),
                        asked.on(),
                        asked.facility(),
                        new Booking(sealed, LegalStanding.learned(asked.legalStatus(), asked.on(), c)),
                        c));
    }
}
