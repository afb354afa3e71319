package org.throughcare.platform.backup;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughcare.platform.tenancy.GranteeDatabasePreparation;

/**
 * For what is kept beside the aggregates and not in the journal: made anew once after each restore, before the grantee is served
 * again. Two instances may do it at once, so the work has to be repeatable.
 */
public final class AfterRestore implements GranteeDatabasePreparation {

    private static final Logger LOG = LoggerFactory.getLogger(AfterRestore.class);
    private static final String DONE = "afterRestores";

    private final String what;
    private final Work work;

    /** @param what names it in the log and in the collection that tells what was done after which restore */
    public AfterRestore(String what, Work work) {
        this.what = what;
        this.work = work;
    }

    /** Outside any scope: on the database that it is given. */
    @FunctionalInterface
    public interface Work {

        /** @return how many it looked at */
        long on(MongoDatabase database);
    }

    @Override
    public void prepare(MongoDatabase database, MongoDatabase journal) {
        Document restore = database.getCollection(RestoringABackup.RESTORES)
                .find()
                .sort(new Document("at", -1))
                .first();
        if (restore == null) {
            return;
        }
        Document done = database.getCollection(DONE).find(eq("_id", what)).first();
        if (done != null && restore.getString("_id").equals(done.getString("restore"))) {
            return;
        }
        long count = work.on(database);
        database.getCollection(DONE)
                .replaceOne(
                        eq("_id", what),
                        new Document("_id", what).append("restore", restore.getString("_id")),
                        new ReplaceOptions().upsert(true));
        LOG.info("{} made anew after a restore of {}: {}", what, database.getName(), count);
    }
}
