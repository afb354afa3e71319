package org.throughcare.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked on the command line.
 *
 * @param only the parts to measure, of {@code signing}, {@code effect}, {@code timeline}, {@code reports}, {@code start}
 * @param quick a short run that shows that everything works; its figures mean little
 * @param write whether the report also goes to {@code docs/benchmarks.md}
 * @param jars where the services' jars lie side by side; the modules' own build folders when null
 * @param rate commands a second of the open loop
 * @param seconds how long the open loop lasts
 * @param notes the larger size of the timeline
 * @param people whom reports are about
 * @param javaOptions further options for the measured services, to profile them for example
 * @param limitMinutes everything ends after this long, whatever happens
 */
record Options(
        Set<String> only,
        boolean quick,
        boolean write,
        Path repository,
        @Nullable Path jars,
        int rate,
        int seconds,
        int notes,
        int people,
        List<String> javaOptions,
        int limitMinutes) {

    static final List<String> PARTS = List.of("signing", "effect", "timeline", "reports", "start");

    static Options of(String[] arguments) {
        Set<String> only = new LinkedHashSet<>(PARTS);
        boolean quick = false;
        boolean write = false;
        Path repository = whereThisLies();
        Path jars = null;
        int rate = 200;
        int seconds = 0;
        int notes = 0;
        int people = 0;
        List<String> javaOptions = List.of();
        int limit = 40;
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            switch (argument.replaceAll("=.*", "")) {
                case "--quick" -> quick = true;
                case "--write" -> write = true;
                case "--only" -> only = new LinkedHashSet<>(List.of(value.split(",")));
                case "--repository" -> repository = Path.of(value);
                case "--jars" -> jars = Path.of(value);
                case "--rate" -> rate = number(argument, value);
                case "--seconds" -> seconds = number(argument, value);
                case "--notes" -> notes = number(argument, value);
                case "--people" -> people = number(argument, value);
                case "--java-options" -> javaOptions = List.of(value.split(" "));
                case "--limit-minutes" -> limit = number(argument, value);
                default -> throw new CannotMeasure("\"" + argument + "\" is not something bench understands.");
            }
        }
        if (!PARTS.containsAll(only)) {
            throw new CannotMeasure("--only takes some of " + String.join(",", PARTS) + ".");
        }
        return new Options(
                only,
                quick,
                write,
                repository,
                jars,
                rate,
                seconds > 0 ? seconds : quick ? 5 : 30,
                notes > 0 ? notes : quick ? 30_000 : 1_000_000,
                people > 0 ? people : quick ? 3_000 : 100_000,
                javaOptions,
                limit);
    }

    boolean wants(String part) {
        return only.contains(part);
    }

    /** @param module of a service, or {@code all-in-one} */
    Path jar(String module) {
        String name = module.equals("all-in-one") ? "throughcare-all-in-one.jar" : module + "-exec.jar";
        Path jar = jars == null ? repository.resolve(module).resolve("target").resolve(name) : jars.resolve(name);
        if (!Files.isRegularFile(jar)) {
            throw new CannotMeasure("there is no " + name + " yet; build the suite first (" + jar + ").");
        }
        return jar;
    }

    private static int number(String argument, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notOne) {
            throw new CannotMeasure("\"" + argument + "\" needs a whole number.", notOne);
        }
    }

    /** The jar of this program lies in {@code benchmarks/target} of the repository. */
    private static Path whereThisLies() {
        Path program = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
        Path repository = program.resolve("../../..").normalize();
        return Files.isRegularFile(program) && Files.isDirectory(repository.resolve("benchmarks"))
                ? repository
                : Path.of("").toAbsolutePath();
    }
}
