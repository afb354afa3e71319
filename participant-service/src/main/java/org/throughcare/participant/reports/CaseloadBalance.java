package org.throughcare.participant.reports;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much each worker carries before and after release, against the policy's limits (L2, L17). */
public final class CaseloadBalance {

    /**
     * @param load the fuller of the two sides, as a percentage of its limit
     */
    public record Row(
            String site,
            String worker,
            String name,
            String settings,
            int before,
            int limitBefore,
            int after,
            int limitAfter,
            int load,
            String standing,
            String why) {}

    private static final int FULL = 100;

    private CaseloadBalance() {}

    public static List<Row> rows(Known known, int limitBefore, int limitAfter) {
        Map<String, String> population = new HashMap<>();
        known.custodies()
                .forEach(c -> population.put(c.participant(), c.population() == null ? "RELEASED" : c.population()));
        Roster roster = new Roster(known);
        List<Known.CaseFile> open =
                known.cases().stream().filter(Known.CaseFile::open).toList();
        int average = average(known, open.size());
        return known.staff().stream()
                .filter(s -> !Boolean.FALSE.equals(s.active()))
                .filter(s -> s.role() == null
                        || s.role().endsWith("CASE_MANAGER")
                        || open.stream().anyMatch(c -> s.id().equals(c.primary())))
                .map(s -> {
                    List<Known.CaseFile> own = open.stream()
                            .filter(c -> s.id().equals(c.primary()))
                            .toList();
                    int after = (int) own.stream()
                            .filter(c -> "RELEASED".equals(population.getOrDefault(c.participant(), "RELEASED")))
                            .count();
                    int before = own.size() - after;
                    int load = Math.max(percent(before, limitBefore), percent(after, limitAfter));
                    String standing = load > FULL
                            ? "OVER_LIMIT"
                            : own.size() * 2 > average * 3
                                    ? "ABOVE_OTHERS"
                                    : own.size() * 2 < average ? "BELOW_OTHERS" : "LEVEL";
                    return new Row(
                            roster.siteName(),
                            s.id(),
                            roster.workerName(s.id()),
                            s.settings() == null ? "" : String.join(" ", s.settings()),
                            before,
                            limitBefore,
                            after,
                            limitAfter,
                            load,
                            standing,
                            before + " of " + limitBefore + " before and " + after + " of " + limitAfter
                                    + " after release; colleagues carry " + average + " on average.");
                })
                .sorted(Comparator.comparingInt(Row::load).reversed().thenComparing(Row::name))
                .toList();
    }

    private static int average(Known known, int cases) {
        long carrying = known.staff().stream()
                .filter(s -> !Boolean.FALSE.equals(s.active()))
                .filter(s -> s.role() == null || s.role().endsWith("CASE_MANAGER"))
                .count();
        return carrying == 0 ? cases : Math.toIntExact(Math.round((double) cases / carrying));
    }

    private static int percent(int count, int limit) {
        return limit == 0 ? 0 : count * FULL / limit;
    }
}
