package org.throughcare.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every report over a grantee of many people: of one site, as its supervisor asks, and of all sites, as an administrator does. */
final class ReportsOfMany {

    private static final int SITES = 20;
    private static final List<String> REPORTS = List.of(
            "/reports/caseload-balance?x",
            "/reports/due?withinDays=7",
            "/reports/exit-alert?x",
            "/reports/follow-ups?withinDays=30",
            "/reports/performance?across=true",
            "/reports/performance?by=WORKER",
            "/reports/upcoming-releases?x",
            "/exports/pirl/checks?x",
            "/exports/pirl?x");

    private final Infra infra;
    private final Suite suite;
    private final Client client;
    private final String administrator;

    ReportsOfMany(Infra infra, Suite suite, Client client, String administrator) {
        this.infra = infra;
        this.suite = suite;
        this.client = client;
        this.administrator = administrator;
    }

    void measure(Report report, int people, int times) {
        BulkPeople bulk = new BulkPeople(infra.database(suite.databaseOf("participant")));
        List<String> sites = bulk.add(people, SITES);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "report", "one site, first s", "one site, again s", "KiB", "all sites, first s", "again s", "KiB"));
        for (String each : REPORTS) {
            Asked one = asked(each + "&site=" + sites.getFirst(), times);
            Asked all = asked(each, times);
            rows.add(List.of(
                    "`" + each.replaceAll("[?]x$", "") + "`",
                    one.first(),
                    one.again(),
                    one.size(),
                    all.first(),
                    all.again(),
                    all.size()));
        }
        report.heading("(e) Reports over many people");
        report.paragraph(
                "Aim: a second, or prepared ahead. " + bulk.told() + " Asked of participant-service by one caller, "
                        + "first once, then " + times + " times (the slowest is told).");
        report.table(rows);
        report.paragraph("Load average now " + Machine.load() + ".");
    }

    private record Asked(String first, String again, String size) {}

    private Asked asked(String path, int times) {
        double first = 0;
        double slowest = 0;
        int size = 0;
        for (int i = 0; i <= times; i++) {
            long began = System.nanoTime();
            size = client.get(suite.uri("participant") + path, administrator)
                    .ok()
                    .body()
                    .length();
            double seconds = (System.nanoTime() - began) / 1e9;
            if (i == 0) {
                first = seconds;
            } else {
                slowest = Math.max(slowest, seconds);
            }
            System.err.printf("   %s in %.2f s%n", path, seconds);
        }
        return new Asked(number("%.2f", first), number("%.2f", slowest), number("%,.0f", size / 1024.0));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
