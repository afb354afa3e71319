package org.throughcare.platform.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;

/** The marks of commands a document has handled: at least the last 64, and a week's. */
final class Handled {

    private static final int AT_LEAST = 64;
    private static final Duration AT_LEAST_FOR = Duration.ofDays(7);

    private final List<Document> marks;

    private Handled(List<Document> marks) {
        this.marks = marks;
    }

    static Handled in(Document aggregate) {
        return new Handled(aggregate.getList("handled", Document.class, List.of()));
    }

    /** The mark of this very command, if it has been handled. */
    Optional<Document> of(Command command) {
        for (int i = marks.size() - 1; i >= 0; i--) {
            if (marks.get(i).getString("id").equals(command.id())) {
                return Optional.of(marks.get(i));
            }
        }
        return Optional.empty();
    }

    static Document mark(Command command, long revision, boolean created) {
        Document mark = new Document("id", command.id())
                .append("revision", revision)
                .append("created", created)
                .append("at", new Date());
        @Nullable String fingerprint = command.fingerprint();
        return fingerprint == null ? mark : mark.append("fingerprint", fingerprint);
    }

    /** A reused id with another content: the sender's mistake, never answered with the other command's answer. */
    static boolean contradicts(Document mark, Command command) {
        @Nullable String then = mark.getString("fingerprint");
        @Nullable String now = command.fingerprint();
        return then != null && now != null && !then.equals(now);
    }

    /** The list with the new mark and without what has grown too old; empty when a plain push does. */
    Optional<List<Document>> pruned(Document mark) {
        if (marks.size() < AT_LEAST) {
            return Optional.empty();
        }
        Date horizon = Date.from(Instant.now().minus(AT_LEAST_FOR));
        int keepFrom = 0;
        while (marks.size() - keepFrom >= AT_LEAST
                && marks.get(keepFrom).getDate("at").before(horizon)) {
            keepFrom++;
        }
        if (keepFrom == 0) {
            return Optional.empty();
        }
        List<Document> kept = new ArrayList<>(marks.subList(keepFrom, marks.size()));
        kept.add(mark);
        return Optional.of(kept);
    }
}
