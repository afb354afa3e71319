package org.throughcare.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where to look for the documents that a filter may match. What it names is always enough and often too much, so each
 * document found is still held against the whole filter.
 *
 * @param positions without repetition
 * @param sorted whether they come in the order that was asked for
 */
record IndexPlan(Stream<Object> positions, boolean sorted) {
    private static final int MOST_COMBINATIONS = 1_000;

    /** Null if only reading every document can tell. */
    static @Nullable IndexPlan of(
            Document filter, @Nullable Document sort, Predicate<Object> exists, List<OrderedIndex> indexes) {
        Map<String, Wanted> wanted = new HashMap<>();
        List<List<?>> alternatives = new ArrayList<>();
        read(filter, wanted, alternatives);
        Wanted id = wanted.get(IdIndex.FIELD);
        if (id != null && id.anyOf != null) {
            return new IndexPlan(id.anyOf.stream().distinct().filter(exists), id.anyOf.size() == 1);
        }
        Choice best = null;
        for (OrderedIndex index : indexes) {
            if (covers(index.partialFilter(), filter)) {
                Choice choice = Choice.of(index, wanted, sort);
                if (choice.score() > 0 && (best == null || choice.score() > best.score())) {
                    best = choice;
                }
            }
        }
        return best != null ? best.plan() : anyOf(alternatives, exists, indexes);
    }

    private static @Nullable IndexPlan anyOf(
            List<List<?>> alternatives, Predicate<Object> exists, List<OrderedIndex> indexes) {
        for (List<?> branches : alternatives) {
            Stream<Object> found = Stream.empty();
            for (Object branch : branches) {
                IndexPlan plan = branch instanceof Document filter ? of(filter, null, exists, indexes) : null;
                if (plan == null) {
                    found = null;
                    break;
                }
                found = Stream.concat(found, plan.positions);
            }
            if (found != null) {
                return new IndexPlan(found.distinct(), false);
            }
        }
        return null;
    }

    /** A partial index serves a filter that repeats its condition term by term. */
    private static boolean covers(@Nullable Document partialFilter, Document filter) {
        return partialFilter == null
                || partialFilter.entrySet().stream()
                        .allMatch(term -> term.getValue().equals(filter.get(term.getKey())));
    }

    private static void read(Document filter, Map<String, Wanted> wanted, List<List<?>> alternatives) {
        filter.forEach((path, condition) -> {
            if (path.equals("$and") && condition instanceof List<?> terms) {
                for (Object term : terms) {
                    if (term instanceof Document document) {
                        read(document, wanted, alternatives);
                    }
                }
            } else if (path.equals("$or") && condition instanceof List<?> branches && !branches.isEmpty()) {
                alternatives.add(branches);
            } else if (!path.startsWith("$")) {
                wanted.computeIfAbsent(path, any -> new Wanted()).add(condition);
            }
        });
    }

    private static boolean plain(@Nullable Object value) {
        return switch (value) {
            case Double number -> !number.isNaN();
            case String text -> true;
            case Number number -> true;
            case Boolean truth -> true;
            case Instant instant -> true;
            case UUID uuid -> true;
            case ObjectId id -> true;
            case null, default -> false;
        };
    }

    /** What a filter asks of one path, as far as an index can help. */
    private static final class Wanted {
        private @Nullable List<Object> anyOf;
        private @Nullable IndexEntry from;
        private @Nullable IndexEntry to;
        private boolean present;

        private void add(@Nullable Object condition) {
            if (plain(condition)) {
                equalTo(List.of(condition));
            } else if (condition instanceof Document document) {
                document.forEach(this::add);
            }
        }

        private void add(String operator, @Nullable Object operand) {
            if (operator.equals("$exists")) {
                present |= Boolean.TRUE.equals(operand);
            } else if (operator.equals("$in") && operand instanceof Collection<?> values) {
                if (values.stream().allMatch(IndexPlan::plain)) {
                    equalTo(values);
                }
            } else if (plain(operand)) {
                List<@Nullable Object> bound = List.of(IdIndex.position(operand));
                switch (operator) {
                    case "$eq" -> equalTo(bound);
                    case "$gt" -> from = IndexEntry.after(bound);
                    case "$gte" -> from = IndexEntry.before(bound);
                    case "$lt" -> to = IndexEntry.before(bound);
                    case "$lte" -> to = IndexEntry.after(bound);
                    default -> {}
                }
            }
        }

