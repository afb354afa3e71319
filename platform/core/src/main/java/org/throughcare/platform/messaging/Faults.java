package org.throughcare.platform.messaging;

import com.mongodb.MongoException;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.store.OutboxFull;
import org.throughcare.platform.store.StoreFaults;
import org.throughcare.platform.tenancy.GranteeNotReady;
import org.throughcare.platform.web.OwnerAway;

/** Tells what passes (store, network, an owner away) from what does not (a handler's own fault). */
public final class Faults {

    private Faults() {}

    /** Whether waiting helps: then nothing is given up for it. */
    public static boolean passes(Throwable fault) {
        @Nullable Throwable each = fault;
        for (int depth = 0; each != null && depth < 10; depth++, each = each.getCause()) {
            if (each instanceof OwnerAway
                    || each instanceof OutboxFull
                    || each instanceof GranteeNotReady
                    || each instanceof MongoException store && StoreFaults.passes(store)) {
                return true;
            }
        }
        return false;
    }
}
