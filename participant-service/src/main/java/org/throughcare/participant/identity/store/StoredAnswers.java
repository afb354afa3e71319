package org.throughcare.participant.identity.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import java.util.UUID;
import org.bson.Document;
import org.throughcare.participant.identity.AnsweredCommands;
import org.throughcare.platform.tenancy.TenantDatabases;

/** The marks that each aggregate keeps of the commands it handled. */
final class StoredAnswers implements AnsweredCommands {

    private final TenantDatabases databases;

    StoredAnswers(TenantDatabases databases) {
        this.databases = databases;
    }

    @Override
    public boolean answered(String kind, UUID under, String key) {
        return databases
                        .current()
                        .getCollection(kind)
                        .find(and(eq("_id", under.toString()), eq("handled.id", key)))
                        .projection(new Document("_id", 1))
                        .first()
                != null;
    }
}
