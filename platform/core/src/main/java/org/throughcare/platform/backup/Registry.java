package org.throughcare.platform.backup;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.throughcare.platform.tenancy.Grantees;
import org.throughcare.platform.tenancy.Grantees.State;

/** What a service's control database says of grantees. Running instances read it every two seconds. */
record Registry(MongoDatabase control) {

    static final String COLLECTION = "grantees";

    static Registry of(MongoDatabase control) {
        return new Registry(control);
    }

    private MongoCollection<Document> entries() {
        return control.getCollection(COLLECTION);
    }

    Iterable<Document> all() {
        return entries().find(ne("state", Grantees.REMOVED)).sort(Sorts.ascending("_id"));
    }

    Optional<Document> find(String grantee) {
        return Optional.ofNullable(entries().find(eq("_id", grantee)).first())
                .filter(each -> !Grantees.REMOVED.equals(each.getString("state")));
    }

    void put(Document entry) {
        entries().replaceOne(eq("_id", entry.getString("_id")), entry, new ReplaceOptions().upsert(true));
    }

    void set(String grantee, State state) {
        entries().updateOne(eq("_id", grantee), Updates.set("state", state.name()));
    }

    /** What a collection of a control database holds of a grantee: what has its id or names it, and its parked messages. */
    static Bson of(String grantee) {
        return or(eq("_id", grantee), eq("grantee", grantee), eq("reason", "unknown grantee " + grantee));
    }
}
