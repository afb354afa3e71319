package org.throughcare.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An index in memory, in MongoDB's order of values, rebuilt from the documents when the store opens, so that it can
 * never disagree with them after a crash and adds nothing to what a write has to put on disk. Unless it is unique it
 * leaves out documents that lack the first key: a query for those scans.
 */
final class OrderedIndex extends Index<Object> {
    private final boolean unique;
    private final boolean leavesOutMissing;
    private final @Nullable Document partialFilter;
    private final @Nullable Duration expireAfter;
    private final List<String> paths;
    private final NavigableSet<IndexEntry> entries = new ConcurrentSkipListSet<>(IndexEntry.ORDER);
    private volatile boolean multikey;

    OrderedIndex(String name, List<IndexKey> keys, boolean unique, Document description) {
        // The library takes "sparse" as leave to find no position of a document here: positions come from the id.
        super(name, keys, true);
        this.unique = unique;
        partialFilter = description.get("partialFilterExpression") instanceof Document filter ? filter : null;
        leavesOutMissing = !unique || Boolean.TRUE.equals(description.get("sparse"));
        expireAfter = description.get("expireAfterSeconds") instanceof Number seconds
                ? Duration.ofSeconds(seconds.longValue())
                : null;
        paths = keys();
    }

    List<String> paths() {
        return paths;
    }

    boolean multikey() {
        return multikey;
    }

    @Nullable
    Document partialFilter() {
        return partialFilter;
    }

    @Nullable
    Duration expireAfter() {
        return expireAfter;
    }

    Stream<Object> positions(IndexEntry from, IndexEntry to, boolean descending) {
        if (IndexEntry.ORDER.compare(from, to) > 0) {
            return Stream.empty();
        }
        NavigableSet<IndexEntry> range = entries.subSet(from, true, to, true);
        return (descending ? range.descendingSet() : range).stream().map(IndexEntry::position);
    }

    private Set<List<@Nullable Object>> keysOf(Document document) {
        if (partialFilter != null && !new DefaultQueryMatcher().matches(document, partialFilter)) {
            return Set.of();
        }
        List<List<@Nullable Object>> perPath = new ArrayList<>();
        boolean present = false;
        for (String path : paths) {
            List<@Nullable Object> found = new ArrayList<>();
            collect(document, path.split("\\."), 0, found);
            boolean here = found.stream().anyMatch(value -> !(value instanceof Missing));
            if (perPath.isEmpty() && !unique && !here) {
                return Set.of();
            }
            present |= here;
            multikey |= found.size() > 1;
            perPath.add(found);
        }
        if (leavesOutMissing && !present) {
            return Set.of();
        }
        Set<List<@Nullable Object>> keys = new HashSet<>();
        combine(perPath, new ArrayList<>(), keys);
        return keys;
    }

    private static void combine(
            List<List<@Nullable Object>> perPath, List<@Nullable Object> chosen, Set<List<@Nullable Object>> keys) {
        if (chosen.size() == perPath.size()) {
            keys.add(new ArrayList<>(new KeyValue(chosen).normalized().stream().toList()));
            return;
        }
        for (Object value : perPath.get(chosen.size())) {
            chosen.add(value);
            combine(perPath, chosen, keys);
            chosen.removeLast();
        }
    }

    private void collect(@Nullable Object value, String[] path, int depth, List<@Nullable Object> found) {
        if (depth == path.length) {
            if (value instanceof Collection<?> elements) {
                multikey = true;
                found.addAll(elements);
                if (elements.isEmpty()) {
                    found.add(null);
                }
            } else {
                found.add(value);
            }
        } else if (value instanceof Document document) {
            collect(document.getOrMissing(path[depth]), path, depth + 1, found);
        } else if (value instanceof List<?> elements) {
            multikey = true;
            if (path[depth].chars().allMatch(Character::isDigit)) {
                int at = Integer.parseInt(path[depth]);
                collect(at < elements.size() ? elements.get(at) : Missing.getInstance(), path, depth + 1, found);
            }
            for (Object element : elements) {
                if (element instanceof Document) {
                    collect(element, path, depth, found);
                }
            }
            if (found.isEmpty()) {
                found.add(Missing.getInstance());
            }
        } else {
            found.add(Missing.getInstance());
        }
    }

    private void check(Document document, Object position, MongoCollection<Object> collection) {
        if (!unique) {
            return;
        }
        for (List<@Nullable Object> key : keysOf(document)) {
            for (IndexEntry entry : entries.subSet(IndexEntry.before(key), IndexEntry.after(key))) {
                if (IndexEntry.compareValues(entry.position(), position) != 0) {
                    throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(key));
                }
            }
        }
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        check(document, IdIndex.position(document.get(IdIndex.FIELD)), collection);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        checkAdd(after, collection);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        check(document, position, collection);
        keysOf(document).forEach(key -> entries.add(new IndexEntry(key, 0, position)));
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        Set<List<@Nullable Object>> old = keysOf(before);
        Set<List<@Nullable Object>> now = keysOf(after);
        // First in, then out: a reader beside this sees the document once or twice, never not at all.
        now.stream().filter(key -> !old.contains(key)).forEach(key -> entries.add(new IndexEntry(key, 0, position)));
        old.stream().filter(key -> !now.contains(key)).forEach(key -> entries.remove(new IndexEntry(key, 0, position)));
    }

    @Override
    public @Nullable Object remove(Document document) {
        Object position = IdIndex.position(document.get(IdIndex.FIELD));
        keysOf(document).forEach(key -> entries.remove(new IndexEntry(key, 0, position)));
        return null;
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return other instanceof OrderedIndex index
                && unique == index.unique
                && leavesOutMissing == index.leavesOutMissing
                && paths.equals(index.paths);
    }

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
        return entries.size();
    }

    @Override
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public void drop() {
        entries.clear();
    }
}
