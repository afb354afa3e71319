package org.throughcare.acceptance.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A program on the PATH that checks files; a test that wants one which is not there is skipped and says which. */
public final class Tool {

    /** How it ended, and all it said. */
    public record Ended(int status, String said) {}

    private final String name;

    public Tool(String name) {
        this.name = name;
    }

    public Ended run(Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException absent) {
            return Assumptions.abort(
                    name + " is not on the PATH; \"./throughcare test\" brings it where infra can be had");
        }
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), said);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
