package org.throughcare.acceptance.process;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The processes of an infrastructure that is this run's alone: they may be killed, paused and started again.
 * {@code -Dthroughcare.chaos.script} names the script that starts them, {@code -Dthroughcare.chaos.run} the folder where it
 * keeps their process ids.
 */
public final class Servers {

    private static final int UP_MINUTES = 5;

    private final Path script;
    private final Path run;

    private Servers(Path script, Path run) {
        this.script = script;
        this.run = run;
    }

    /** Empty when the servers are not ours to stop. */
    public static Optional<Servers> given() {
        String script = System.getProperty("throughcare.chaos.script", "");
        String run = System.getProperty("throughcare.chaos.run", "");
        return script.isEmpty() || run.isEmpty()
                ? Optional.empty()
                : Optional.of(new Servers(Path.of(script), Path.of(run)));
    }

    /** @param part as the script names it: {@code postgres}, {@code ferretdb}, or a node of the broker, {@code chaos1} to {@code 3} */
    public void kill(String part) {
        signal("-KILL", part);
    }

    public void pause(String part) {
        signal("-STOP", part);
    }

    public void resume(String part) {
        signal("-CONT", part);
    }

    /** Starts those that are not there; returns when all are. */
    public void up() {
        up("infra", "up");
        up("chaos", "nodes");
    }

    private void up(String... how) {
        try {
            Path log = Files.createDirectories(Path.of("target", "processes")).resolve("servers.log");
            List<String> command = new ArrayList<>(List.of(script.toString()));
            command.addAll(List.of(how));
            Process starting = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (!starting.waitFor(UP_MINUTES, TimeUnit.MINUTES) || starting.exitValue() != 0) {
                throw new IllegalStateException("the servers did not come up; see " + log.toAbsolutePath());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private void signal(String signal, String part) {
        List<Long> processes = session(part);
        if (!processes.isEmpty()) {
            Signals.send(signal, processes.toArray(Long[]::new));
        }
    }

    /** A part's first process opened a session, which its children are in. */
    private List<Long> session(String part) {
        try {
            String first = Files.readString(run.resolve(part)).split(" ", 2)[0];
            Process listing = new ProcessBuilder("pgrep", "-s", first).start();
            List<Long> found = new ArrayList<>();
            try (InputStreamReader reader = new InputStreamReader(listing.getInputStream(), StandardCharsets.UTF_8)) {
                for (String line : reader.readAllAsString().split("\n")) {
                    if (!line.isBlank()) {
                        found.add(Long.valueOf(line.strip()));
                    }
                }
            }
            return found;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
