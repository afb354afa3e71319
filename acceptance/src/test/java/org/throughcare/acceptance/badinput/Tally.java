package org.throughcare.acceptance.badinput;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many requests of each kind were answered as they should be, and those that were not. */
final class Tally {

    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int taken;

    void count(String service, String kind, boolean right, String what) {
        counts.computeIfAbsent(kind, k -> new TreeMap<>()).merge(service, 1, Integer::sum);
        if (!right) {
            wrong.add(service + ": " + kind + ": " + what);
        }
    }

    /** A request with another grantee's token was taken, in that grantee's own data. */
    void tookFromOtherGrantee() {
        taken++;
    }

    int takenFromOtherGrantee() {
        return taken;
    }

    List<String> wrong() {
        return wrong;
    }

    String table(List<String> services) {
        StringBuilder table =
                new StringBuilder(String.format("%nBad input: requests, by kind and service%n  %-40s", ""));
        services.forEach(each -> table.append(String.format("%14s", each)));
        counts.forEach((kind, byService) -> {
            table.append(String.format("%n  %-40s", kind));
            services.forEach(each -> table.append(String.format("%14d", byService.getOrDefault(each, 0))));
        });
        return table.append(String.format("%n  answered otherwise: %d%n", wrong.size()))
                .toString();
    }
}
