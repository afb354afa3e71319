package org.throughcare.platform.messaging;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.store.OutboxFull;
import org.throughcare.platform.web.OwnerAway;

/** Tells what passes (store, network, an owner away) from what does not (a handler's own fault). */
public final class Faults {

    /** How a gateway in front of another store says that the store behind it is away. */
    private static final Pattern STORE_BEHIND_IS_AWAY = Pattern.compile(
            "(?i).*(connect|connection|starting up|shutting down|terminat|closed pool|broken pipe|recovery mode).*",
            Pattern.DOTALL);

    private Faults() {}

    /** Whether waiting helps: then nothing is given up for it. */
    public static boolean passes(Throwable fault) {
        @Nullable Throwable each = fault;
        for (int depth = 0; each != null && depth < 10; depth++, each = each.getCause()) {
            if (each instanceof OwnerAway || each instanceof OutboxFull || storeAway(each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean storeAway(Throwable fault) {
        return switch (fault) {
            case MongoSocketException _,
                    MongoTimeoutException _,
                    MongoNotPrimaryException _,
                    MongoNodeIsRecoveringException _,
                    MongoWriteConcernException _ -> true;
            case MongoCommandException command -> saysAway(command);
            case MongoWriteException write -> saysAway(write);
            default -> false;
        };
    }

    private static boolean saysAway(MongoException exception) {
        @Nullable String message = exception.getMessage();
        return exception.getCode() != 11000
                && message != null
                && STORE_BEHIND_IS_AWAY.matcher(message).matches();
    }
}
