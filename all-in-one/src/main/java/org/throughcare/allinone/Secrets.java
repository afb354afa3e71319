package org.throughcare.allinone;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Keys and passwords of this installation: made at the first start, kept beside the data, readable by their owner alone. */
final class Secrets {

    private final Properties kept = new Properties();
    private final SecureRandom random = new SecureRandom();

    private Secrets() {}

    static Secrets in(Path data) {
        Secrets secrets = new Secrets();
        Path file = data.resolve("secrets.properties");
        try {
            Files.createDirectories(data);
            if (Files.exists(file)) {
                try (Reader in = Files.newBufferedReader(file)) {
                    secrets.kept.load(in);
                }
            }
            for (String name : new String[] {"key-encryption", "sessions", "gateway", "system", "partner", "broker"}) {
                secrets.kept.computeIfAbsent(name, missing -> secrets.fresh());
            }
            if (!Files.exists(file)
                    && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (Writer out = Files.newBufferedWriter(file)) {
                secrets.kept.store(out, "made at the first start; whoever has this can read the data beside it");
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(data + " cannot be written", unwritable);
        }
        return secrets;
    }

    String get(String name) {
        return kept.getProperty(name);
    }

    private String fresh() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
