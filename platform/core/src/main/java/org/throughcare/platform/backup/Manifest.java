package org.throughcare.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.json.Json;
import tools.jackson.core.JacksonException;

/**
 * What a backup of one service and grantee consists of: {@code manifest.json} beside the files it names. It is written last,
 * so a folder without one is no backup.
 *
 * @param takenAt when reading began, on the system clock: everything committed by then is in it
 * @param finishedAt when reading ended
 * @param lastJournaledAt of the newest journal entry in it; null when there is none. What was acknowledged and journaled by
 *     then is in it
 */
record Manifest(
        String format,
        int version,
        String service,
        String grantee,
        Instant takenAt,
        Instant finishedAt,
        @Nullable Instant lastJournaledAt,
        List<Part> parts) {

    static final String FORMAT = "throughcare-backup";
    static final int VERSION = 1;
    static final String FILE = "manifest.json";

    /** Whose database a part comes from. */
    enum Where {
        STORE,
        JOURNAL,
        CONTROL
    }

    /**
     * A collection, or of a control database what of it is the grantee's.
     *
     * @param file beside the manifest; gzip of one document a line, in MongoDB's canonical extended JSON
     * @param bytes of the file
     * @param sha256 of the file, in hexadecimal
     * @param indexes all but that of {@code _id}, as {@code createIndexes} takes them, in canonical extended JSON
     */
    record Part(
            Where where,
            String collection,
            String file,
            long documents,
            long bytes,
            String sha256,
            List<String> indexes) {}

    List<Part> of(Where where) {
        return parts.stream().filter(each -> each.where() == where).toList();
    }

    long documents(Where where) {
        return of(where).stream().mapToLong(Part::documents).sum();
    }

    void writeTo(Path folder) throws IOException {
        Path unfinished = OwnersOnly.file(folder.resolve(FILE + ".new"));
        Files.writeString(
                unfinished, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
        Files.move(unfinished, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Reads it and checks every file against it.
     *
     * @throws CannotBeDone when it is of another format, or a file is missing or not what was written
     */
    static Manifest checked(Path folder) {
        Manifest manifest = read(folder);
        for (Part each : manifest.parts()) {
            Path file = folder.resolve(each.file());
            if (!folder.normalize().equals(file.normalize().getParent()) || !Files.isRegularFile(file)) {
                throw new CannotBeDone(file + ", which the manifest names, is not there.");
            }
            if (!DocumentFile.sha256(file).equals(each.sha256())) {
                throw new CannotBeDone(file + " is not what was written: its SHA-256 differs from the manifest's.");
            }
        }
        return manifest;
    }

    static Manifest read(Path folder) {
        Path file = folder.resolve(FILE);
        Manifest manifest;
        try {
            manifest = Json.mapper().readValue(Files.readString(file), Manifest.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (JacksonException notOurs) {
            throw new CannotBeDone(file + " cannot be read as a manifest: " + notOurs.getOriginalMessage());
        }
        if (!FORMAT.equals(manifest.format()) || manifest.version() != VERSION) {
            throw new CannotBeDone(file + " is of format " + manifest.format() + " " + manifest.version()
                    + "; this version of Throughcare reads " + FORMAT + " " + VERSION + ".");
        }
        return manifest;
    }
}
