package org.throughcare.platform.store;

import org.jspecify.annotations.Nullable;

/**
 * This service's copy of another service's aggregate, as last announced.
 *
 * @param <T> what this service wants to know of the snapshot; fields it does not name are left out
 */
public record Copy<T>(
        String id,
        long revision,
        @Nullable String participant,
        @Nullable String site,
        T snapshot) {}
