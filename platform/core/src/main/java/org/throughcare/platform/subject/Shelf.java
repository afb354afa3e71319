package org.throughcare.platform.subject;

import java.util.Collection;

/** Everything of one kind that is kept about a person, of the grantee in scope. */
@FunctionalInterface
public interface Shelf<S> {

    /** @param ids all ids that the person is kept under */
    Held<S> of(Collection<String> ids);
}
