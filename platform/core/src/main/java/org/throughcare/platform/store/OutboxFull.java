package org.throughcare.platform.store;

/** Too much of one aggregate waits to be published: the broker is behind. Over HTTP 503 with Retry-After. */
public final class OutboxFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutboxFull(String what) {
        super("too many unpublished events of " + what);
    }

    public int retryAfterSeconds() {
        return 5;
    }
}
