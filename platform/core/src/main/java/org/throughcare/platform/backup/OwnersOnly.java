package org.throughcare.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that nobody but their owner can read, from the moment they exist. */
final class OwnersOnly {

    private OwnersOnly() {}

    static Path folder(Path path) throws IOException {
        return Files.createDirectories(path, only(path, "rwx------"));
    }

    static Path file(Path path) throws IOException {
        Files.deleteIfExists(path);
        return Files.createFile(path, only(path, "rw-------"));
    }

    private static FileAttribute<?>[] only(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
