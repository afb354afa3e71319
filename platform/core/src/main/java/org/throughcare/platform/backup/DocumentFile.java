package org.throughcare.platform.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** Documents in a file: gzip, one a line, in MongoDB's canonical extended JSON, which keeps every type as it is stored. */
final class DocumentFile {

    static final JsonWriterSettings CANONICAL =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();
    private static final int BUFFER = 64 * 1024;

    private DocumentFile() {}

    /**
     * @param seen told of each document
     * @return how many were written
     */
    static long write(Path file, Iterable<Document> documents, Consumer<Document> seen) throws IOException {
        OwnersOnly.file(file);
        long count = 0;
        try (Writer out = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), BUFFER), StandardCharsets.UTF_8)) {
            for (Document each : documents) {
                out.write(each.toJson(CANONICAL));
                out.write('\n');
                seen.accept(each);
                count++;
            }
        }
        return count;
    }

    static void read(Path file, Consumer<Document> each) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), BUFFER), StandardCharsets.UTF_8))) {
            String line;
            while ((line = in.readLine()) != null) {
                each.accept(Document.parse(line));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            int read;
            while ((read = in.read(buffer)) >= 0) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
