package org.throughcare.participant.custody.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.custody.Custody;
import org.throughcare.participant.custody.CustodySnapshot;
import org.throughcare.participant.custody.Population;
import org.throughcare.participant.custody.Release;
import org.throughcare.participant.custody.Stay;

/** Custody as people with a right to the case see it: what is, and how it came about. */
record CustodyView(
        UUID participant,
        UUID site,
        String zone,
        Population population,
        @Nullable String facility,
        @Nullable LocalDate custodySince,
        @Nullable LocalDate projectedRelease,
        CustodySnapshot.@Nullable ReleaseView release,
        List<Stay> stays,
        List<Custody.ProjectedDate> projections,
        List<Release> releases) {

    static CustodyView of(Custody custody) {
        CustodySnapshot now = CustodySnapshot.of(custody);
        return new CustodyView(
                now.participant(),
                now.site(),
                now.zone(),
                now.population(),
                now.facility(),
                now.custodySince(),
                now.projectedRelease(),
                now.release(),
                custody.stays(),
                custody.projections(),
                custody.releases());
    }
}
