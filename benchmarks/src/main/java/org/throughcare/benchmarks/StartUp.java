package org.throughcare.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** How soon the suite is ready and what it occupies: in one JVM, and as five processes. From extracted jars. */
final class StartUp {

    private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** As {@code ./throughcare up} and {@code up --services} start them. */
    private static final List<String> ONE_JVM = List.of("-XX:+UseSerialGC", "-Xmx1g");

    private static final List<String> FIVE = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Options options;
    private final Infra infra;
    private final Issuer issuer;
    private final Path work;

    StartUp(Options options, Infra infra, Issuer issuer, Path work) {
        this.options = options;
        this.infra = infra;
        this.issuer = issuer;
        this.work = work;
    }

    void measure(Report report) {
        report.heading("(d) Start-up and memory");
        report.paragraph(
                "Aims: ready in 10 s, five services in 1.2 GiB. From the start of the process to the first 200 of"
                        + " `/actuator/health`, asked every 20 ms; jars extracted (`-Djarmode=tools`). \"On its data\""
                        + " is the second start on the same folder, \"AOT cache\" with the classes kept from a start before (as"
                        + " `./throughcare up` does it). RSS " + TimeUnit.NANOSECONDS.toSeconds(REST_NANOS)
                        + " s after it was ready. Load average " + Machine.load() + " at the start.");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "what",
                "gateway ready s",
                "all ready s",
                "processor s until then",
                "made-up grantee set up s",
                "RSS MiB"));
        Path jar = extracted("all-in-one");
        Path cache = work.resolve("all-in-one.aot");
        for (boolean cached : List.of(false, true)) {
            List<String> flags = new ArrayList<>(ONE_JVM);
            if (cached) {
                keepClasses(jar, cache);
                flags.addAll(using(cache));
            }
            Path data = work.resolve("data-" + rows.size());
            String name = "one JVM, `up`" + (cached ? ", AOT cache" : "");
            rows.add(oneJvm(name + ", first start", jar, data, flags));
            rows.add(oneJvm(name + ", on its data", jar, data, flags));
        }
        report.table(rows);
        five(report);
        report.paragraph("Load average now " + Machine.load() + ".");
    }

    private static List<String> using(Path cache) {
        return List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=error");
    }

    /** One start that ends as soon as everything answers. */
    private void keepClasses(Path jar, Path cache) {
        System.err.println("   keeping the classes of one start");
        List<String> command = new ArrayList<>(List.of(Suite.java(), "-XX:AOTCacheOutput=" + cache));
        command.addAll(ONE_JVM);
        command.addAll(List.of("-jar", jar.toString(), "up", "--exit", "--data=" + work.resolve("data-aot")));
        try (ServiceProcess process = ServiceProcess.start(
                "all-in-one", command, environment(freePorts()), work.resolve("all-in-one-aot.log"))) {
            process.untilOver();
        }
    }

    private static Map<String, Integer> freePorts() {
        Map<String, Integer> ports = new HashMap<>();
        for (String each : List.of("GATEWAY", "PARTICIPANT", "NOTES", "SCHEDULING", "REFERRAL", "SIGN_IN", "BROKER")) {
            ports.put(each, Suite.freePort());
        }
        return ports;
    }

    private static Map<String, String> environment(Map<String, Integer> ports) {
        Map<String, String> environment = new HashMap<>();
        ports.forEach((name, port) -> environment.put("THROUGHCARE_" + name + "_PORT", String.valueOf(port)));
        return environment;
    }

    private List<String> oneJvm(String name, Path jar, Path data, List<String> flags) {
        System.err.println("   " + name);
        Map<String, Integer> ports = freePorts();
        List<String> command = new ArrayList<>(List.of(Suite.java()));
        command.addAll(flags);
        command.addAll(List.of("-jar", jar.toString(), "up", "--data=" + data));
        try (ServiceProcess process =
                ServiceProcess.start("all-in-one", command, environment(ports), work.resolve("all-in-one.log"))) {
            double gateway = process.untilHealthy(health(ports.get("GATEWAY")));
            double all = gateway;
            for (String each : List.of("PARTICIPANT", "NOTES", "SCHEDULING", "REFERRAL")) {
                all = Math.max(all, process.untilHealthy(health(ports.get(each))));
            }
            double processor = Machine.cpuSeconds(process.pid());
            double setUp = process.untilSaid("Serving at");
            LockSupport.parkNanos(REST_NANOS);
            return List.of(
                    name,
                    seconds(gateway),
                    "**" + seconds(all) + "**",
                    seconds(processor),
                    seconds(setUp),
                    String.valueOf(Machine.residentMib(process.pid())));
        }
    }

    private void five(Report report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "five processes, started at once on infra (" + String.join(" ", FIVE) + ")",
                "ready s",
                "RSS MiB",
                "PSS MiB",
                "processor s until all were"));
        Map<String, Path> jars = new HashMap<>();
        Suite.ALL.forEach(each -> jars.put(each, extracted(Suite.module(each))));
        five(rows, jars, "", each -> FIVE);
        try (Suite suite = new Suite(options, infra, issuer, work)) {
            System.err.println("   keeping the classes of one start");
            Suite.ALL.forEach(each -> suite.launch(
                    each,
                    jars.getOrDefault(each, Path.of("")),
                    plus(FIVE, "-XX:AOTCacheOutput=" + work.resolve(each + ".aot"))));
            Suite.ALL.forEach(suite::untilHealthy);
            suite.running().values().forEach(ServiceProcess::endAndWait);
        }
        five(
                rows,
                jars,
                ", AOT cache",
                each -> plus(FIVE, using(work.resolve(each + ".aot")).toArray(String[]::new)));
        report.table(rows);
    }

    private static List<String> plus(List<String> flags, String... more) {
        List<String> all = new ArrayList<>(flags);
        all.addAll(List.of(more));
        return all;
    }

    private void five(
            List<List<String>> rows, Map<String, Path> jars, String how, Function<String, List<String>> flags) {
        try (Suite suite = new Suite(options, infra, issuer, work)) {
            System.err.println("   five processes");
            Suite.ALL.forEach(each -> suite.launch(each, jars.getOrDefault(each, Path.of("")), flags.apply(each)));
            double last = 0;
            Map<String, Double> ready = new HashMap<>();
            for (String each : Suite.ALL) {
                double seconds = suite.untilHealthy(each);
                ready.put(each, seconds);
                last = Math.max(last, seconds);
            }
            Map<String, Double> used = new HashMap<>();
            Suite.ALL.forEach(each ->
                    used.put(each, Machine.cpuSeconds(suite.process(each).pid())));
            LockSupport.parkNanos(REST_NANOS);
            long resident = 0;
            long proportional = 0;
            double processor = 0;
            for (String each : Suite.ALL) {
                long pid = suite.process(each).pid();
                resident += Machine.residentMib(pid);
                proportional += Machine.proportionalMib(pid);
                processor += used.getOrDefault(each, 0.0);
                rows.add(List.of(
                        Suite.module(each) + how,
                        seconds(ready.getOrDefault(each, Double.NaN)),
                        String.valueOf(Machine.residentMib(pid)),
                        String.valueOf(Machine.proportionalMib(pid)),
                        seconds(used.getOrDefault(each, 0.0))));
            }
            rows.add(List.of(
                    "all five" + how,
                    "**" + seconds(last) + "**",
                    "**" + resident + "**",
                    String.valueOf(proportional),
                    seconds(processor)));
        }
    }

    private Path extracted(String module) {
        Path folder = work.resolve("extracted-" + module);
        List<String> command = List.of(
                Suite.java(),
                "-Djarmode=tools",
                "-jar",
                options.jar(module).toString(),
                "extract",
                "--destination",
                folder.toString());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(work.resolve("extract.log").toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new CannotMeasure(module + " cannot be extracted; see " + work.resolve("extract.log"));
            }
        } catch (IOException failed) {
            throw new CannotMeasure(module + " cannot be extracted: " + failed, failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("interrupted", stopping);
        }
        return folder.resolve(options.jar(module).getFileName());
    }

    private static String health(@org.jspecify.annotations.Nullable Integer port) {
        return "http://127.0.0.1:" + port + "/actuator/health";
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
