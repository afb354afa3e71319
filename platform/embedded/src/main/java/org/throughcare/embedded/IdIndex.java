package org.throughcare.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The collection's own map is ordered by id, so uniqueness of the id needs no structure beside it. */
final class IdIndex extends Index<Object> {
    static final String FIELD = "_id";
    static final String NAME = "_id_";

    private final MVMap<Object, Document> documents;

    IdIndex(MVMap<Object, Document> documents) {
        super(NAME, List.of(new IndexKey(FIELD, true)), false);
        this.documents = documents;
    }

    /** Numbers that are equal for MongoDB are one id, whatever their type. */
    static Object position(@Nullable Object id) {
        KeyValue single = new KeyValue(new Object[] {id});
        return Missing.ofNullable(single.normalized().get(0));
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        Object position = position(document.get(FIELD));
        return documents.containsKey(position) ? position : null;
    }

    @Override
    public @Nullable Object remove(Document document) {
        return getPosition(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        Object id = document.get(FIELD);
        if (documents.containsKey(position(id))) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(new Object[] {id}));
        }
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {}

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {}

    @Override
    public void updateInPlace(Document before, Document after, Object at, MongoCollection<Object> collection) {}

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public void drop() {}
}
