package org.throughcare.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** The suite beside the bare store and broker. Everything it starts or makes is gone when it ends, however it ends. */
public final class Benchmarks {

    private static final List<String> SERVICES = List.of("participant", "notes", "scheduling", "referral");

    private final Options options;
    private final Report report = new Report();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private Benchmarks(Options options) {
        this.options = options;
    }

    /** Ends with 0 when everything was measured, with 2 when something was missing, with 3 when time was up. */
    public static void main(String[] arguments) {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        int status = 0;
        try {
            Benchmarks benchmarks = new Benchmarks(Options.of(arguments));
            Runtime.getRuntime().addShutdownHook(new Thread(benchmarks::close));
            benchmarks.run();
        } catch (CannotMeasure reason) {
            System.err.println("throughcare: " + reason.getMessage());
            status = 2;
        }
        System.exit(status);
    }

    private void run() {
        Thread.ofPlatform().daemon().name("time limit").start(() -> {
            try {
                Thread.sleep(Duration.ofMinutes(options.limitMinutes()));
                System.err.println("throughcare: the time limit of " + options.limitMinutes() + " minutes is over.");
                System.exit(3);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        Path work = folder();
        Infra infra = opened(new Infra(System.getenv()));
        Issuer issuer = opened(new Issuer());
        about(infra, work);
        if (options.wants("signing")
                || options.wants("effect")
                || options.wants("timeline")
                || options.wants("reports")) {
            loaded(infra, issuer, work);
        }
        if (options.wants("start")) {
            System.err.println("(d) start-up and memory");
            new StartUp(options, infra, issuer, work).measure(report);
        }
        if (options.write()) {
            Path file = options.repository().resolve("docs/benchmarks.md");
            report.write(file);
            System.err.println("Written to " + file);
        }
    }

    private void loaded(Infra infra, Issuer issuer, Path work) {
        Client client = opened(new Client());
        Suite suite = opened(new Suite(options, infra, issuer, work));
        System.err.println("starting the services");
        suite.start(SERVICES);
        Quiet quiet = opened(new Quiet(infra, suite, SERVICES));
        int people = options.quick() ? 60 : 400;
        System.err.println("taking " + people + " participants in");
        Grantee grantee = Grantee.setUp(suite, issuer, client, people);
        quiet.await("participant", List.of("custody", "case", "participant"));
        if (options.wants("signing")) {
            System.err.println("(a) signing a note");
            new SigningRate(infra, suite, grantee, client, quiet, options.quick()).measure(report);
        }
        if (options.wants("effect")) {
            System.err.println("(b) effects elsewhere");
            new EffectDelay(infra, suite, grantee, client, quiet)
                    .measure(report, options.rate(), options.seconds(), options.quick() ? 5 : 30);
        }
        if (options.wants("timeline")) {
            System.err.println("(c) a growing timeline");
            new GrowingTimeline(infra, suite, grantee, client, quiet)
                    .measure(report, options.notes(), options.quick() ? 100 : 1_000);
        }
        if (options.wants("reports")) {
            System.err.println("(e) reports over many people");
            new ReportsOfMany(infra, suite, client, grantee.administrator())
                    .measure(report, options.people(), options.quick() ? 1 : 3);
        }
        suite.close();
    }

    private void about(Infra infra, Path work) {
        Latencies fsync = Machine.fsync(work);
        report.paragraph("# Benchmarks");
        report.paragraph("Written by `./throughcare bench --write` on " + LocalDate.now(ZoneOffset.UTC)
                + (options.quick() ? " as a **quick run, which shows that it works and little else**" : "")
                + ". Store, broker, services and callers share one machine, and all of them its processors.");
        report.table(List.of(
                List.of("machine", ""),
                List.of("processors", Machine.cpu()),
                List.of("memory", Machine.memory()),
                List.of("system", Machine.system()),
                List.of("Java", Runtime.version() + " (" + System.getProperty("java.vendor") + ")"),
                List.of("document store", infra.storeVersion()),
                List.of("broker", infra.brokerVersion()),
                List.of("fsync of 4 KiB", "p50 " + fsync.text(50) + " ms, p99 " + fsync.text(99) + " ms"),
                List.of("load average before", Machine.load())));
    }

    private Path folder() {
        try {
            Path folder = Files.createTempDirectory("throughcare-bench");
            open.push(() -> delete(folder));
            return folder;
        } catch (IOException failed) {
            throw new CannotMeasure("no temporary folder can be made: " + failed, failed);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    private synchronized void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception failed) {
                System.err.println("bench: " + failed);
            }
        }
    }
}
