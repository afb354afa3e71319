package org.throughcare.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One measured process. Secrets reach it by its environment, never by its arguments. */
final class ServiceProcess implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration PACE = Duration.ofMillis(20);

    private final String name;
    private final Process process;
    private final Path log;
    private final long began = System.nanoTime();

    private ServiceProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static ServiceProcess start(String name, List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(new File("/dev/null"));
        Map<String, String> inherited = builder.environment();
        inherited.keySet().retainAll(List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR"));
        inherited.putAll(environment);
        try {
            return new ServiceProcess(name, builder.start(), log);
        } catch (IOException failed) {
            throw new CannotMeasure(name + " does not start: " + failed, failed);
        }
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    /** @return seconds from the start of the process to the first answer of 200 */
    double untilHealthy(String uri) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                .timeout(Duration.ofSeconds(10))
                .build();
        long deadline = began + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new CannotMeasure(name + " stopped while starting:\n" + tail());
            }
            try {
                if (HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return (System.nanoTime() - began) / 1e9;
                }
            } catch (IOException notYet) {
                LockSupport.parkNanos(PACE.toNanos());
                continue;
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new CannotMeasure("interrupted", stopping);
            }
            LockSupport.parkNanos(PACE.toNanos());
        }
        throw new CannotMeasure(name + " was not healthy within " + PATIENCE.toMinutes() + " minutes:\n" + tail());
    }

    /** @return seconds from the start of the process to the line in its output */
    double untilSaid(String words) {
        long deadline = began + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (output().contains(words)) {
                return (System.nanoTime() - began) / 1e9;
            }
            LockSupport.parkNanos(PACE.toNanos());
        }
        throw new CannotMeasure(name + " never said \"" + words + "\":\n" + tail());
    }

    /** Ends it in order and waits for what it leaves behind. */
    void endAndWait() {
        process.destroy();
        awaitEnd();
    }

    /** Waits until it has ended by itself, well. */
    void untilOver() {
        if (!awaitEnd() || process.exitValue() != 0) {
            throw new CannotMeasure(name + " did not end well:\n" + tail());
        }
    }

    private boolean awaitEnd() {
        try {
            return process.waitFor(PATIENCE.toMinutes(), TimeUnit.MINUTES);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("interrupted", stopping);
        }
    }

    private String output() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return "(" + log + " cannot be read)";
        }
    }

    private String tail() {
        List<String> lines = output().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
