package org.throughcare.platform.tenancy;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.Settings;

/** Connections, databases and the registry of grantees. */
@Configuration(proxyBeanMethods = false)
public class TenancyParts {

    @Bean
    DatabaseNames databaseNames(Settings settings) {
        return new DatabaseNames(settings.databasePrefix(), settings.service());
    }

    @Bean(destroyMethod = "close")
    StoreConnections storeConnections(Settings settings, ObjectProvider<MeterRegistry> meters) {
        return new StoreConnections(settings, meters.getIfAvailable());
    }

    @Bean
    TenantDatabases tenantDatabases(StoreConnections connections, DatabaseNames names) {
        return new ScopedDatabases(connections, names);
    }

    @Bean
    StoredGrantees grantees(
            StoreConnections connections,
            DatabaseNames names,
            Settings settings,
            ObjectProvider<GranteeDatabasePreparation> preparations) {
        return new StoredGrantees(
                connections, names, settings, () -> preparations.orderedStream().toList());
    }

    @Bean
    HealthIndicator storeHealthIndicator(StoreConnections connections) {
        return new StoreHealth(connections);
    }

    @Bean
    HealthIndicator granteesHealthIndicator(StoredGrantees grantees) {
        return () -> grantees.whyNotReady()
                .map(why -> Health.outOfService().withDetail("reason", why).build())
                .orElseGet(() -> Health.up()
                        .withDetail("served", grantees.served().size())
                        .build());
    }
}
