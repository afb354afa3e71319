package org.throughcare.platform.tenancy;

import com.mongodb.client.MongoDatabase;

/** Builds what a grantee's databases need before it is served, indexes above all. Repeatable: it runs at every start. */
public interface GranteeDatabasePreparation {

    void prepare(MongoDatabase database, MongoDatabase journal);
}
