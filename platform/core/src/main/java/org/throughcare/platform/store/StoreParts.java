package org.throughcare.platform.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.time.BusinessClock;

/** Wires the stores. */
@Configuration(proxyBeanMethods = false)
public class StoreParts {

    @Bean
    Handover handover() {
        return new Handover();
    }

    @Bean
    Stores stores(TenantDatabases databases, BusinessClock clock, Handover handover) {
        return new Stores(databases, clock, handover);
    }
}
