package org.throughcare.participant.consent;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who relied on which release of information, and when. They are kept beside the releases and not in them: a question changes
 * nothing about a release, so those who ask at once never wait for one another, nor for a revocation.
 */
public interface Reliances {

    /** On record before this returns: without a trace there is no yes. */
    void record(Reliance reliance);

    /** @param next asks for what came before; null at the end */
    record Page(List<Reliance> reliances, @Nullable String next) {}

    /**
     * Newest first.
     *
     * @param before opaque: where the page after ended
     * @throws IllegalArgumentException when {@code before} was not given by an earlier page
     */
    Page of(UUID consent, int limit, @Nullable String before);
}
