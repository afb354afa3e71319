package org.throughcare.participant.household;

import java.util.List;
import java.util.Optional;
import org.throughcare.participant.enrolment.Residences;
import org.throughcare.participant.site.Site;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** People who live together are put down as a household (H4): participants are claimed first, then it is written. */
public final class OpeningAHousehold {

    public record Asked(String id, String site, Approach approach, List<Member> members) {}

    private final Aggregates<Household> households;
    private final Aggregates<Site> sites;
    private final Residences residences;
    private final ClaimingMembership claiming;
    private final BusinessClock clock;

    public OpeningAHousehold(
            Aggregates<Household> households,
            Aggregates<Site> sites,
            Residences residences,
            ClaimingMembership claiming,
            BusinessClock clock) {
        this.households = households;
        this.sites = sites;
        this.residences = residences;
        this.claiming = claiming;
        this.clock = clock;
    }

    public Result<Household> open(Command command, Asked asked) {
        Optional<Site> site = sites.find(asked.site()).map(found -> found.state());
        if (site.isEmpty()) {
            return new Result.Refused<>(Refusal.invalid("site", "site", "There is no such site."));
        }
        Optional<Refusal> stranger = asked.members().stream()
                .flatMap(m -> JoiningAHousehold.stranger(m, residences).stream())
                .findFirst();
        if (stranger.isPresent()) {
            return new Result.Refused<>(stranger.get());
        }
        if (households.find(asked.id()).isPresent()) {
            return write(command, asked, site.get());
        }
        Refusal taken = claiming.claimAll(asked.id(), asked.members());
        if (taken != null) {
            return new Result.Refused<>(taken);
        }
        Result<Household> result = write(command, asked, site.get());
        if (result.now().isEmpty()) {
            claiming.giveUpAll(asked.id(), asked.members());
        }
        return result;
    }

    private Result<Household> write(Command command, Asked asked, Site site) {
        return households.create(command, asked.id(), () -> {
            var today = clock.today(site.zone());
            return Household.open(
                    new Household(
                            asked.id(), asked.site(), site.zone(), today, asked.approach(), asked.members(), null),
                    today);
        });
    }
}
