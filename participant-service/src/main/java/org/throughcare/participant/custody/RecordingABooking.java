package org.throughcare.participant.custody;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;

/** The jail's number for the stay, or the grounds on which the person is held, become known or change (L10). */
public final class RecordingABooking {

    /** @param since the day from which the legal status holds; today when left out */
    public record Asked(
            UUID participant,
            @Nullable String number,
            @Nullable LegalStatus status,
            @Nullable LocalDate since) {

        /** Never prints the number. */
        @Override
        public String toString() {
            return "Asked[" + participant + "]";
        }
    }

    private final CustodyRecords custodies;
    private final BookingNumbers numbers;

    public RecordingABooking(CustodyRecords custodies, BookingNumbers numbers) {
        this.custodies = custodies;
        this.numbers = numbers;
    }

    public Result<Custody> record(Command command, Asked asked) {
        return custodies.change(command, asked.participant(), (custody, c) -> {
            Stay stay = custody.stay();
            String kept = stay == null ? null : stay.bookingNumber();
            LocalDate since = asked.since() == null ? custody.day(c.now()) : asked.since();
            return custody.book(
                    new Booking(
                            numbers.seal(asked.participant(), asked.number(), kept),
                            LegalStanding.learned(asked.status(), since, c)),
                    c);
        });
    }
}
