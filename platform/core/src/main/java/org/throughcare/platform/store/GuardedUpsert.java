package org.throughcare.platform.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Puts something in place unless something newer is there. An upsert whose guard does not hold tries to insert and meets the
 * document: that is so when a newer one is held, and also when two came at once for an id that was not there. Only a second
 * look tells them apart.
 */
public final class GuardedUpsert {

    private static final int ROUNDS = 50;

    private GuardedUpsert() {}

    /**
     * @param guard holds for a document that the update may change
     * @return false when a document is held for which the guard does not hold
     */
    public static boolean put(MongoCollection<Document> into, String id, Bson guard, Document update) {
        Bson mayChange = and(eq("_id", id), guard);
        for (int round = 0; round < ROUNDS; round++) {
            try {
                into.updateOne(mayChange, update, new UpdateOptions().upsert(true));
                return true;
            } catch (MongoWriteException failed) {
                boolean met = failed.getError().getCode() == StoreFaults.DUPLICATE_KEY;
                if (!met && !StoreFaults.isContended(failed)) {
                    throw failed;
                }
                if (met
                        && into.find(mayChange)
                                        .projection(new Document("_id", 1))
                                        .first()
                                == null) {
                    return false;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L * (1 + Math.min(round, 20))));
            }
        }
        throw new OutboxFull(into.getNamespace().getCollectionName() + " " + id + ": too many writers at once");
    }
}
