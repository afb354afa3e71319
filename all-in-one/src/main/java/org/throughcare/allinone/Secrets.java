package org.throughcare.allinone;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Keys and passwords of this installation: made at the first start, kept beside the data, readable by their owner alone. Once
 * there they are only read: whoever loses the first key loses the encrypted identifiers.
 */
final class Secrets {

    static final String FILE = "secrets.properties";
    private static final List<String> NAMES =
            List.of("key-encryption", "sessions", "gateway", "system", "partner", "broker");
    private static final int BYTES = 32;

    private final Properties kept = new Properties();

    private Secrets() {}

    /**
     * @param data the folder of this installation
     * @throws CannotStart when the folder cannot be used, or when it has documents but not the keys that open them
     */
    static Secrets in(Path data) {
        Secrets secrets = new Secrets();
        Path file = data.resolve(FILE);
        try {
            Files.createDirectories(data);
            if (Files.exists(file)) {
                try (Reader in = Files.newBufferedReader(file)) {
                    secrets.kept.load(in);
                }
            }
            List<String> missing = NAMES.stream()
                    .filter(name -> secrets.kept.getProperty(name, "").isBlank())
                    .toList();
            if (missing.isEmpty()) {
                return secrets;
            }
            if (hasDocuments(data)) {
                throw new CannotStart(
                        file + " does not have " + String.join(", ", missing) + ", and the data beside it was"
                                + " written with them. Bring the file back, or remove the folder to begin anew.");
            }
            missing.forEach(name -> secrets.kept.setProperty(name, fresh()));
            secrets.write(file);
        } catch (IOException unusable) {
            throw new CannotStart(data + " cannot be used: " + unusable + ".");
        }
        return secrets;
    }

    private static boolean hasDocuments(Path data) throws IOException {
        Path documents = data.resolve("store");
        if (!Files.isDirectory(documents)) {
            return Files.exists(documents);
        }
        try (Stream<Path> any = Files.list(documents)) {
            return any.findAny().isPresent();
        }
    }

    /** Whole or not at all, and on the disk before any document is. */
    private void write(Path file) throws IOException {
        Path unfinished = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(unfinished);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        StringWriter text = new StringWriter();
        kept.store(text, "made at the first start; whoever has this can read the data beside it");
        try (FileChannel out = FileChannel.open(unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    String get(String name) {
        return kept.getProperty(name);
    }

    private static String fresh() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
