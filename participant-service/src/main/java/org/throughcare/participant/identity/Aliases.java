package org.throughcare.participant.identity;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

/**
 * Which records are one person's (H8, N15). Nothing is re-keyed by a merge, so whoever reads asks here first; when the merge
 * is undone, every answer is as it was before.
 */
public final class Aliases {

    private static final int MOST = 100;

    private final Aggregates<Participant> participants;

    public Aliases(Aggregates<Participant> participants) {
        this.participants = participants;
    }

    /** The record that stands for this one: itself when it is no alias, or not on record. */
    public UUID survivorOf(UUID participant) {
        Set<UUID> met = new LinkedHashSet<>();
        UUID at = participant;
        while (met.add(at)) {
            UUID next = find(at).map(Participant::mergedInto).orElse(null);
            if (next == null) {
                return at;
            }
            at = next;
        }
        // merged each into the other before that was refused: each goes on standing for itself
        return participant;
    }

    /** All ids under which something about this person may be recorded, the survivor's first. */
    public List<UUID> allOf(UUID participant) {
        Set<UUID> all = new LinkedHashSet<>();
        Deque<UUID> open = new ArrayDeque<>();
        open.add(survivorOf(participant));
        while (!open.isEmpty() && all.size() < MOST) {
            UUID next = open.remove();
            if (all.add(next)) {
                participants.where("mergedInto", next.toString(), MOST).stream()
                        .map(stored -> stored.state().id())
                        .forEach(open::add);
            }
        }
        return List.copyOf(all);
    }

    /** Why nothing more is recorded under this id; null when it is no alias. */
    public @Nullable Refusal closed(UUID participant) {
        return find(participant)
                .map(Participant::mergedInto)
                .map(Participant::closed)
                .orElse(null);
    }

    private Optional<Participant> find(UUID participant) {
        return participants.find(participant.toString()).map(Stored::state);
    }
}
