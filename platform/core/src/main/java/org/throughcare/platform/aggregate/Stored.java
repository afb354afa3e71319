package org.throughcare.platform.aggregate;

/**
 * An aggregate as it is kept.
 *
 * @param revision counts accepted commands from 1; also the event sequence and the {@code ETag}
 */
public record Stored<S>(String id, long revision, S state) {}
