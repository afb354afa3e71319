package org.throughcare.platform.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells apart what the document store says when something cannot be done now, and can be a moment later. */
public final class StoreFaults {

    /** The store's code for a write that meets another document in a unique index. */
    public static final int DUPLICATE_KEY = 11000;

    private static final int WRITE_CONFLICT = 112;

    /** How a gateway in front of another store says that the store behind it is away. */
    private static final Pattern STORE_BEHIND_IS_AWAY = Pattern.compile(
            "(?i).*(connect|connection|starting up|shutting down|terminat|closed pool|broken pipe|recovery mode).*",
            Pattern.DOTALL);

    /** How it says that two writes stood in each other's way and this one was undone. */
    private static final Pattern CONTENDED =
            Pattern.compile("(?i).*(deadlock detected|could not serialize|write ?conflict).*", Pattern.DOTALL);

    private StoreFaults() {}

    /** Whether waiting or trying again helps: the store is away, or another write stood in the way. */
    public static boolean passes(MongoException fault) {
        return isAway(fault) || isContended(fault);
    }

    /** Whether the write was undone because of another one at the same moment: nothing of it is left. */
    static boolean isContended(MongoException fault) {
        return fault.getCode() == WRITE_CONFLICT || says(fault, CONTENDED);
    }

    private static boolean isAway(MongoException fault) {
        return fault instanceof MongoSocketException
                || fault instanceof MongoTimeoutException
                || fault instanceof MongoNotPrimaryException
                || fault instanceof MongoNodeIsRecoveringException
                || fault instanceof MongoConnectionPoolClearedException
                || fault instanceof MongoWriteConcernException
                || fault instanceof MongoInterruptedException
                || says(fault, STORE_BEHIND_IS_AWAY);
    }

    private static boolean says(MongoException fault, Pattern what) {
        List<String> messages = fault instanceof MongoBulkWriteException bulk
                        && !bulk.getWriteErrors().isEmpty()
                ? bulk.getWriteErrors().stream()
                        .filter(each -> each.getCode() != DUPLICATE_KEY)
                        .map(each -> each.getMessage())
                        .toList()
                : fault.getCode() == DUPLICATE_KEY ? List.of() : List.of(orEmpty(fault.getMessage()));
        return messages.stream().anyMatch(each -> what.matcher(each).matches());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
