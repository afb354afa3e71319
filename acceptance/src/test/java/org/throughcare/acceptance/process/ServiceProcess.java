package org.throughcare.acceptance.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** One service as a process of its own, on a port that it keeps when it is started again. */
public final class ServiceProcess implements AutoCloseable {

    private static final HttpClient ASKING =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final Path LOGS = Path.of("target", "processes");
    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final Duration REHEARSED = Duration.ofMinutes(3);

    private final String service;
    private final Launch launch;
    private final Map<String, String> environment;
    private final int port;
    private @Nullable Process process;

    /** @param service name of its module, e.g. {@code notes-service} */
    public ServiceProcess(String service, Map<String, String> environment) {
        this(service, freePort(), environment);
    }

    public ServiceProcess(String service, int port, Map<String, String> environment) {
        this.service = service;
        this.port = port;
        this.launch = new Launch(service);
        this.environment = new HashMap<>(environment);
        this.environment.put("SERVER_PORT", Integer.toString(port));
        this.environment.put("SERVER_ADDRESS", "127.0.0.1");
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    public void start() {
        start(launch.arguments());
    }

    /** Starts and stops it once, so that every later start of this build is quicker; nothing when that was done before. */
    void rehearse() {
        if (!launch.isRehearsed()) {
            start(launch.rehearsal());
            awaitReady(START);
            if (leave(REHEARSED)) {
                launch.keepRehearsal();
            } else {
                kill();
            }
        }
    }

    private void start(List<String> arguments) {
        try {
            Files.createDirectories(LOGS);
            List<String> command = new ArrayList<>();
            command.add(ProcessHandle.current().info().command().orElse("java"));
            command.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As {@code kill -9}: the process learns nothing of it. */
    public void kill() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroyForcibly();
        try {
            if (!running.waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException(service + " outlived a kill -9");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stands still with all that it holds, and learns nothing of it, until {@link #resume}. */
    public void pause() {
        signal("-STOP");
    }

    public void resume() {
        signal("-CONT");
    }

    private void signal(String signal) {
        Process running = process;
        if (running != null && running.isAlive()) {
            Signals.send(signal, running.pid());
        }
    }

    /**
     * As an orchestrator stops it: SIGTERM, and then time.
     *
     * @return whether it left by itself
     */
    public boolean leave(Duration patience) {
        Process running = process;
        if (running == null) {
            return true;
        }
        running.destroy();
        try {
            return running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public boolean isAlive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    public boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(uri() + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return ASKING.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What it has announced so far, if it has nothing to do; empty while it has, or does not say. */
    String rest(String systemToken) {
        return FleetClock.announced(quiet(systemToken));
    }

    /** How busy it is, in its own words; missing while it does not say. */
    JsonNode quiet(String systemToken) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(uri() + "/operations/quiet"))
                    .timeout(Duration.ofSeconds(30))
                    .header("Authorization", "Bearer " + systemToken)
                    .build();
            HttpResponse<String> answer = ASKING.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? JsonMapper.shared().readTree(answer.body()) : MissingNode.getInstance();
        } catch (IOException notNow) {
            return MissingNode.getInstance();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return MissingNode.getInstance();
        }
    }

    /** @throws IllegalStateException when it is not ready within minutes */
    public void awaitReady() {
        awaitReady(START);
    }

    private void awaitReady(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!isReady()) {
            Process running = process;
            if (running == null || !running.isAlive()) {
                throw new IllegalStateException(service + " stopped while starting; see " + log());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(service + " was not ready in time; see " + log());
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    public String service() {
        return service;
    }

    /** As events and databases name it. */
    public String wireName() {
        return service.replace("-service", "");
    }

    public String uri() {
        return "http://127.0.0.1:" + port;
    }

    /** At this instance, and no other. */
    public Door door() {
        return new Door(wireName(), uri());
    }

    int port() {
        return port;
    }

    public Path log() {
        return LOGS.resolve(service + "-" + port + ".log").toAbsolutePath();
    }

    @Override
    public void close() {
        stop(STOP);
    }

    private void stop(Duration patience) {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException stopping) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
