package org.throughcare.participant.reports.web;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * What is found out site by site, each when its turn comes; the first at once, so that whatever is amiss with the question, or away,
 * is found out before there is an answer. It can be gone through once.
 */
final class InTurn<R> implements Iterable<List<R>> {

    private final Iterator<List<R>> sites;

    private InTurn(Iterator<List<R>> sites) {
        this.sites = sites;
    }

    /** @param of may be asked of a site only when what it said of the one before has been written */
    static <S, R> InTurn<R> of(List<S> sites, Function<S, List<R>> of) {
        if (sites.isEmpty()) {
            return new InTurn<>(List.<List<R>>of().iterator());
        }
        List<R> first = of.apply(sites.getFirst());
        Iterator<S> rest = sites.listIterator(1);
        return new InTurn<>(new Iterator<>() {
            private boolean begun;

            @Override
            public boolean hasNext() {
                return !begun || rest.hasNext();
            }

            @Override
            public List<R> next() {
                if (begun) {
                    return of.apply(rest.next());
                }
                begun = true;
                return first;
            }
        });
    }

    /** The same, each made into something else. */
    <T> InTurn<T> each(Function<R, T> made) {
        return new InTurn<>(new Iterator<>() {
            @Override
            public boolean hasNext() {
                return sites.hasNext();
            }

            @Override
            public List<T> next() {
                return sites.next().stream().map(made).toList();
            }
        });
    }

    @Override
    public Iterator<List<R>> iterator() {
        return sites;
    }
}
