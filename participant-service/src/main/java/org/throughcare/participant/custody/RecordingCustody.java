package org.throughcare.participant.custody;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.identity.Aliases;
import org.throughcare.participant.identity.Participant;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/** The custody a participant is met in goes on record. */
public final class RecordingCustody {

    /**
     * @param bookingNumber the jail's number for the stay, if known
     * @param legalStatus on what grounds, if known
     * @param legalStatusSince from which day on; from the beginning of the stay when left out
     * @param source where the projected date is from; the jail's records when left out
     */
    public record Asked(
            UUID participant,
            String facility,
            LocalDate since,
            @Nullable String bookingNumber,
            @Nullable LegalStatus legalStatus,
            @Nullable LocalDate legalStatusSince,
            @Nullable LocalDate projectedRelease,
            @Nullable DateSource source) {

        /** Never prints the number. */
        @Override
        public String toString() {
            return "Asked[" + participant + "]";
        }
    }

    private final Aggregates<Custody> custodies;
    private final Aggregates<Participant> participants;
    private final CustodyTerms terms;
    private final BookingNumbers numbers;
    private final Aliases aliases;

    public RecordingCustody(
            Aggregates<Custody> custodies,
            Aggregates<Participant> participants,
            CustodyTerms terms,
            BookingNumbers numbers,
            Aliases aliases) {
        this.custodies = custodies;
        this.participants = participants;
        this.terms = terms;
        this.numbers = numbers;
        this.aliases = aliases;
    }

    public Result<Custody> record(Command command, Asked asked) {
        @Nullable
        Participant participant = participants
                .find(asked.participant().toString())
                .map(stored -> stored.state())
                .orElse(null);
        if (participant == null) {
            return new Result.Missing<>();
        }
        Refusal closed = aliases.closed(asked.participant());
        if (closed != null) {
            return new Result.Refused<>(closed);
        }
        String sealed = numbers.seal(asked.participant(), asked.bookingNumber(), null);
        LocalDate legalSince = asked.legalStatusSince() == null ? asked.since() : asked.legalStatusSince();
        return custodies.create(
                command,
                asked.participant().toString(),
                () -> terms.at(participant.site())
                        .map(c -> Custody.record(
                                asked.participant(),
                                participant.site(),
                                participant.zone(),
                                asked.facility(),
                                asked.since(),
                                new Booking(sealed, LegalStanding.learned(asked.legalStatus(), legalSince, c)),
                                projected(command, asked, c),
                                c))
                        .orElseGet(() -> Decision.refuse(
                                Refusal.invalid("site", "site", "The participant's site is not set up."))));
    }

    private static Custody.@Nullable ProjectedDate projected(Command command, Asked asked, Custody.Circumstances c) {
        DateSource source = asked.source();
        return asked.projectedRelease() == null
                ? null
                : new Custody.ProjectedDate(
                        Command.derived("projected-date", asked.participant().toString(), command.id()),
                        asked.projectedRelease(),
                        source == null ? DateSource.JAIL_RECORDS : source,
                        c.now(),
                        c.by());
    }
}
