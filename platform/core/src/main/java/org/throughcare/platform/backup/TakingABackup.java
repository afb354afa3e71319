package org.throughcare.platform.backup;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.backup.Installation.ServiceStore;
import org.throughcare.platform.backup.Manifest.Part;
import org.throughcare.platform.backup.Manifest.Where;

/**
 * Writes all that a service has of a grantee into a folder, while the service runs. A document is read whole, so each aggregate
 * is as it was at one moment; two of them may be of different moments. The journal is read last: whatever a document was read
 * too early for is in it, so that a restore brings all of them to where the journal ends.
 */
final class TakingABackup {

    private static final int BATCH = 500;

    /** The newest of the journal entries it is told of. */
    private static final class Newest implements Consumer<Document> {
        private @Nullable Instant at;

        @Override
        public void accept(Document entry) {
            Date journaled = entry.getDate("journaledAt");
            if (journaled != null && (at == null || journaled.toInstant().isAfter(at))) {
                at = journaled.toInstant();
            }
        }
    }

    private TakingABackup() {}

    /** @throws CannotBeDone when there is nothing to back up, or the folder holds a backup already */
    static Manifest take(ServiceStore from, Path folder) {
        if (Files.exists(folder.resolve(Manifest.FILE))) {
            throw new CannotBeDone(folder + " holds a backup already; choose another folder.");
        }
        Instant takenAt = Instant.now();
        try {
            OwnersOnly.folder(folder);
            List<Part> parts = new ArrayList<>();
            Newest last = new Newest();
            for (String each : Installation.collections(from.store())) {
                parts.add(part(folder, Where.STORE, from.store(), each, Filters.empty(), document -> {}));
            }
            // After the documents: the key that a value was sealed with was there before the value was.
            for (String each : Installation.collections(from.control())) {
                Bson ofGrantee = Registry.of(from.grantee());
                if (from.control().getCollection(each).countDocuments(ofGrantee) > 0) {
                    parts.add(part(folder, Where.CONTROL, from.control(), each, ofGrantee, document -> {}));
                }
            }
            for (String each : Installation.collections(from.journal())) {
                parts.add(part(folder, Where.JOURNAL, from.journal(), each, Filters.empty(), last));
            }
            if (parts.isEmpty()) {
                throw new CannotBeDone(
                        "Service " + from.service() + " has nothing of grantee " + from.grantee() + " to back up.");
            }
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    Manifest.VERSION,
                    from.service(),
                    from.grantee(),
                    takenAt,
                    Instant.now(),
                    last.at,
                    parts);
            manifest.writeTo(folder);
            return manifest;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Part part(
            Path folder, Where where, MongoDatabase database, String collection, Bson what, Consumer<Document> seen)
            throws IOException {
        MongoCollection<Document> documents = database.getCollection(collection);
        String file = where.name().toLowerCase(Locale.ROOT) + "."
                + URLEncoder.encode(collection, StandardCharsets.UTF_8) + ".jsonl.gz";
        Path path = folder.resolve(file);
        long count = DocumentFile.write(
                path, documents.find(what).sort(Sorts.ascending("_id")).batchSize(BATCH), seen);
        List<String> indexes = new ArrayList<>();
        for (Document each : documents.listIndexes()) {
            if (!"_id_".equals(each.getString("name"))) {
                each.remove("v");
                each.remove("ns");
                indexes.add(each.toJson(DocumentFile.CANONICAL));
            }
        }
        return new Part(
                where, collection, file, count, Files.size(path), DocumentFile.sha256(path), List.copyOf(indexes));
    }
}
