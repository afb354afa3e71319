package org.throughcare.acceptance.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/rules-covered.md")
class RulesCoveredTest {

    private static final Path HOME = Path.of("..");
    private static final Map<String, String> MODULES = Map.of(
            "P", "participant-service",
            "N", "notes-service",
            "S", "scheduling-service",
            "R", "referral-service",
            "G", "gateway");
    /** The last rule of each source. */
    private static final Map<String, Integer> LAST = Map.of("L", 23, "Y", 18, "N", 15, "H", 10, "C", 8);

    private static final Pattern ROW = Pattern.compile("^\\| ([LYNHC]\\d+) \\|(.*)\\|(.*)\\|(.*)\\|(.*)\\|$");
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");
    private static final Pattern ID = Pattern.compile("\\b[LYNHC]\\d+\\b");
    private static final Pattern NAME =
            Pattern.compile("(?:@DisplayName\\(|\\bname\\s*=)\\s*((?:\"(?:[^\"\\\\]|\\\\.)*+\"[\\s+]*+)+)");

    /** @param unnamed owners without a test that names the rule */
    private record Row(String rule, List<String> owners, Set<String> decidedIn, Set<String> testedIn, String unnamed) {}

    /** @param rules that its display names name */
    private record NamingTest(Path file, Set<String> rules) {

        String name() {
            return simpleName(file);
        }

        boolean in(String module) {
            return HOME.relativize(file).startsWith(module);
        }
    }

    private final List<Row> rows = rows();
    private final List<NamingTest> tests = sources("src/test/java")
            .map(file -> new NamingTest(file, rulesNamedIn(read(file))))
            .filter(test -> !test.rules().isEmpty())
            .toList();

    @Test
    @DisplayName("has every rule once, in order")
    void complete() {
        List<String> all = Stream.of("L", "Y", "N", "H", "C")
                .flatMap(source ->
                        IntStream.rangeClosed(1, LAST.getOrDefault(source, 0)).mapToObj(number -> source + number))
                .toList();
        assertThat(rows).extracting(Row::rule).containsExactlyElementsOf(all);
    }

    @Test
    @DisplayName("names tests that are there and name the rule, at least one for each")
    void testsNameTheirRule() {
        Set<String> wrong = new TreeSet<>();
        for (Row row : rows) {
            if (row.testedIn().isEmpty()) {
                wrong.add(row.rule() + " has no test");
            }
            row.testedIn().stream()
                    .filter(name -> tests.stream()
                            .noneMatch(test ->
                                    test.name().equals(name) && test.rules().contains(row.rule())))
                    .forEach(name -> wrong.add(name + " does not name " + row.rule()));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("no rule has lost its last test in a service that owns it")
    void everyOwnerNamesIt() {
        Set<String> lost = new TreeSet<>();
        for (Row row : rows) {
            for (String owner : row.owners()) {
                Predicate<NamingTest> theirs = owner.equals("A")
                        ? test -> true
                        : test -> test.in(MODULES.getOrDefault(owner, "no such owner"));
                boolean named = tests.stream()
                        .filter(theirs)
                        .anyMatch(test -> test.rules().contains(row.rule()));
                if (!named && !row.unnamed().contains(owner)) {
                    lost.add(row.rule() + " in " + owner);
                }
            }
        }
        assertThat(lost).isEmpty();
    }

    @Test
    @DisplayName("no test names a rule that there is not")
    void noOtherRules() {
        Map<String, String> unknown = new TreeMap<>();
        Set<String> known = new TreeSet<>();
        rows.forEach(row -> known.add(row.rule()));
        tests.forEach(test -> test.rules().stream()
                .filter(rule -> !known.contains(rule))
                .forEach(rule -> unknown.put(rule, test.name())));
        assertThat(unknown).isEmpty();
    }

    @Test
    @DisplayName("says of classes that are there where each rule is decided")
    void decidedSomewhere() {
        Set<String> classes = new TreeSet<>();
        sources("src/main/java").forEach(file -> classes.add(simpleName(file)));
        for (Row row : rows) {
            assertThat(row.decidedIn()).as(row.rule()).isNotEmpty().isSubsetOf(classes);
        }
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String line : read(HOME.resolve("docs/rules-covered.md")).lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(new Row(
                        row.group(1),
                        List.of(row.group(2).strip().split(" ")),
                        found(CODE, 1, row.group(3)),
                        found(CODE, 1, row.group(4)),
                        row.group(5)));
            }
        }
        return rows;
    }

    private static Set<String> rulesNamedIn(String source) {
        Set<String> rules = new TreeSet<>();
        found(NAME, 1, source).forEach(name -> rules.addAll(found(ID, 0, name)));
        return rules;
    }

    private static Set<String> found(Pattern pattern, int group, String text) {
        Set<String> all = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            all.add(matcher.group(group));
        }
        return all;
    }

    private static Stream<Path> sources(String root) {
        List<Path> all = new ArrayList<>();
        Stream.of(
                        "platform/core",
                        "platform/embedded",
                        "platform/testing",
                        "participant-service",
                        "notes-service",
                        "scheduling-service",
                        "referral-service",
                        "gateway",
                        "all-in-one",
                        "acceptance",
                        "benchmarks")
                .map(module -> HOME.resolve(module).resolve(root))
                .filter(Files::isDirectory)
                .forEach(directory -> {
                    try (Stream<Path> files = Files.walk(directory)) {
                        files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                });
        return all.stream();
    }

    private static String simpleName(Path file) {
        String name = file.getName(file.getNameCount() - 1).toString();
        return name.substring(0, name.length() - ".java".length());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
