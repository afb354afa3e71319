package org.throughcare.notes.note.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import java.util.Comparator;
import java.util.List;
import org.throughcare.notes.note.CaseNote;
import org.throughcare.notes.note.Drafts;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.AggregateStore;

/** By author and state, so that somebody's thousands of signed notes are not in the way of what they have begun. */
final class StoredDrafts implements Drafts {

    private static final int MOST = 500;

    private final AggregateStore<CaseNote> notes;

    StoredDrafts(AggregateStore<CaseNote> notes) {
        this.notes = notes;
    }

    @Override
    public List<CaseNote.Draft> of(String author, List<String> participants) {
        return notes
                .where(
                        and(
                                eq("body.author", author),
                                eq("body.is", CaseNote.Draft.class.getSimpleName()),
                                in("body.participant", participants)),
                        ascending("_id"),
                        MOST)
                .stream()
                .map(Stored::state)
                .filter(CaseNote.Draft.class::isInstance)
                .map(CaseNote.Draft.class::cast)
                .sorted(Comparator.comparing(each -> each.heading().receivedAt()))
                .toList();
    }
}
