package org.throughcare.acceptance.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.acceptance.deploy.Tool;

@DisplayName("What is measured")
class MeasuresTest {

    private static final Path HOME = Path.of("..");
    private static final Path OBSERVABILITY = HOME.resolve("deploy/observability");
    private static final Pattern MEASURE = Pattern.compile("throughcare(?:_[a-z]+)+");
    private static final Pattern METER = Pattern.compile("\"(throughcare(?:[._][a-z]+)+)\"");
    private static final List<String> ENDINGS = List.of("_total", "_seconds", "_count", "_sum", "_max", "_bucket");

    @Test
    @DisplayName("alerts, dashboards and the operators' page name no measure that the code does not take")
    void everyMeasureExists() throws IOException {
        Set<String> taken = new TreeSet<>();
        for (Path source : files(HOME, ".java")) {
            if (source.toString().contains("/src/main/")) {
                Matcher meter = METER.matcher(Files.readString(source));
                while (meter.find()) {
                    taken.add(meter.group(1).replace('.', '_'));
                }
            }
        }
        assertThat(taken).contains("throughcare_outbox_overdue");
        List<Path> readers = new ArrayList<>(files(OBSERVABILITY, ".json"));
        readers.add(OBSERVABILITY.resolve("alerts.yml"));
        readers.add(HOME.resolve("docs/operations.md"));
        for (Path reader : readers) {
            Set<String> named = new TreeSet<>();
            Matcher measure = MEASURE.matcher(Files.readString(reader));
            while (measure.find()) {
                named.add(withoutEnding(measure.group()));
            }
            assertThat(named).as(reader.toString()).isNotEmpty().isSubsetOf(taken);
        }
    }

    @Test
    @DisplayName("the alerts come when they should and not before, by Prometheus' own rule tester")
    void alerts() {
        Tool.Ended tested = new Tool("promtool").run(OBSERVABILITY, "test", "rules", "alerts.test.yml");
        assertThat(tested.status()).as(tested.said()).isZero();
    }

    private static String withoutEnding(String measure) {
        for (String ending : ENDINGS) {
            if (measure.endsWith(ending)) {
                return withoutEnding(measure.substring(0, measure.length() - ending.length()));
            }
        }
        return measure;
    }

    private static List<Path> files(Path under, String ending) {
        try (Stream<Path> all = Files.walk(under)) {
            return all.filter(each -> each.toString().endsWith(ending))
                    .filter(each -> !each.toString().contains("/target/"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
