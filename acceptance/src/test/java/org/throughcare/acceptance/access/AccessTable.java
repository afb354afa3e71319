package org.throughcare.acceptance.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one table of who may: {@code who-may.txt}, a row per route and a column per {@link Asker}. */
final class AccessTable {

    private static final String FILE = "/who-may.txt";

    /**
     * @param open whether nobody needs to be signed in
     * @param words by asker; empty where the row is open
     */
    record Row(boolean open, Map<Asker, String> words) {}

    private final Map<String, Row> rows = new LinkedHashMap<>();

    AccessTable() {
        for (String line : lines()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(line.strip().split("\\s+"));
            String route = String.join(" ", cells.subList(0, 3));
            Row row = row(cells.subList(3, cells.size()), line);
            if (rows.put(route, row) != null) {
                throw new IllegalStateException(FILE + " has two rows for " + route);
            }
        }
    }

    private static Row row(List<String> words, String line) {
        if (words.equals(List.of("open"))) {
            return new Row(true, Map.of());
        }
        if (words.size() != Asker.values().length) {
            throw new IllegalStateException(FILE + " needs " + Asker.values().length + " words in: " + line);
        }
        Map<Asker, String> byAsker = new EnumMap<>(Asker.class);
        for (Asker each : Asker.values()) {
            byAsker.put(each, words.get(each.ordinal()));
        }
        return new Row(false, byAsker);
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(AccessTable.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param route service, method and path, with a space between */
    @Nullable
    Row row(String route) {
        return rows.get(route);
    }

    Set<String> routes() {
        return rows.keySet();
    }
}
