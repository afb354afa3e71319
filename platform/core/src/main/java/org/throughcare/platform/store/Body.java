package org.throughcare.platform.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a command changed in a body, worked out by comparing the states before and after as this version of the code maps them.
 * Fields that this version does not know are in neither, so they stay as a newer version left them; in lists they are kept
 * by the elements' {@code id}.
 *
 * @param set dotted path to new value
 * @param unset dotted paths that are gone
 * @param changes each changed path with the value before and after, for the journal: enough to change the body before in the same way
 */
record Body(Document set, Document unset, List<Document> changes) {

    static Body changed(Document before, Document after, Document raw) {
        Body body = new Body(new Document(), new Document(), new ArrayList<>());
        body.compare("body", before, after, raw);
        return body;
    }

    static List<Document> created(Document after) {
        return List.of(new Document("path", "body").append("after", after));
    }

    private void compare(String path, Document before, Document after, Document raw) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            String at = path + "." + name;
            @Nullable Object was = before.get(name);
            @Nullable Object is = after.get(name);
            if (Objects.equals(was, is)) {
                continue;
            }
            @Nullable Object kept = raw.get(name);
            if (was instanceof Document wasDocument && is instanceof Document isDocument) {
                compare(at, wasDocument, isDocument, kept instanceof Document d ? d : new Document());
                continue;
            }
            if (is == null) {
                unset.append(at, "");
            } else {
                set.append(at, withUnknownFields(is, was, kept));
            }
            if (was instanceof List<?> wasList && is instanceof List<?> isList && identified(wasList, isList)) {
                elements(at, wasList, isList);
            } else {
                changes.add(change(at, was, is));
            }
        }
    }

    private static Document change(String path, @Nullable Object was, @Nullable Object is) {
        Document change = new Document("path", path);
        if (was != null) {
            change.append("before", was);
        }
        return is == null ? change : change.append("after", is);
    }

    private static boolean identified(List<?> was, List<?> is) {
        return byId(was).size() == was.size() && byId(is).size() == is.size();
    }

    /**
     * Only the elements that changed, so that a long list does not make every journal entry long; and the order of all ids where
     * it is not the one before with the new elements behind it.
     */
    private void elements(String path, List<?> was, List<?> is) {
        Map<Object, Document> before = byId(was);
        Map<Object, Document> after = byId(is);
        before.forEach((id, element) -> {
            @Nullable Document now = after.get(id);
            if (!element.equals(now)) {
                changes.add(change(path + "[" + id + "]", element, now));
            }
        });
        after.forEach((id, element) -> {
            if (!before.containsKey(id)) {
                changes.add(change(path + "[" + id + "]", null, element));
            }
        });
        Set<Object> asAppended = new LinkedHashSet<>(before.keySet());
        asAppended.retainAll(after.keySet());
        asAppended.addAll(after.keySet());
        if (!List.copyOf(asAppended).equals(List.copyOf(after.keySet()))) {
            changes.add(new Document("path", path).append("order", List.copyOf(after.keySet())));
        }
    }

    private static Object withUnknownFields(Object is, @Nullable Object was, @Nullable Object kept) {
        if (!(is instanceof List<?> now) || !(kept instanceof List<?> raws) || !(was instanceof List<?> knowns)) {
            return is;
        }
        Map<Object, Document> rawById = byId(raws);
        Map<Object, Document> knownById = byId(knowns);
        List<@Nullable Object> merged = new ArrayList<>(now.size());
        for (@Nullable Object each : now) {
            if (each instanceof Document element && element.get("id") != null) {
                merged.add(overlay(element, rawById.get(element.get("id")), knownById.get(element.get("id"))));
            } else {
                merged.add(each);
            }
        }
        return merged;
    }

    private static Document overlay(Document now, @Nullable Document raw, @Nullable Document known) {
        if (raw == null || known == null) {
            return now;
        }
        Document result = new Document(now);
        raw.forEach((name, value) -> {
            if (!known.containsKey(name) && !now.containsKey(name)) {
                result.append(name, value);
            }
        });
        return result;
    }

    private static Map<Object, Document> byId(List<?> elements) {
        Map<Object, Document> byId = new LinkedHashMap<>();
        for (@Nullable Object each : elements) {
            if (each instanceof Document element && element.get("id") != null) {
                byId.put(element.get("id"), element);
            }
        }
        return byId;
    }
}
