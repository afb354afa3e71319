package org.throughcare.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * All sources look the same. This is a test because the formatter must run on the JDK that the sources are for, which need not be
 * the one that Maven runs on. {@code ./throughcare format} runs it with {@code -Dthroughcare.format=apply}.
 */
class FormattingTest {

    private static final Set<String> PASSED_OVER = Set.of("target", ".git", ".throughcare", "node_modules");

    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    @Test
    @DisplayName("every source file is formatted")
    void formatted() throws IOException {
        boolean apply = "apply".equals(System.getProperty("throughcare.format"));
        List<String> different = new ArrayList<>();
        Path root = Path.of("../..").toRealPath();
        for (Path file : sources(root)) {
            String source = Files.readString(file);
            String formatted;
            try {
                formatted = formatted(source);
            } catch (FormatterException unreadable) {
                different.add(root.relativize(file) + " cannot be read: " + unreadable.getMessage());
                continue;
            }
            if (!formatted.equals(source)) {
                if (apply) {
                    Files.writeString(file, formatted);
                } else {
                    different.add(root.relativize(file).toString());
                }
            }
        }
        assertThat(different).as("not formatted; ./throughcare format mends it").isEmpty();
    }

    private String formatted(String source) throws FormatterException {
        String ordered = ImportOrderer.reorderImports(
                RemoveUnusedImports.removeUnusedImports(source), JavaFormatterOptions.Style.PALANTIR);
        return formatter.formatSource(ordered);
    }

    private static List<Path> sources(Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return PASSED_OVER.contains(String.valueOf(directory.getFileName()))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
