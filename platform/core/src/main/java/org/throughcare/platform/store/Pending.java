package org.throughcare.platform.store;

import org.bson.Document;

/**
 * An outbox entry that has been committed and not yet settled.
 *
 * @param collection where its aggregate lives
 */
public record Pending(String grantee, String collection, String aggregateId, Document entry) {

    public String eventId() {
        return entry.getString("eventId");
    }
}
