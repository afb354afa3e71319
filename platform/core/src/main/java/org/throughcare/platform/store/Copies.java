package org.throughcare.platform.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Copies of one kind of foreign aggregate, of the grantee in scope. */
public interface Copies<T> {

    Optional<Copy<T>> find(String id);

    /** Those of these ids that are held, in any order. */
    default List<Copy<T>> findAll(Collection<String> ids) {
        return ids.stream().map(this::find).flatMap(Optional::stream).toList();
    }

    /** Those with this value at this dotted path of the snapshot. At most {@code limit}. */
    List<Copy<T>> where(String path, Object value, int limit);

    /** Those about this participant. At most {@code limit}. */
    List<Copy<T>> ofParticipant(String participant, int limit);

    /**
     * Takes the copy if it is newer than what is held.
     *
     * @return false when an equal or newer one is held already
     */
    boolean take(Copy<T> copy);
}
