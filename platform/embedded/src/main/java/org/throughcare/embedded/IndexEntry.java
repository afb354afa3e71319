package org.throughcare.embedded;

import de.bwaldvogel.mongo.backend.ValueComparator;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document's place in an index, or a bound in it: an entry with fewer values than the index has keys, or with an edge
 * other than zero, lies before (-1) or after (1) every document that begins with the same values.
 */
record IndexEntry(
        List<@Nullable Object> values, int edge, @Nullable Object position) {

    static final Comparator<IndexEntry> ORDER = IndexEntry::compare;

    static IndexEntry before(List<@Nullable Object> values) {
        return new IndexEntry(values, -1, null);
    }

    static IndexEntry after(List<@Nullable Object> values) {
        return new IndexEntry(values, 1, null);
    }

    static int compareValues(@Nullable Object first, @Nullable Object second) {
        if (first instanceof String a && second instanceof String b) {
            return a.compareTo(b);
        }
        return ValueComparator.ascWithoutListHandling().compare(first, second);
    }

    private static int compare(IndexEntry first, IndexEntry second) {
        int shared = Math.min(first.values.size(), second.values.size());
        for (int i = 0; i < shared; i++) {
            int order = compareValues(first.values.get(i), second.values.get(i));
            if (order != 0) {
                return order;
            }
        }
        int order = Integer.compare(first.edge, second.edge);
        return order != 0 ? order : compareValues(first.position, second.position);
    }
}
