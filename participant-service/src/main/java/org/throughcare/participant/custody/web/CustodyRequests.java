package org.throughcare.participant.custody.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.custody.DateSource;
import org.throughcare.participant.custody.LegalStatus;
import org.throughcare.participant.custody.RecordingABooking;
import org.throughcare.participant.custody.RecordingARelease;
import org.throughcare.participant.custody.RecordingAReturn;
import org.throughcare.participant.custody.RecordingCustody;
import org.throughcare.participant.custody.ReleaseKind;

/** What the custody paths are sent. Those with a booking number never print it. */
final class CustodyRequests {

    private static final int NUMBER = 40;

    private CustodyRequests() {}

    /**
     * Where the participant is held, and since when.
     *
     * @param since first day of the stay, at the site
     * @param bookingNumber the jail's own number for this stay
     * @param legalStatusSince from {@code since} on when left out
     * @param projectedRelease left out while nobody knows
     * @param source who says when the release will be; the jail's records when left out
     */
    record CustodyRequest(
            @NotBlank @Size(max = 200) String facility,
            @NotNull LocalDate since,
            @Nullable @Size(max = NUMBER) String bookingNumber,
            @Nullable LegalStatus legalStatus,
            @Nullable LocalDate legalStatusSince,
            @Nullable LocalDate projectedRelease,
            @Nullable DateSource source) {

        RecordingCustody.Asked about(UUID participant) {
            return new RecordingCustody.Asked(
                    participant,
                    facility,
                    since,
                    bookingNumber,
                    legalStatus,
                    legalStatusSince,
                    projectedRelease,
                    source);
        }

        @Override
        public String toString() {
            return "CustodyRequest[" + facility + "]";
        }
    }

    /**
     * What the jail says of the stay that is open; what is left out stays as it was.
     *
     * @param legalStatusSince today at the site when left out
     */
    record BookingRequest(
            @Nullable @Size(max = NUMBER) String bookingNumber,
            @Nullable LegalStatus legalStatus,
            @Nullable LocalDate legalStatusSince) {

        RecordingABooking.Asked about(UUID participant) {
            return new RecordingABooking.Asked(participant, bookingNumber, legalStatus, legalStatusSince);
        }

        @Override
        public String toString() {
            return "BookingRequest[" + legalStatus + "]";
        }
    }

    /** @param date left out when the date became unknown */
    record ProjectedReleaseRequest(
            @Nullable LocalDate date, @NotNull DateSource source) {}

    /**
     * A release that has happened.
     *
     * @param id made by the sender, so that a repeat is no second release
     * @param on day at the site, not in the future
     * @param toFacility where to, for a transfer
     */
    record ReleaseRequest(
            @NotNull UUID id,
            @NotNull LocalDate on,
            @NotNull ReleaseKind kind,
            @Nullable @Size(max = 200) String toFacility) {

        RecordingARelease.Asked about(UUID participant) {
            return new RecordingARelease.Asked(participant, id, on, kind, toFacility);
        }
    }

    /**
     * A return to custody.
     *
     * @param id made by the sender, so that a repeat is no second return
     * @param on day at the site, not in the future
     * @param facility where; asked for after a release, otherwise the one that was left in passing
     */
    record ReturnRequest(
            @NotNull UUID id,
            @NotNull LocalDate on,
            @Nullable @Size(max = 200) String facility,
            @Nullable @Size(max = NUMBER) String bookingNumber,
            @Nullable LegalStatus legalStatus) {

        RecordingAReturn.Asked about(UUID participant) {
            return new RecordingAReturn.Asked(participant, id, on, facility, bookingNumber, legalStatus);
        }

        @Override
        public String toString() {
            return "ReturnRequest[" + id + "]";
        }
    }

    /** Why what was recorded is taken back. */
    record WithdrawalRequest(@Nullable @Size(max = 500) String reason) {

        String said() {
            return Objects.requireNonNullElse(reason, "");
        }
    }
}
