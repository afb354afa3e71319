package org.throughcare.platform.subject;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is held of one kind, up to a bound, and whether that is all of it: who is handed a part takes it for the whole unless it says
 * that it is none.
 */
public record Held<T>(List<T> items, boolean all) {

    /** More of one kind than anybody has; what keeps one package in memory. */
    public static final int MOST = 5_000;

    public Held {
        items = List.copyOf(items);
    }

    /** @param found looked for with a limit of one more than {@code most}: that one says that there are more */
    public static <T> Held<T> upTo(int most, List<T> found) {
        return found.size() > most ? new Held<>(found.subList(0, most), false) : new Held<>(found, true);
    }

    public <R> Held<R> map(Function<? super T, ? extends R> each) {
        return new Held<>(items.stream().<R>map(each).toList(), all);
    }

    public Held<T> sorted(Comparator<? super T> order) {
        return new Held<>(items.stream().sorted(order).toList(), all);
    }

    /** @param of the package's field that this goes into */
    public Stream<Cut> cut(String of) {
        return all ? Stream.empty() : Stream.of(new Cut(of, items.size()));
    }
}
