package org.throughcare.participant.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.throughcare.participant.policy.PolicyValues;

/**
 * How much each worker of a site carries before and after release, as people and as what they count for by their levels of
 * care (H5), against the policy's limits (L2) and beside the others (L17).
 */
public final class CaseloadBalance {

    /** What the policy says of caseloads; limits in ordinary cases. */
    public record Measure(int limitBefore, int limitAfter, PolicyValues.FairShare fairShare) {
        public static Measure of(PolicyValues values) {
            return new Measure(values.caseloadLimitBefore(), values.caseloadLimitAfter(), values.fairShare());
        }
    }

    /** Row by worker, or the three kinds of staff side by side. */
    public enum By {
        WORKER,
        SETTING
    }

    /** Where somebody works, by the settings on their record. */
    public enum Kind {
        JAIL,
        COMMUNITY,
        MIXED
    }

    public enum Standing {
        OVER_LIMIT,
        ABOVE_OTHERS,
        LEVEL,
        BELOW_OTHERS
    }

    /**
     * @param before people before release
     * @param weightedBefore what they count for, in ordinary cases
     * @param limitBefore in ordinary cases
     * @param after people after release
     * @param weighted all of them, in ordinary cases
     * @param load the fuller of the two sides, as a percentage of its limit
     */
    public record Row(
            String site,
            String worker,
            String name,
            String settings,
            Kind kind,
            int before,
            BigDecimal weightedBefore,
            int limitBefore,
            int after,
            BigDecimal weightedAfter,
            int limitAfter,
            BigDecimal weighted,
            int load,
            Standing standing,
            String why) {}

    /**
     * @param people with an open case
     * @param weighted what they count for, in ordinary cases
     * @param why who of them stands out, and by what
     */
    public record KindRow(
            String site,
            Kind kind,
            int workers,
            int people,
            BigDecimal weighted,
            BigDecimal peoplePerWorker,
            BigDecimal weightedPerWorker,
            int overLimit,
            int above,
            int below,
            String why) {}

    private static final int ALL = 100;
    private static final int ORDINARY = 100;

    private final Known known;
    private final Measure measure;
    private final Roster roster;
    private final List<Known.CaseFile> open;
    private final Map<String, String> population = new HashMap<>();

    private CaseloadBalance(Known known, Measure measure) {
        this.known = known;
        this.measure = measure;
        this.roster = new Roster(known);
        this.open = known.cases().stream().filter(Known.CaseFile::open).toList();
        known.custodies()
                .forEach(c -> population.put(c.participant(), c.population() == null ? "RELEASED" : c.population()));
    }

    public static List<Row> rows(Known known, Measure measure) {
        return new CaseloadBalance(known, measure).rows();
    }

    public static List<KindRow> byKind(Known known, Measure measure) {
        Map<Kind, List<Row>> rows = new EnumMap<>(Kind.class);
        rows(known, measure)
                .forEach(row -> rows.computeIfAbsent(row.kind(), kind -> new ArrayList<>())
                        .add(row));
        return rows.entrySet().stream()
                .map(each -> kindRow(each.getKey(), each.getValue()))
                .toList();
    }

    private List<Row> rows() {
        List<Known.Staff> workers = known.staff().stream()
                .filter(s -> !Boolean.FALSE.equals(s.active()))
                .filter(s -> caseManager(s) || open.stream().anyMatch(c -> s.id().equals(c.primary())))
                .toList();
        int average = average(workers);
        return workers.stream()
                .map(s -> row(s, average))
                .sorted(Comparator.comparingInt(Row::load).reversed().thenComparing(Row::name))
                .toList();
    }

    private Row row(Known.Staff worker, int average) {
        List<Known.CaseFile> own =
                open.stream().filter(c -> worker.id().equals(c.primary())).toList();
        List<Known.CaseFile> after = own.stream().filter(this::released).toList();
        List<Known.CaseFile> before = own.stream().filter(c -> !released(c)).toList();
        int weightBefore = weight(before);
        int weightAfter = weight(after);
        int load = Math.max(percent(weightBefore, measure.limitBefore()), percent(weightAfter, measure.limitAfter()));
        boolean over = past(weightBefore, measure.limitBefore()) || past(weightAfter, measure.limitAfter());
        return new Row(
                roster.siteName(),
                worker.id(),
                roster.workerName(worker.id()),
                worker.settings() == null ? "" : String.join(" ", worker.settings()),
                kind(worker),
                before.size(),
                cases(weightBefore),
                measure.limitBefore(),
                after.size(),
                cases(weightAfter),
                measure.limitAfter(),
                cases(weightBefore + weightAfter),
                load,
                over ? Standing.OVER_LIMIT : standing(weightBefore + weightAfter, average),
                side(before.size(), weightBefore, measure.limitBefore(), "before") + ", and "
                        + side(after.size(), weightAfter, measure.limitAfter(), "after") + ": "
                        + cases(weightBefore + weightAfter).toPlainString() + " in all, where colleagues carry "
                        + cases(average).toPlainString() + " on average.");
    }

