package org.throughcare.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The journal holds enough to do a command's write again")
class JournaledChangeTest {

    private static final int RUNS = 3_000;
    private static final String UNKNOWN = "newer";

    private final Random random = new Random(20261127);

    @Test
    @DisplayName(
            "any change of any body, done again from its journal entry, gives what the write itself gave, unknown fields"
                    + " included")
    void anyChange() {
        int reordered = 0;
        for (int run = 0; run < RUNS; run++) {
            Document before = body(3);
            Document after = changed(before);
            Document stored = withUnknown(before);
            Body write = Body.changed(before, after, stored);
            reordered += (int) write.changes().stream()
                    .filter(each -> each.containsKey("order"))
                    .count();

            Document written = new Document("body", copy(stored));
            write.set().forEach((path, value) -> parent(written, path).put(name(path), value));
            write.unset().forEach((path, nothing) -> parent(written, path).remove(name(path)));
            Document again = new Document("_id", "a").append("revision", 4L).append("body", copy(stored));
            new JournaledChange(journaled(5, write.changes())).applyTo(again);

            assertThat(again.get("body")).as("run %d: %s", run, write.changes()).isEqualTo(written.get("body"));
        }
        assertThat(reordered).as("lists whose order changed").isPositive();
    }

    @Test
    @DisplayName(
            "a creation makes the whole document: body, mark that says created, deadline, columns and an empty outbox")
    void creation() {
        Document body = body(2);
        Document made = new Document();
        Document entry = journaled(1, Body.created(body));
        entry.get("entry", Document.class)
                .append("participant", "p1")
                .append("nextDueAt", new Date(5))
                .append("fingerprint", "f");
        new JournaledChange(entry).applyTo(made);

        assertThat(made.get("body")).isEqualTo(body);
        assertThat(made.getString("_id")).isEqualTo("a");
        assertThat(made.getLong("revision")).isEqualTo(1);
        assertThat(made.getString("participant")).isEqualTo("p1");
        assertThat(made.getDate("nextDueAt")).isEqualTo(new Date(5));
        assertThat(made.getList("outbox", Document.class)).isEmpty();
        Document mark = made.getList("handled", Document.class).getFirst();
        assertThat(mark.getString("id")).isEqualTo("c1");
        assertThat(mark.getBoolean("created")).isTrue();
        assertThat(mark.getString("fingerprint")).isEqualTo("f");
    }

    @Test
    @DisplayName("a deadline that is over and not followed by another is gone")
    void deadlineOver() {
        Document held = new Document("_id", "a").append("revision", 1L).append("nextDueAt", new Date(5));
        new JournaledChange(journaled(2, List.of())).applyTo(held);
        assertThat(held).doesNotContainKey("nextDueAt");
        assertThat(held.getList("handled", Document.class).getFirst().getBoolean("created"))
                .isFalse();
    }

    private static Document journaled(long revision, List<Document> changes) {
        return new Document(
                "entry",
                new Document("aggregate", "x")
                        .append("aggregateId", "a")
                        .append("revision", revision)
                        .append("command", "c" + revision)
                        .append("at", new Date())
                        .append("change", changes));
    }

    private Document body(int depth) {
        Document body = new Document();
        for (String name : List.of("a", "b", "c", "d")) {
            if (random.nextInt(4) > 0) {
                body.append(name, value(depth));
            }
        }
        return body;
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 4)) {
            case 0 -> random.nextLong(5);
            case 1 -> "t" + random.nextInt(5);
            case 2 -> new Decimal128(random.nextInt(5));
            case 3 -> random.nextBoolean();
            case 4 -> body(depth - 1);
            case 5 -> plainList();
            default -> elements(depth);
        };
    }

    private List<Object> plainList() {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add("e" + random.nextInt(3));
        }
        return list;
    }

    private List<Object> elements(int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            if (random.nextBoolean()) {
                list.add(body(depth - 1).append("id", "id.[" + i + "]"));
            }
        }
        return list;
    }

    private Document changed(Document before) {
        Document after = copy(before);
        for (String name : List.of("a", "b", "c", "d")) {
            Object value = after.get(name);
            switch (random.nextInt(6)) {
                case 0 -> after.remove(name);
                case 1 -> after.put(name, value(2));
                case 2 -> {
                    if (value instanceof Document inner) {
                        after.put(name, changed(inner));
                    }
                }
                case 3, 4 -> {
                    if (value instanceof List<?> list) {
                        after.put(name, changedList(list));
                    }
                }
                default -> {}
            }
        }
        return after;
    }

    private List<Object> changedList(List<?> list) {
        List<Object> changed = new ArrayList<>();
        for (Object each : list) {
            if (random.nextInt(4) > 0) {
                changed.add(
                        each instanceof Document element && random.nextBoolean()
                                ? changed(element).append("id", element.get("id"))
                                : each);
            }
        }
        if (changed.stream().allMatch(Document.class::isInstance) && random.nextBoolean()) {
            changed.add(random.nextInt(changed.size() + 1), body(1).append("id", "new" + random.nextInt(100)));
        }
        if (random.nextInt(3) == 0) {
            Collections.shuffle(changed, random);
        }
        return changed;
    }

    /** As a newer version of the service stored it: with fields that this one does not read, in documents and elements. */
    private Document withUnknown(Document known) {
        Document stored = copy(known);
        if (random.nextBoolean()) {
            stored.append(UNKNOWN, random.nextLong(9));
        }
        stored.replaceAll((name, value) -> {
            if (value instanceof Document inner) {
                return withUnknown(inner);
            }
            if (value instanceof List<?> list) {
                List<Object> elements = new ArrayList<>();
                list.forEach(each -> elements.add(
                        each instanceof Document element && random.nextBoolean()
                                ? copy(element).append(UNKNOWN, "x")
                                : each));
                return elements;
            }
            return value;
        });
        return stored;
    }

    private static Document copy(Document document) {
        return Document.parse(document.toJson());
    }

    private static Document parent(Document document, String path) {
        String[] names = path.split("\\.");
        Document at = document;
        for (int i = 0; i < names.length - 1; i++) {
            at = (Document) at.computeIfAbsent(names[i], name -> new Document());
        }
        return at;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
