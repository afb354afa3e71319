package org.throughcare.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;

/** What can be said about the machine and its neighbours' load while measuring (Linux). */
final class Machine {

    private static final int PAGE = 4096;

    private Machine() {}

    /** Appends of one page, each made durable. */
    static Latencies fsync(Path folder) {
        Path file = folder.resolve("fsync");
        long[] nanos = new long[300];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < nanos.length; i++) {
                long began = System.nanoTime();
                int _ = channel.write(ByteBuffer.allocate(PAGE));
                channel.force(true);
                nanos[i] = System.nanoTime() - began;
            }
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return Latencies.of(LongStream.of(nanos));
    }

    static String load() {
        String[] words = read(Path.of("/proc/loadavg")).split(" ");
        return words[0] + " " + words[1] + " " + words[2];
    }

    static String cpu() {
        String model = read(Path.of("/proc/cpuinfo"))
                .lines()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
        return Runtime.getRuntime().availableProcessors() + " cores (" + model + ")";
    }

    static String memory() {
        return field("/proc/meminfo", "MemTotal") / 1024 / 1024 + " GiB";
    }

    static String system() {
        String name = read(Path.of("/etc/os-release"))
                .lines()
                .filter(line -> line.startsWith("PRETTY_NAME="))
                .map(line -> line.substring(line.indexOf('=') + 1).replace("\"", ""))
                .findFirst()
                .orElse(System.getProperty("os.name"));
        return name + ", Linux " + System.getProperty("os.version");
    }

    /** Busy and all jiffies of the whole machine since it started. */
    record Jiffies(long busy, long all) {

        static Jiffies now() {
            String first = read(Path.of("/proc/stat")).lines().findFirst().orElseThrow();
            long[] values = Arrays.stream(first.split("\\s+"))
                    .skip(1)
                    .mapToLong(Long::parseLong)
                    .toArray();
            long all = LongStream.of(values).limit(8).sum();
            return new Jiffies(all - values[3] - values[4], all);
        }

        /** Of all cores, between then and now. */
        String busySince(Jiffies then) {
            return String.format(Locale.ROOT, "%.0f %%", 100.0 * (busy - then.busy) / Math.max(1, all - then.all));
        }
    }

    static long residentMib(long pid) {
        return field("/proc/" + pid + "/status", "VmRSS") / 1024;
    }

    /** Pages shared with others are counted in proportion. */
    static long proportionalMib(long pid) {
        return field("/proc/" + pid + "/smaps_rollup", "Pss") / 1024;
    }

    /** Processor time the process has used, in seconds; the clock of the kernel's count ticks a hundred times a second. */
    static double cpuSeconds(long pid) {
        String stat = read(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    }

    private static long field(String file, String name) {
        return read(Path.of(file))
                .lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException absent) {
            throw new CannotMeasure(path + " cannot be read; the benchmarks need Linux.", absent);
        }
    }
}
