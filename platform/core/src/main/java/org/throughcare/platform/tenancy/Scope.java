package org.throughcare.platform.tenancy;

import java.util.concurrent.Callable;
import org.throughcare.platform.aggregate.Actor;

/**
 * For whom the current thread works. Bound once at the edge (an HTTP request, a message, a deadline) and read by
 * everything below, so that no method can pick another grantee's database by mistake.
 *
 * @param grantee the tenant's id
 * @param actor who acts
 * @param traceparent W3C trace context of the cause
 */
public record Scope(String grantee, Actor actor, String traceparent) {

    private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

    /** @throws IllegalStateException outside any scope: a programming error, never a caller's */
    public static Scope current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("no grantee in scope"));
    }

    public static boolean isBound() {
        return CURRENT.isBound();
    }

    public <T> T call(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(work::call);
    }

    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }
}
