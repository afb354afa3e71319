package org.throughcare.participant.casework;

import java.util.UUID;
import org.throughcare.participant.policy.PolicyInForce;
import org.throughcare.participant.policy.PolicyValues;
import org.throughcare.participant.site.SitePolicies;

/** The numbers a case goes by at its site. */
public final class CaseTerms {

    private final SitePolicies sites;

    public CaseTerms(SitePolicies sites) {
        this.sites = sites;
    }

    SitePolicies.SiteToday at(UUID site) {
        return sites.today(site).orElseThrow(() -> new IllegalStateException("site " + site + " is not set up"));
    }

    static Case.Terms of(PolicyInForce policy) {
        PolicyValues values = policy.values();
        return new Case.Terms(
                policy.id(),
                policy.version(),
                values.handoverDueDays(),
                values.introductionTarget(),
                values.caseMonthsAfterRelease(),
                values.yearEndWarningDays(),
                values.introductionDays());
    }

    static int limit(PolicyInForce policy, Caseload.Side side) {
        return side == Caseload.Side.BEFORE
                ? policy.values().caseloadLimitBefore()
                : policy.values().caseloadLimitAfter();
    }
}
