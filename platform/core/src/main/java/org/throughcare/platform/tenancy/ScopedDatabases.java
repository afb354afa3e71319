package org.throughcare.platform.tenancy;

import com.mongodb.client.MongoDatabase;

/** Takes the grantee from the scope and from nowhere else. */
final class ScopedDatabases implements TenantDatabases {

    private final StoreConnections connections;
    private final DatabaseNames names;

    ScopedDatabases(StoreConnections connections, DatabaseNames names) {
        this.connections = connections;
        this.names = names;
    }

    @Override
    public MongoDatabase current() {
        return connections.store(names.of(Scope.current().grantee()));
    }

    @Override
    public MongoDatabase journal() {
        return connections.journal(names.journalOf(Scope.current().grantee()));
    }

    @Override
    public MongoDatabase control() {
        return connections.store(names.control());
    }
}
