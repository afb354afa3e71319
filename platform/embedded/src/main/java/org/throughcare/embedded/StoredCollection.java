package org.throughcare.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * One map from id to document. A document once stored is never altered: a change stores another in its place, so
 * readers need no lock, and neither they nor a commit can meet half a change. Changes are kept apart by {@link Commits}.
 */
final class StoredCollection extends AbstractMongoCollection<Object> {
    private final MVMap<Object, Document> documents;
    private final List<OrderedIndex> ordered = new CopyOnWriteArrayList<>();

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.documents = documents;
        if (IdIndex.FIELD.equals(options.getIdField())) {
            addIndex(new IdIndex(documents));
        }
    }

    @Override
    public void addIndex(Index<Object> index) {
        int before = getIndexes().size();
        super.addIndex(index);
        if (index instanceof OrderedIndex added && getIndexes().size() > before) {
            ordered.add(added);
        }
    }

    @Override
    public void dropIndex(String name) {
        super.dropIndex(name);
        ordered.removeIf(index -> index.getName().equals(name));
    }

    @Override
    protected QueryResult queryDocuments(
            @Nullable Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        Document filter = query == null ? new Document() : query;
        IndexPlan plan = getIdField() == null ? null : IndexPlan.of(filter, orderBy, documents::containsKey, ordered);
        if (plan == null) {
            return matchDocuments(filter, orderBy, skip, limit, batchSize, projection);
        }
        Stream<Document> found = plan.positions().map(documents::get).filter(Objects::nonNull);
        return matchDocumentsFromStream(
                found, filter, plan.sorted() ? null : orderBy, skip, limit, batchSize, projection);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        boolean descending = isNaturalDescending(orderBy) || orderedById(orderBy, -1);
        boolean inOrder = descending || orderedById(orderBy, 1);
        Stream<Document> all = stream(descending).map(DocumentWithPosition::getDocument);
        return matchDocumentsFromStream(all, query, inOrder ? null : orderBy, skip, limit, batchSize, projection);
    }

    private static boolean orderedById(@Nullable Document orderBy, int direction) {
        return orderBy != null
                && orderBy.size() == 1
                && orderBy.get(IdIndex.FIELD) instanceof Number number
                && Integer.signum(number.intValue()) == direction;
    }

    /** The library's own matcher keeps a position between calls, which readers beside a writer would disturb. */
    @Override
    protected boolean documentMatchesQuery(Document document, Document query) {
        return query.isEmpty() || new DefaultQueryMatcher().matches(document, query);
    }

    @Override
    protected QueryResult createQueryResult(List<Document> matched, int batchSize) {
        List<Document> copies = new ArrayList<>(matched.size());
        matched.forEach(document -> copies.add(document.clone()));
        return super.createQueryResult(copies, batchSize);
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return stream(false);
    }

    private Stream<DocumentWithPosition<Object>> stream(boolean descending) {
        Cursor<Object, Document> cursor = documents.cursor(null, null, descending);
        Iterator<DocumentWithPosition<Object>> each = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cursor.hasNext();
            }

            @Override
            public DocumentWithPosition<Object> next() {
                Object position = cursor.next();
                return new DocumentWithPosition<>(cursor.getValue(), position);
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(each, Spliterator.ORDERED), false);
    }

    @Override
    protected @Nullable Document getDocument(Object position) {
        return documents.get(position);
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        String idField = getIdField();
        Object position = idField == null ? UUID.randomUUID() : IdIndex.position(document.get(idField));
        documents.put(position, document);
        return position;
    }

    @Override
    protected void handleUpdate(Object position, Document before, Document after) {
        documents.put(position, after);
    }

    @Override
    protected void removeDocument(Object position) {
        documents.remove(position);
    }

    /** Removes what the time-to-live indexes say has expired; the count. */
    int expire(Instant now) {
        int removed = 0;
        for (OrderedIndex index : ordered) {
            if (index.expireAfter() != null) {
                Instant before = now.minus(index.expireAfter());
                Document old = new Document("$lt", before);
                removed += deleteDocuments(new Document(index.paths().getFirst(), old), 0);
            }
        }
        return removed;
    }

    boolean expires() {
        return ordered.stream().anyMatch(index -> index.expireAfter() != null);
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {}

    @Override
    protected int getDataSize() {
        long size = 0;
        for (Document document : documents.values()) {
            size += BsonType.length(document);
        }
        return (int) Math.min(size, Integer.MAX_VALUE);
    }
}
