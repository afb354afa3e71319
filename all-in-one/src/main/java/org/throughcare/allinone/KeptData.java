package org.throughcare.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughcare.embedded.EmbeddedDocumentStore;
import org.throughcare.platform.backup.Backups;

/**
 * {@code backup}, {@code restore} and {@code grantee} on what {@code up} keeps: through the store of the {@code up} that runs, or, when
 * none does, through one that is opened for it.
 */
final class KeptData {

    private static final Set<String> COMMANDS = Set.of("backup", "restore", "grantee");
    private static final String DATA = "--data=";

    private KeptData() {}

    static boolean isAskedFor(String[] arguments) {
        return arguments.length > 0 && COMMANDS.contains(arguments[0]);
    }

    /** @return the exit code */
    static int run(String[] arguments) {
        List<String> rest = new ArrayList<>();
        Path data = Path.of(".throughcare/data");
        for (String each : arguments) {
            if (each.startsWith(DATA)) {
                data = Path.of(each.substring(DATA.length()));
            } else {
                rest.add(each);
            }
        }
        data = data.toAbsolutePath();
        String running = Suite.storeUri(data);
        @Nullable FileLock inUse = Suite.lock(data);
        if (inUse == null) {
            if (running.isEmpty()) {
                throw new CannotStart(
                        "the data in " + data + " is in use, and by a throughcare that does not say where.");
            }
            return run(data, running, rest);
        }
        // None serves it: nobody has to be waited for.
        rest.add("--stopped");
        try (EmbeddedDocumentStore store = EmbeddedDocumentStore.onDisk(data.resolve("store"), 0)) {
            return run(data, store.connectionString(), rest);
        } finally {
            close(inUse);
        }
    }

    private static int run(Path data, String storeUri, List<String> arguments) {
        Map<String, Object> settings =
                new HashMap<>(Map.of("throughcare.store-uri", storeUri, "throughcare.database-prefix", "throughcare"));
        if (Files.exists(data.resolve(Secrets.FILE))) {
            settings.put(
                    "throughcare.cipher.key-encryption-key", Secrets.in(data).get("key-encryption"));
        }
        return Backups.run(settings, System.out, arguments.toArray(String[]::new));
    }

    private static void close(FileLock lock) {
        try {
            lock.channel().close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
