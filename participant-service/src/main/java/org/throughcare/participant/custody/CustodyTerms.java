package org.throughcare.participant.custody;

import java.util.Optional;
import java.util.UUID;
import org.throughcare.participant.policy.PolicyInForce;
import org.throughcare.participant.site.SitePolicies;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.time.BusinessClock;

/** Under which circumstances a decision about custody is made at a site. */
public final class CustodyTerms {

    private final SitePolicies sites;
    private final BusinessClock clock;

    public CustodyTerms(SitePolicies sites, BusinessClock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    Optional<Custody.Circumstances> at(UUID site) {
        return sites.today(site).map(there -> here(there.policy()));
    }

    /** As {@link #at}, but when the site is not known any more, under the terms that held last. */
    Custody.Circumstances of(Custody custody) {
        return at(custody.site()).orElseGet(() -> new Custody.Circumstances(clock.now(), actor(), custody.terms()));
    }

    private Custody.Circumstances here(PolicyInForce policy) {
        return new Custody.Circumstances(
                clock.now(),
                actor(),
                new Custody.Terms(
                        policy.id(),
                        policy.version(),
                        policy.values().nearReleaseDays(),
                        policy.values().releaseSettlingMinutes()));
    }

    private static String actor() {
        return Scope.current().actor().toString();
    }
}
