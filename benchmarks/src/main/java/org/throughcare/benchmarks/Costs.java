package org.throughcare.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the processes have used until now: processor time, and commands sent to the document store. Unlike times, costs per
 * operation hardly depend on what else the machine does. Store and broker are counted by program name, whoever asks them.
 *
 * @param storeCommands by service, then by the store's name of the command
 */
record Costs(Map<String, Double> processorSeconds, Map<String, Map<String, Long>> storeCommands) {

    private static final Pattern COUNT =
            Pattern.compile("mongodb_driver_commands_seconds_count\\{([^}]*)} ([0-9.E+]+)");
    private static final Pattern COMMAND = Pattern.compile("command=\"(\\w+)\"");
    private static final Pattern COLLECTION = Pattern.compile("collection=\"([^\"]+)\"");
    private static final Map<String, String> SERVERS =
            Map.of("postgres", "PostgreSQL", "ferretdb", "FerretDB", "beam.smp", "RabbitMQ");

    static Costs now(Suite suite) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        Map<String, Map<String, Long>> commands = new LinkedHashMap<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            suite.running().forEach((service, process) -> {
                seconds.put(process.name(), Machine.cpuSeconds(process.pid()));
                commands.put(
                        process.name(),
                        commands(http, suite.uri(service) + "/actuator/prometheus", suite.systemToken()));
            });
        }
        seconds.putAll(servers());
        seconds.put("this program", Machine.cpuSeconds(ProcessHandle.current().pid()));
        return new Costs(seconds, commands);
    }

    private static Map<String, Long> commands(HttpClient http, String uri, String token) {
        Map<String, Long> counts = new TreeMap<>();
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                    .header("Authorization", "Bearer " + token)
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            Matcher each = COUNT.matcher(answer.body());
            while (each.find()) {
                counts.merge(
                        first(COMMAND, each.group(1)) + " " + first(COLLECTION, each.group(1)),
                        (long) Double.parseDouble(each.group(2)),
                        Long::sum);
            }
        } catch (IOException failed) {
            throw new CannotMeasure(uri + " was not answered: " + failed, failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("interrupted", stopping);
        }
        counts.keySet().removeIf(each -> each.startsWith("hello") || each.startsWith("ping"));
        return counts;
    }

    private static String first(Pattern pattern, String labels) {
        Matcher found = pattern.matcher(labels);
        return found.find() ? found.group(1) : "";
    }

    private static Map<String, Double> servers() {
        Map<String, Double> seconds = new TreeMap<>();
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            all.filter(each -> each.getFileName().toString().matches("[0-9]+")).forEach(each -> {
                try {
                    String name =
                            SERVERS.get(Files.readString(each.resolve("comm")).strip());
                    if (name != null) {
                        seconds.merge(
                                name,
                                Machine.cpuSeconds(
                                        Long.parseLong(each.getFileName().toString())),
                                Double::sum);
                    }
                } catch (IOException | CannotMeasure ended) {
                    // it ended while we looked
                }
            });
        } catch (IOException failed) {
            throw new CannotMeasure("/proc cannot be read", failed);
        }
        return seconds;
    }

    /** In words: per operation, since then. */
    String perOperation(Costs then, int operations) {
        double sum = processorSeconds.entrySet().stream()
                .mapToDouble(
                        each -> each.getValue() - then.processorSeconds.getOrDefault(each.getKey(), each.getValue()))
                .sum();
        String processor = processorSeconds.entrySet().stream()
                .map(each -> String.format(
                        Locale.ROOT,
                        "%s %.1f",
                        each.getKey(),
                        1_000
                                * (each.getValue() - then.processorSeconds.getOrDefault(each.getKey(), each.getValue()))
                                / operations))
                .collect(Collectors.joining(", "));
        String store = storeCommands.entrySet().stream()
                .map(each -> each.getKey() + " "
                        + described(
                                each.getValue(), then.storeCommands.getOrDefault(each.getKey(), Map.of()), operations))
                .collect(Collectors.joining("; "));
        return String.format(
                Locale.ROOT,
                "%.1f ms of processor time (%s); commands to the store: %s",
                1_000 * sum / operations,
                processor,
                store);
    }

    /** All of them by kind, and what the most frequent ones go to. */
    private static String described(Map<String, Long> now, Map<String, Long> then, int operations) {
        Map<String, Double> each = new TreeMap<>();
        Map<String, Double> kinds = new TreeMap<>();
        now.forEach((name, count) -> {
            double per = (count - then.getOrDefault(name, 0L)) / (double) operations;
            each.put(name, per);
            kinds.merge(name.substring(0, name.indexOf(' ')), per, Double::sum);
        });
        return counted(kinds, 0.05) + " (" + counted(each, 0.4) + ")";
    }

    private static String counted(Map<String, Double> perOperation, double atLeast) {
        return perOperation.entrySet().stream()
                .filter(each -> each.getValue() >= atLeast)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(each -> String.format(Locale.ROOT, "%.1f %s", each.getValue(), each.getKey()))
                .collect(Collectors.joining(", "));
    }
}
