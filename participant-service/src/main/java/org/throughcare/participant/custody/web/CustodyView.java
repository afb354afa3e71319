package org.throughcare.participant.custody.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.custody.Custody;
import org.throughcare.participant.custody.CustodySnapshot;
import org.throughcare.participant.custody.LegalStanding;
import org.throughcare.participant.custody.LegalStatus;
import org.throughcare.participant.custody.Population;
import org.throughcare.participant.custody.Release;
import org.throughcare.participant.custody.Return;
import org.throughcare.participant.custody.Stay;

/**
 * Custody as people with a right to the case see it: what is, and how it came about.
 *
 * @param participant under whose id it is recorded: another of the person's than asked for, when that is an alias (H8)
 * @param legalStatus on what grounds the person is held now; null when not said, or not held
 */
record CustodyView(
        UUID participant,
        UUID site,
        String zone,
        Population population,
        @Nullable String facility,
        @Nullable LocalDate custodySince,
        @Nullable LegalStatus legalStatus,
        @Nullable LocalDate projectedRelease,
        CustodySnapshot.@Nullable ReleaseView release,
        List<StayView> stays,
        List<Custody.ProjectedDate> projections,
        List<Release> releases,
        List<Return> returns) {

    /** @param bookingNumber the jail's number for the stay; not shown to monitors */
    record StayView(
            UUID id,
            String facility,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable UUID openedBy,
            @Nullable UUID closedBy,
            @Nullable String bookingNumber,
            List<LegalStanding> legal) {}

    /** @param opened a booking number in the open, or null when it is not for this reader */
    static CustodyView of(Custody custody, Function<String, @Nullable String> opened) {
        CustodySnapshot now = CustodySnapshot.of(custody);
        Stay held = custody.stay();
        return new CustodyView(
                now.participant(),
                now.site(),
                now.zone(),
                now.population(),
                now.facility(),
                now.custodySince(),
                held == null ? null : held.legalStatus(),
                now.projectedRelease(),
                now.release(),
                custody.stays().stream().map(stay -> view(stay, opened)).toList(),
                custody.projections(),
                custody.releases(),
                custody.returns());
    }

    private static StayView view(Stay stay, Function<String, @Nullable String> opened) {
        String sealed = stay.bookingNumber();
        return new StayView(
                stay.id(),
                stay.facility(),
                stay.from(),
                stay.until(),
                stay.openedBy(),
                stay.closedBy(),
                sealed == null ? null : opened.apply(sealed),
                stay.legal());
    }
}
