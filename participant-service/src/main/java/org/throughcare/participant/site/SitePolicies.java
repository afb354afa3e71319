package org.throughcare.participant.site;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.throughcare.participant.policy.PoliciesInForce;
import org.throughcare.participant.policy.PolicyInForce;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;

/** A site with the policy of its own programme on its own day. */
public final class SitePolicies {

    /** @param today the day at the site */
    public record SiteToday(Site site, LocalDate today, PolicyInForce policy) {}

    private final Aggregates<Site> sites;
    private final PoliciesInForce policies;
    private final BusinessClock clock;

    public SitePolicies(Aggregates<Site> sites, PoliciesInForce policies, BusinessClock clock) {
        this.sites = sites;
        this.policies = policies;
        this.clock = clock;
    }

    /** Empty when there is no such site. */
    public Optional<SiteToday> today(UUID site) {
        return sites.find(site.toString()).map(Stored::state).map(found -> {
            LocalDate today = clock.today(found.zone());
            return new SiteToday(found, today, policies.on(found.programme(), found.id(), today));
        });
    }
}
