package org.throughcare.platform.person;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.Copy;

/**
 * Which ids are one person's, as the owner of the records announced it (H8). Ids are permanent: what was recorded under one
 * stays there, and whoever reads asks here first. So when a merge is undone every answer is as it was before.
 *
 * <p>The word of the alias itself counts. The survivor lists an alias before that one points at it and until after it no longer
 * does, so its list says where to look and is never too short; while one of the two pieces of news is still on its way, an
 * alias that is asked about counts as its survivor's already.
 *
 * <p>Services take what is written under an alias and keep it under that id, whoever writes it: a device that was offline
 * cannot know of the merge, a person who could may have been a moment too early, and a copy that is behind could refuse
 * neither reliably. It is shown with the survivor, and goes back with its id.
 */
public final class PersonIds implements IdsOfPersons {

    /** The path at which a survivor's copy lists its aliases; looked up by, so it has an index. */
    public static final String LISTED = "aliases";

    /** The path at which an alias's copy names its survivor; reports that count people look up by it. */
    public static final String INTO = "mergedInto";

    private static final int MOST_SURVIVORS = 20;

    /** What a record says of its merges. */
    public record Merged(
            @Nullable String mergedInto, @Nullable List<String> aliases) {}

    private final @Nullable Copies<Merged> records;

    public PersonIds(Copies<Merged> records) {
        this.records = records;
    }

    private PersonIds() {
        this.records = null;
    }

    /** Every id is a person's own. */
    public static PersonIds unmerged() {
        return new PersonIds();
    }

    /** The id that stands for the person: this one itself when it is no alias, or not known. */
    public String survivorOf(String id) {
        return find(id).map(Merged::mergedInto).orElse(id);
    }

    /** As {@link #survivorOf}, for many at once: only those that are aliases, each with its survivor. */
    public Map<String, String> survivorsOf(Collection<String> ids) {
        Copies<Merged> held = records;
        Map<String, String> survivors = new HashMap<>();
        if (held != null) {
            for (Copy<Merged> each : held.findAll(ids)) {
                String into = each.snapshot().mergedInto();
                if (into != null) {
                    survivors.put(each.id(), into);
                }
            }
        }
        return survivors;
    }

    @Override
    public List<String> allOf(String id) {
        return allOf(id, find(id));
    }

    /** As {@link #allOf(String)}, for who has read the copy of this record already: it is not read again. */
    public List<String> allOf(String id, Optional<Merged> own) {
        String survivor = own.map(Merged::mergedInto).orElse(id);
        Set<String> all = new LinkedHashSet<>();
        all.add(survivor);
        (survivor.equals(id) ? own : find(survivor))
                .map(Merged::aliases).orElse(List.of()).stream()
                        .filter(each -> survivor.equals(survivorOf(each)))
                        .forEach(all::add);
        all.add(id);
        return List.copyOf(all);
    }

    /**
     * Whose answers may be others since this record changed: all ids of its person, and of those whose alias it was until
     * now. For reactions to a merge and to its undoing, in whatever order the two records' news comes.
     */
    public List<String> touchedBy(String id) {
        Copies<Merged> held = records;
        if (held == null) {
            return List.of(id);
        }
        return Stream.concat(
                        allOf(id).stream(),
                        held.where(LISTED, id, MOST_SURVIVORS).stream().map(Copy::id))
                .distinct()
                .toList();
    }

    /**
     * Says which merge it is, of all that this record and its survivor went through: part of the key of an effect that a merge
     * brings about, so that after an undoing and another merge it is a new one.
     */
    public String mark(String id) {
        Copies<Merged> held = records;
        if (held == null) {
            return "";
        }
        long own = held.find(id).map(Copy::revision).orElse(0L);
        String survivor = survivorOf(id);
        return survivor.equals(id)
                ? "@" + own
                : "@" + own + "/" + held.find(survivor).map(Copy::revision).orElse(0L);
    }

    private Optional<Merged> find(String id) {
        Copies<Merged> held = records;
        return held == null ? Optional.empty() : held.find(id).map(Copy::snapshot);
    }
}