        private void equalTo(Collection<? extends @Nullable Object> values) {
            if (anyOf == null) {
                anyOf = values.stream().map(IdIndex::position).toList();
            }
        }

        private boolean ranged() {
            return from != null || to != null || present;
        }
    }

    /** How well one index serves: equal values for its first keys, then at most one range. */
    private record Choice(
            OrderedIndex index,
            List<List<Object>> prefixes,
            int equal,
            @Nullable Wanted range,
            @Nullable Boolean backwards) {

        static Choice of(OrderedIndex index, Map<String, Wanted> wanted, @Nullable Document sort) {
            List<List<Object>> prefixes = List.of(List.of());
            int equal = 0;
            Wanted next = null;
            for (String path : index.paths()) {
                next = wanted.get(path);
                if (next == null || next.anyOf == null || next.anyOf.size() * prefixes.size() > MOST_COMBINATIONS) {
                    break;
                }
                prefixes = extended(prefixes, next.anyOf);
                equal++;
                next = null;
            }
            Wanted range = next != null && next.ranged() ? next : null;
            Boolean backwards = prefixes.size() == 1 && !index.multikey() ? direction(index, equal, sort) : null;
            return new Choice(index, prefixes, equal, range, backwards);
        }

        private static List<List<Object>> extended(List<List<Object>> prefixes, List<Object> values) {
            List<List<Object>> longer = new ArrayList<>();
            for (List<Object> prefix : prefixes) {
                for (Object value : values) {
                    List<Object> each = new ArrayList<>(prefix);
                    each.add(value);
                    longer.add(each);
                }
            }
            return longer;
        }

        /** Whether the index, after its fixed first keys, has the order asked for: false forwards, true backwards. */
        private static @Nullable Boolean direction(OrderedIndex index, int equal, @Nullable Document sort) {
            if (sort == null || sort.isEmpty()) {
                return null;
            }
            List<String> order =
                    new ArrayList<>(index.paths().subList(equal, index.paths().size()));
            order.add(IdIndex.FIELD);
            List<String> asked = List.copyOf(sort.keySet());
            boolean descending = sort.values().stream().allMatch(value -> signum(value) < 0);
            boolean ascending = sort.values().stream().allMatch(value -> signum(value) > 0);
            boolean served = asked.size() <= order.size()
                    && order.subList(0, asked.size()).equals(asked);
            return served && (ascending || descending) ? descending : null;
        }

        private static int signum(Object value) {
            return value instanceof Number number ? Integer.signum(number.intValue()) : 0;
        }

        int score() {
            int reach = 4 * equal + (range == null ? 0 : 2);
            return reach == 0 ? 0 : reach + (backwards == null ? 0 : 1);
        }

        IndexPlan plan() {
            boolean descending = Boolean.TRUE.equals(backwards);
            Stream<Object> found =
                    prefixes.stream().flatMap(prefix -> index.positions(from(prefix), to(prefix), descending));
            boolean repeats = index.multikey() || prefixes.size() > 1;
            return new IndexPlan(repeats ? found.distinct() : found, backwards != null);
        }

        private IndexEntry from(List<Object> prefix) {
            if (range == null || (range.from == null && range.to == null)) {
                return IndexEntry.before(new ArrayList<>(prefix));
            }
            return range.from != null
                    ? extended(prefix, range.from)
                    : IndexEntry.after(joined(prefix, Missing.getInstance()));
        }

        private IndexEntry to(List<Object> prefix) {
            // Of an array one element may lie above the lower bound and another below the upper one.
            if (range == null || range.to == null || (index.multikey() && range.from != null)) {
                return IndexEntry.after(new ArrayList<>(prefix));
            }
            return extended(prefix, range.to);
        }

        private static IndexEntry extended(List<Object> prefix, IndexEntry bound) {
            return new IndexEntry(joined(prefix, bound.values().getFirst()), bound.edge(), null);
        }

        private static List<@Nullable Object> joined(List<Object> prefix, @Nullable Object value) {
            List<@Nullable Object> values = new ArrayList<>(prefix);
            values.add(value);
            return values;
        }
    }
}
