package org.throughcare.notes.note.store;

import static com.mongodb.client.model.Filters.eq;

import java.util.Optional;
import org.bson.Document;
import org.throughcare.notes.note.AnnouncedHashes;
import org.throughcare.platform.tenancy.TenantDatabases;

/** The hash in the journal's entry of the signature. */
final class JournaledHashes implements AnnouncedHashes {

    private static final String SIGNED = "note-signed";

    private final TenantDatabases databases;

    JournaledHashes(TenantDatabases databases) {
        this.databases = databases;
    }

    @Override
    public Optional<String> whenSigned(String note) {
        for (Document each : databases.journal().getCollection("journal").find(eq("aggregateId", note))) {
            Document entry = each.get("entry", Document.class);
            if (entry != null && SIGNED.equals(entry.getString("event"))) {
                Document happened = entry.get("happened", Document.class);
                return Optional.ofNullable(happened).map(said -> said.getString("hash"));
            }
        }
        return Optional.empty();
    }
}
