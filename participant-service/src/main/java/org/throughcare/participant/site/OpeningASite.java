package org.throughcare.participant.site;

import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;

/** A site joins, or says something new of itself. Its staffing model changes by {@link ChangingTheStaffingModel} alone. */
public final class OpeningASite {

    private final Aggregates<Site> sites;

    public OpeningASite(Aggregates<Site> sites) {
        this.sites = sites;
    }

    public Result<Site> openOrChange(Command command, UUID id, Site.Details details, StaffingModel model) {
        return sites.createOrChange(
                command,
                id.toString(),
                before ->
                        before.map(site -> site.change(details, model)).orElseGet(() -> Site.open(id, details, model)));
    }
}
