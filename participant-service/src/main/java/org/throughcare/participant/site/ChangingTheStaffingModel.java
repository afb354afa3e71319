package org.throughcare.participant.site;

import java.time.LocalDate;
import java.util.UUID;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** A site decides that from a day on its staff work by another model (L7). */
public final class ChangingTheStaffingModel {

    private final Aggregates<Site> sites;
    private final BusinessClock clock;

    public ChangingTheStaffingModel(Aggregates<Site> sites, BusinessClock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    public Result<Site> change(Command command, UUID site, StaffingModel to, LocalDate on) {
        return sites.change(command, site.toString(), s -> s.changeModel(to, on, clock.now()));
    }
}
