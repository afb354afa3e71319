package org.throughcare.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Markdown, shown as it grows. */
final class Report {

    private final StringBuilder text = new StringBuilder();

    void paragraph(String words) {
        add(words + "\n\n");
    }

    void heading(String words) {
        add("## " + words + "\n\n");
    }

    /** @param rows the first is the heading; columns but the first are aligned to the right */
    void table(List<List<String>> rows) {
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            table.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
            if (i == 0) {
                table.append("|---|")
                        .append("---:|".repeat(rows.getFirst().size() - 1))
                        .append('\n');
            }
        }
        add(table.append('\n').toString());
    }

    private void add(String more) {
        text.append(more);
        System.out.print(more);
        System.out.flush();
    }

    void write(Path file) {
        try {
            Files.writeString(file, text.toString().strip() + "\n");
        } catch (IOException failed) {
            throw new CannotMeasure(file + " cannot be written: " + failed, failed);
        }
    }
}
