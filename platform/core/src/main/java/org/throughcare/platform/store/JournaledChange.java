package org.throughcare.platform.store;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One journal entry done again on the aggregate's document of the revision before it: body, revision, handled mark, deadline and
 * columns become what the command's own write made of them. The other side of {@link OutboxEntry} and {@link Body}.
 */
public final class JournaledChange {

    private final Document entry;

    /** @param journaled as it is in the journal */
    public JournaledChange(Document journaled) {
        this.entry = journaled.get("entry", Document.class);
    }

    public String aggregate() {
        return entry.getString("aggregate");
    }

    public String id() {
        return entry.getString("aggregateId");
    }

    public long revision() {
        return entry.getLong("revision");
    }

    /** Whether it needs none before it: it holds the whole body. */
    public boolean isWhole() {
        return changes().stream().anyMatch(each -> "body".equals(each.getString("path")));
    }

    private List<Document> changes() {
        return entry.getList("change", Document.class, List.of());
    }

    /** Changes the document in place; an empty one becomes the aggregate as it was created. */
    public void applyTo(Document aggregate) {
        aggregate.put("_id", id());
        aggregate.put("revision", revision());
        aggregate.putIfAbsent("schema", 1);
        aggregate.putIfAbsent("body", new Document());
        changes().forEach(each -> change(aggregate, each));
        column(aggregate, "participant");
        column(aggregate, "site");
        @Nullable Date due = entry.getDate("nextDueAt");
        if (due == null) {
            aggregate.remove("nextDueAt");
        } else {
            aggregate.put("nextDueAt", due);
        }
        aggregate.put("handled", marks(aggregate));
        aggregate.putIfAbsent("outbox", new ArrayList<>());
    }

    private void column(Document aggregate, String name) {
        String value = entry.getString(name);
        if (value != null) {
            aggregate.put(name, value);
        }
    }

    /** A repeat of the command gets its answer from this mark. */
    private List<Document> marks(Document aggregate) {
        List<Document> marks = new ArrayList<>(aggregate.getList("handled", Document.class, List.of()));
        Document mark = new Document("id", entry.getString("command"))
                .append("revision", revision())
                .append("created", revision() == 1)
                .append("at", entry.getDate("at"));
        String fingerprint = entry.getString("fingerprint");
        if (fingerprint != null) {
            mark.append("fingerprint", fingerprint);
        }
        marks.add(mark);
        return Handled.in(aggregate).pruned(mark).orElse(marks);
    }

    private static void change(Document aggregate, Document change) {
        String path = change.getString("path");
        int bracket = path.indexOf('[');
        if (change.containsKey("order")) {
            reorder(aggregate, path, change.getList("order", Object.class));
        } else if (bracket >= 0 && path.endsWith("]")) {
            element(
                    listAt(aggregate, path.substring(0, bracket)),
                    path.substring(bracket + 1, path.length() - 1),
                    change);
        } else {
            Document parent = parentOf(aggregate, path);
            String name = path.substring(path.lastIndexOf('.') + 1);
            if (change.containsKey("after")) {
                parent.put(name, change.get("after"));
            } else {
                parent.remove(name);
            }
        }
    }

    private static void element(List<Object> list, String id, Document change) {
        int at = 0;
        while (at < list.size()
                && !(list.get(at) instanceof Document each && id.equals(String.valueOf(each.get("id"))))) {
            at++;
        }
        Document after = change.get("after", Document.class);
        if (after == null) {
            if (at < list.size()) {
                list.remove(at);
            }
        } else if (at == list.size()) {
            list.add(after);
        } else {
            list.set(at, withUnknownFields(after, change.get("before", Document.class), (Document) list.get(at)));
        }
    }

    /** What a newer version of the service wrote and the one that made this entry did not know of stays. */
    private static Document withUnknownFields(Document after, @Nullable Document before, Document held) {
        Document result = new Document(after);
        held.forEach((name, value) -> {
            if (!after.containsKey(name) && (before == null || !before.containsKey(name))) {
                result.put(name, value);
            }
        });
        return result;
    }

    private static void reorder(Document aggregate, String path, List<Object> ids) {
        List<Object> list = listAt(aggregate, path);
        Map<Object, Integer> place = new HashMap<>();
        ids.forEach(id -> place.put(id, place.size()));
        list.sort((one, other) -> Integer.compare(place(place, one), place(place, other)));
    }

    private static int place(Map<Object, Integer> places, Object element) {
        return element instanceof Document each
                ? places.getOrDefault(each.get("id"), Integer.MAX_VALUE)
                : Integer.MAX_VALUE;
    }

    private static List<Object> listAt(Document aggregate, String path) {
        Document parent = parentOf(aggregate, path);
        String name = path.substring(path.lastIndexOf('.') + 1);
        List<Object> list = new ArrayList<>(parent.getList(name, Object.class, List.of()));
        parent.put(name, list);
        return list;
    }

    private static Document parentOf(Document aggregate, String path) {
        String[] names = path.split("\\.");
        Document at = aggregate;
        for (int i = 0; i < names.length - 1; i++) {
            if (!(at.get(names[i]) instanceof Document)) {
                at.put(names[i], new Document());
            }
            at = at.get(names[i], Document.class);
        }
        return at;
    }
}
