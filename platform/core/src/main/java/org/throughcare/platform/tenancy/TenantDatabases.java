package org.throughcare.platform.tenancy;

import com.mongodb.client.MongoDatabase;

/** The databases of this service: one per grantee, its journal, and one of its own for the registry. */
public interface TenantDatabases {

    /** The database of the grantee in scope. */
    MongoDatabase current();

    /** The append-only journal of the grantee in scope; may be on another cluster. */
    MongoDatabase journal();

    /** Registry of grantees, keys, messages of unknown grantees. */
    MongoDatabase control();
}
