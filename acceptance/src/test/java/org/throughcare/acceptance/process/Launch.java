package org.throughcare.acceptance.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How a service's JVM is started: from its unpacked jar and, where a rehearsal left one, with an ahead-of-time cache, which
 * takes most of the work out of a start.
 */
final class Launch {

    private static final List<String> SMALL_AND_QUICK = List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx384m", "-Xlog:disable", "-Xlog:all=error:stderr");

    private final Path jar;
    private final Path cache;

    /** @param service name of its module; {@code -Dthroughcare.jars} may name a folder with the jars */
    Launch(String service) {
        String folder = System.getProperty("throughcare.jars");
        Path packed = folder == null
                ? Path.of("..", service, "target", service + "-exec.jar")
                : Path.of(folder, service + "-exec.jar");
        if (!Files.exists(packed)) {
            throw new IllegalStateException(packed + " is missing; build it with: mvn package -pl " + service + " -am");
        }
        try {
            Path unpacked = Path.of(
                    "target",
                    "launch",
                    service + "-" + Files.getLastModifiedTime(packed).toMillis());
            jar = unpacked.resolve(packed.getFileName()).toAbsolutePath();
            cache = unpacked.resolve("start.aot").toAbsolutePath();
            unpackOnce(packed, unpacked);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Of this process one at a time; another process may be at it too. */
    private static synchronized void unpackOnce(Path packed, Path unpacked) throws IOException {
        if (Files.exists(unpacked.resolve(packed.getFileName()))) {
            return;
        }
        // Whole or not at all: another run may be about to start from the same folder.
        Path own = unpacked.resolveSibling(
                unpacked.getFileName() + "." + ProcessHandle.current().pid());
        unpack(packed, own);
        try {
            Files.move(own, unpacked);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException otherWasFirst) {
            // What it left is the same.
        }
    }

    private static void unpack(Path packed, Path into) throws IOException {
        Files.createDirectories(into);
        Process unpacking = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Djarmode=tools",
                        "-jar",
                        packed.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        into.toString())
                .inheritIO()
                .start();
        try {
            if (!unpacking.waitFor(2, TimeUnit.MINUTES) || unpacking.exitValue() != 0) {
                throw new IllegalStateException(packed + " cannot be unpacked");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    boolean isRehearsed() {
        return Files.exists(cache);
    }

    List<String> arguments() {
        return isRehearsed() ? with("-XX:AOTCache=" + cache) : with("-Xshare:auto");
    }

    List<String> rehearsal() {
        return with("-XX:AOTCacheOutput=" + unfinished());
    }

    /** What a rehearsal has left, once it has ended by itself: one that was killed leaves half a file, or an empty one. */
    void keepRehearsal() {
        try {
            if (Files.exists(unfinished()) && Files.size(unfinished()) > 0) {
                Files.move(unfinished(), cache, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path unfinished() {
        return cache.resolveSibling("start.aot." + ProcessHandle.current().pid());
    }

    private List<String> with(String option) {
        List<String> arguments = new ArrayList<>(SMALL_AND_QUICK);
        arguments.addAll(List.of(option, "-jar", jar.toString()));
        return arguments;
    }
}
