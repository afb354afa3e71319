package org.throughcare.participant.reports.hud;

import java.time.LocalDate;
import java.util.Optional;
import org.throughcare.participant.site.Site;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** The list of original assisted residents comes from the housing authority (H2). One per site and day. */
public final class ImportingARoster {

    private final Aggregates<ResidentRoster> rosters;
    private final Aggregates<Site> sites;
    private final BusinessClock clock;

    public ImportingARoster(Aggregates<ResidentRoster> rosters, Aggregates<Site> sites, BusinessClock clock) {
        this.rosters = rosters;
        this.sites = sites;
        this.clock = clock;
    }

    public Result<ResidentRoster> take(Command command, ResidentRoster roster) {
        Optional<Site> site = sites.find(roster.site()).map(Stored::state);
        if (site.isEmpty()) {
            return new Result.Refused<>(Refusal.invalid("site", "site", "There is no such site."));
        }
        LocalDate today = clock.today(site.get().zone());
        return rosters.createOrChange(
                command,
                roster.id(),
                before -> before.map(held -> held.takeAgain(roster, command.expectedRevision() != null, today))
                        .orElseGet(() -> ResidentRoster.take(roster, today)));
    }
}
