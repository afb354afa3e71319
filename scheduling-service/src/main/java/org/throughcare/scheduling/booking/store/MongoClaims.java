package org.throughcare.scheduling.booking.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.bson.Document;
import org.throughcare.platform.store.StoreFaults;
import org.throughcare.scheduling.booking.ClaimKey;
import org.throughcare.scheduling.booking.Claims;

/** Claims as documents {@code {_id: resource|slot, appointment, attempt}}: the store's own {@code _id} lets each exist once. */
final class MongoClaims implements Claims {

    private final Supplier<MongoDatabase> database;

    /** @param database asked at each call: that of the grantee in scope, or a certain one */
    MongoClaims(Supplier<MongoDatabase> database) {
        this.database = database;
    }

    @Override
    public Optional<Held> take(Hold hold, List<ClaimKey> inOrder) {
        int from = 0;
        while (from < inOrder.size()) {
            OptionalInt lost = insert(hold, inOrder.subList(from, inOrder.size()));
            if (lost.isEmpty()) {
                return Optional.empty();
            }
            from += lost.getAsInt();
            ClaimKey key = inOrder.get(from);
            Optional<Hold> holder = holder(key);
            if (holder.isEmpty()) {
                continue;
            }
            Hold by = holder.get();
            if (!by.appointment().equals(hold.appointment()) || by.attempt() > hold.attempt()) {
                return Optional.of(new Held(key, by));
            }
            if (by.attempt() == hold.attempt() || replace(new Held(key, by), hold)) {
                from++;
            }
        }
        return Optional.empty();
    }

    /** @return the place of the first that exists already; all before it are in */
    private OptionalInt insert(Hold hold, List<ClaimKey> keys) {
        List<Document> documents = keys.stream()
                .map(key -> new Document("_id", key.value())
                        .append("appointment", hold.appointment())
                        .append("attempt", hold.attempt()))
                .toList();
        try {
            claims().insertMany(documents, new InsertManyOptions().ordered(true));
            return OptionalInt.empty();
        } catch (MongoBulkWriteException failed) {
            if (failed.getWriteErrors().isEmpty()
                    || failed.getWriteErrors().getFirst().getCode() != StoreFaults.DUPLICATE_KEY) {
                throw failed;
            }
            return OptionalInt.of(failed.getWriteErrors().getFirst().getIndex());
        }
    }

    private Optional<Hold> holder(ClaimKey key) {
        return Optional.ofNullable(claims().find(eq("_id", key.value())).first())
                .map(d -> new Hold(d.getString("appointment"), d.getInteger("attempt")));
    }

    @Override
    public boolean replace(Held stale, Hold hold) {
        return claims().updateOne(
                                and(
                                        eq("_id", stale.key().value()),
                                        eq("appointment", stale.by().appointment()),
                                        eq("attempt", stale.by().attempt())),
                                combine(set("appointment", hold.appointment()), set("attempt", hold.attempt())))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void giveBack(Hold hold, Collection<ClaimKey> keys) {
        claims().deleteMany(and(
                in("_id", keys.stream().map(ClaimKey::value).toList()),
                eq("appointment", hold.appointment()),
                lte("attempt", hold.attempt())));
    }

    private MongoCollection<Document> claims() {
        return database.get().getCollection("claim");
    }
}
