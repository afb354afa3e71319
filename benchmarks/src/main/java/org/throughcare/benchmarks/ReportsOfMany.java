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
                "report", "one site, first s", "again s", "all sites, begins s", "whole, first s", "again s", "MiB"));
        for (String each : REPORTS) {
            Asked one = asked(each + "&site=" + sites.getFirst(), times);
            Asked all = asked(each, times);
            rows.add(List.of(
                    "`" + each.replaceAll("[?]x$", "") + "`",
                    one.first(),
                    one.again(),
                    all.begins(),
                    all.first(),
                    all.again(),
                    all.size()));
        }
        report.heading("(e) Reports over many people");
        report.paragraph(
                "Aim: a second, or prepared ahead. " + bulk.told() + " Asked of participant-service by one caller, "
                        + "first once, then " + times + " times (the slowest is told; so is the latest beginning).");
        report.table(rows);
        report.paragraph("Load average now " + Machine.load() + ".");
    }

    private record Asked(String begins, String first, String again, String size) {}

    private Asked asked(String path, int times) {
        double begins = 0;
        double first = 0;
        double slowest = 0;
        long size = 0;
        for (int i = 0; i <= times; i++) {
            Client.Taken taken = client.take(suite.uri("participant") + path, administrator);
            double whole = taken.whole() / 1e9;
            begins = Math.max(begins, taken.begun() / 1e9);
            size = taken.bytes();
            if (i == 0) {
                first = whole;
            } else {
                slowest = Math.max(slowest, whole);
            }
            System.err.printf("   %s begins in %.2f s, whole in %.2f s%n", path, taken.begun() / 1e9, whole);
        }
        return new Asked(
                number("%.2f", begins),
                number("%.2f", first),
                number("%.2f", slowest),
                number("%,.1f", size / 1024.0 / 1024.0));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