    private static String side(int people, int weight, int limit, String side) {
        return people + (people == 1 ? " person " : " people ") + side + " release count for "
                + cases(weight).toPlainString() + " of " + limit
                + (past(weight, limit) ? ", which is past the limit" : "");
    }

    private Standing standing(int weight, int average) {
        PolicyValues.FairShare share = measure.fairShare();
        if (weight * ALL > average * share.abovePercent()) {
            return Standing.ABOVE_OTHERS;
        }
        return weight * ALL < average * share.belowPercent() ? Standing.BELOW_OTHERS : Standing.LEVEL;
    }

    /** Of all who are there to carry cases; a supervisor with some is compared, but lowers nobody's average. */
    private int average(List<Known.Staff> workers) {
        long carrying = workers.stream().filter(CaseloadBalance::caseManager).count();
        return carrying == 0 ? weight(open) : Math.toIntExact(Math.round((double) weight(open) / carrying));
    }

    private static boolean caseManager(Known.Staff worker) {
        return worker.role() == null || worker.role().endsWith("CASE_MANAGER");
    }

    private boolean released(Known.CaseFile of) {
        return "RELEASED".equals(population.getOrDefault(of.participant(), "RELEASED"));
    }

    private static Kind kind(Known.Staff worker) {
        List<String> settings = worker.settings() == null ? List.of() : worker.settings();
        boolean inside = settings.isEmpty() ? "JAIL_CASE_MANAGER".equals(worker.role()) : settings.contains("JAIL");
        boolean outside = settings.contains("COMMUNITY");
        return inside ? outside ? Kind.MIXED : Kind.JAIL : Kind.COMMUNITY;
    }

    private static KindRow kindRow(Kind kind, List<Row> rows) {
        int people = rows.stream().mapToInt(row -> row.before() + row.after()).sum();
        BigDecimal weighted = rows.stream().map(Row::weighted).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<String> standOut = rows.stream()
                .filter(row -> row.standing() != Standing.LEVEL)
                .map(row -> row.name() + ": " + words(row.standing()) + " ("
                        + row.weighted().toPlainString() + ")")
                .toList();
        return new KindRow(
                rows.getFirst().site(),
                kind,
                rows.size(),
                people,
                weighted,
                perWorker(BigDecimal.valueOf(people), rows.size()),
                perWorker(weighted, rows.size()),
                count(rows, Standing.OVER_LIMIT),
                count(rows, Standing.ABOVE_OTHERS),
                count(rows, Standing.BELOW_OTHERS),
                standOut.isEmpty() ? "Nobody stands out." : String.join("; ", standOut) + ".");
    }

    private static String words(Standing standing) {
        return switch (standing) {
            case OVER_LIMIT -> "past the limit";
            case ABOVE_OTHERS -> "far above the others";
            case LEVEL -> "level";
            case BELOW_OTHERS -> "far below the others";
        };
    }

    private static int count(List<Row> rows, Standing standing) {
        return (int) rows.stream().filter(row -> row.standing() == standing).count();
    }

    private static BigDecimal perWorker(BigDecimal sum, int workers) {
        return sum.divide(BigDecimal.valueOf(workers), 2, RoundingMode.HALF_UP);
    }

    private static int weight(List<Known.CaseFile> cases) {
        return cases.stream()
                .mapToInt(each -> each.weightPercent() == null ? ORDINARY : each.weightPercent())
                .sum();
    }

    private static boolean past(int weight, int limit) {
        return weight > limit * ORDINARY;
    }

    private static int percent(int weight, int limit) {
        return limit == 0 ? 0 : weight / limit;
    }

    private static BigDecimal cases(int weight) {
        return BigDecimal.valueOf(weight, 2);
    }
}
