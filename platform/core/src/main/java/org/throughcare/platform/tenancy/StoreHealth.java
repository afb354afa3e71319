package org.throughcare.platform.tenancy;

import com.mongodb.MongoException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Asks with {@code ping}, which every server that speaks MongoDB's protocol understands. */
final class StoreHealth implements HealthIndicator {

    private final StoreConnections connections;

    StoreHealth(StoreConnections connections) {
        this.connections = connections;
    }

    @Override
    public Health health() {
        try {
            connections.ping();
            return Health.up().build();
        } catch (MongoException away) {
            return Health.outOfService()
                    .withDetail("reason", "The document store does not answer.")
                    .build();
        }
    }
}
