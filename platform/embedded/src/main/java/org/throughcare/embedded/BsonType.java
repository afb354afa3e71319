package org.throughcare.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Documents on a page as BSON: a fraction of Java serialisation in size and time. */
final class BsonType extends BasicDataType<Document> {

    @Override
    public int getMemory(Document document) {
        return size(document);
    }

    private static int size(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                int size = 64;
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    size += 48 + size(entry.getKey()) + (entry.getValue() == null ? 0 : size(entry.getValue()));
                }
                yield size;
            }
            case Collection<?> collection -> {
                int size = 40;
                for (Object each : collection) {
                    size += 8 + (each == null ? 0 : size(each));
                }
                yield size;
            }
            case String text -> 40 + text.length();
            default -> 32;
        };
    }

    @Override
    public void write(WriteBuffer target, Document document) {
        writeMap(target, document);
    }

    static void writeMap(WriteBuffer target, Map<String, ?> document) {
        ByteBuf bytes = Unpooled.buffer(512);
        BsonEncoder.encodeDocument(document, bytes);
        target.put(bytes.array(), bytes.arrayOffset() + bytes.readerIndex(), bytes.readableBytes());
    }

    static int length(Document document) {
        ByteBuf bytes = Unpooled.buffer(512);
        BsonEncoder.encodeDocument(document, bytes);
        return bytes.readableBytes();
    }

    @Override
    public Document read(ByteBuffer source) {
        return readDocument(source);
    }

    static Document readDocument(ByteBuffer source) {
        ByteBuf bytes = Unpooled.wrappedBuffer(source);
        Document document = BsonDecoder.decodeBson(bytes);
        source.position(source.position() + bytes.readerIndex());
        return document;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
