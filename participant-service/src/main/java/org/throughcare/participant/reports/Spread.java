package org.throughcare.participant.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How often each value occurred, smallest value first: all that a median needs, and spreads of several sites can be put together.
 *
 * @param steps no value twice; values of the same amount are the same, however they are written
 */
public record Spread(List<Step> steps) {

    public record Step(BigDecimal value, int times) {}

    public static final Spread NONE = new Spread(List.of());

    public Spread {
        steps = List.copyOf(steps);
    }

    static Spread of(Collection<BigDecimal> values) {
        return of(values.stream().map(value -> new Step(value, 1)));
    }

    private static Spread of(Stream<Step> all) {
        TreeMap<BigDecimal, Integer> times = new TreeMap<>();
        all.forEach(step -> times.merge(step.value(), step.times(), Integer::sum));
        List<Step> steps = new ArrayList<>();
        times.forEach((value, count) -> steps.add(new Step(value, count)));
        return new Spread(steps);
    }

    Spread plus(Spread other) {
        return of(Stream.concat(steps.stream(), other.steps.stream()));
    }

    public int count() {
        return steps.stream().mapToInt(Step::times).sum();
    }

    /** The lower middle value. */
    public Optional<BigDecimal> median() {
        int before = (count() - 1) / 2;
        for (Step step : steps) {
            before -= step.times();
            if (before < 0) {
                return Optional.of(step.value());
            }
        }
        return Optional.empty();
    }
}
