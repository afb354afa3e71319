package org.throughcare.referral.report.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.referral.directory.Partner;
import org.throughcare.referral.report.Announced;
import org.throughcare.referral.report.Gaps;
import org.throughcare.referral.report.ReferralRate;

@Configuration(proxyBeanMethods = false)
class ReportParts {

    @Bean
    Announced announced(TenantDatabases databases) {
        return new CopiedAnnounced(databases);
    }

    @Bean
    ReferralRate referralRate(Announced announced, Aggregates<Partner> partners) {
        return new ReferralRate(
                announced,
                partner -> partners.find(partner.toString())
                        .filter(stored -> stored.state().communityCentre())
                        .isPresent());
    }

    @Bean
    Gaps gaps(Announced announced) {
        return new Gaps(announced);
    }
}
