package org.throughcare.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The all-in-one as a process of its own, on free ports, so that it can end, and be ended, as it really would. */
final class SuiteProcess implements AutoCloseable {

    private static final List<String> PARTS =
            List.of("GATEWAY", "PARTICIPANT", "NOTES", "SCHEDULING", "REFERRAL", "SIGN_IN", "BROKER");

    private final Process process;
    private final Path output;
    private final Map<String, Integer> ports;

    private SuiteProcess(Process process, Path output, Map<String, Integer> ports) {
        this.process = process;
        this.output = output;
        this.ports = ports;
    }

    static Map<String, Integer> freePorts() {
        Map<String, Integer> ports = new HashMap<>();
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (String part : PARTS) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                ports.put(part, socket.getLocalPort());
            }
            for (ServerSocket each : held) {
                each.close();
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return ports;
    }

    static SuiteProcess start(Path data, Map<String, Integer> ports, String... arguments) throws IOException {
        return start(data, ports, Map.of(), arguments);
    }

    static SuiteProcess start(
            Path data, Map<String, Integer> ports, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx768m",
                "-cp",
                System.getProperty("java.class.path"),
                AllInOne.class.getName()));
        command.addAll(List.of(arguments));
        command.add("--data=" + data);
        Path output = Files.createTempFile("suite", ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        ports.forEach((part, port) -> builder.environment().put("THROUGHCARE_" + part + "_PORT", String.valueOf(port)));
        builder.environment().putAll(environment);
        return new SuiteProcess(builder.start(), output, ports);
    }

    String gateway() {
        return "http://127.0.0.1:" + ports.get("GATEWAY");
    }

    String signIn() {
        return "http://127.0.0.1:" + ports.get("SIGN_IN");
    }

    int brokerPort() {
        return Objects.requireNonNull(ports.get("BROKER"));
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    void awaitOutput(String text, Duration atMost) {
        await().atMost(atMost).pollInterval(Duration.ofMillis(200)).until(() -> {
            assertThat(process.isAlive()).as(output()).isTrue();
            return output().contains(text);
        });
    }

    /** @return its exit code */
    int awaitEnd(Duration atMost) throws InterruptedException {
        assertThat(process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS))
                .as(output())
                .isTrue();
        return process.exitValue();
    }

    void killHard() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
