package org.throughcare.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Ids in MongoDB's order of values, so that a collection is read by id without sorting. */
final class IdType extends BasicDataType<Object> {
    private static final byte TEXT = 1;
    private static final byte OTHER = 2;
    private static final String FIELD = "v";

    @Override
    public int compare(Object first, Object second) {
        if (first instanceof String a && second instanceof String b) {
            return a.compareTo(b);
        }
        return ValueComparator.ascWithoutListHandling().compare(first, second);
    }

    @Override
    public int getMemory(Object id) {
        return id instanceof String text ? 40 + text.length() : 48;
    }

    @Override
    public void write(WriteBuffer target, Object id) {
        if (id instanceof String text) {
            target.put(TEXT).putVarInt(text.length()).putStringData(text, text.length());
        } else {
            target.put(OTHER);
            BsonType.writeMap(target, new Document(FIELD, id instanceof Missing ? null : id));
        }
    }

    @Override
    public Object read(ByteBuffer source) {
        if (source.get() == TEXT) {
            return DataUtils.readString(source);
        }
        return Missing.ofNullable(BsonType.readDocument(source).get(FIELD));
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }
}
