package org.throughcare.acceptance.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Signals to processes, each by its own id. */
final class Signals {

    private Signals() {}

    static void send(String signal, Long... processes) {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        for (Long each : processes) {
            command.add(Long.toString(each));
        }
        try {
            Process kill = new ProcessBuilder(command).inheritIO().start();
            if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IllegalStateException("not taken: " + String.join(" ", command));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
