package org.throughcare.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.throughcare.platform.backup.Manifest.Part;

/** A page for people beside an export: what is in it and how it is read without Throughcare. */
final class Contents {

    private static final String FILE = "CONTENTS.md";

    private Contents() {}

    static Path write(Path folder, List<Manifest> manifests) {
        StringBuilder page =
                new StringBuilder("""
                # Everything that Throughcare holds of the grantee `%s`

                One folder for each service. A file `store.<collection>.jsonl.gz` is a collection of its database, `journal.…` the
                record of every change, `control.…` what the service's registry says of this grantee. Each is gzip of one document
                a line, in MongoDB's canonical extended JSON; `manifest.json` has the SHA-256 of each. To look into one:
                `gzip -dc FILE | head`. In an aggregate's document `body` is its state, `revision` counts its changes.

                Collections named `copies_…` are copies of what another service owns. Identifiers such as the social security
                number are sealed; they open with the grantee's data key alone, which is here (`control.keys`) but wrapped under a
                key that is not.

                """.formatted(manifests.getFirst().grantee()));
        for (Manifest each : manifests) {
            page.append("## ")
                    .append(each.service())
                    .append("\n\nRead from ")
                    .append(each.takenAt())
                    .append(" to ")
                    .append(each.finishedAt())
                    .append(".\n\n| file | documents | bytes |\n|---|---|---|\n");
            for (Part part : each.parts()) {
                page.append("| ")
                        .append(each.service())
                        .append('/')
                        .append(part.file())
                        .append(" | ")
                        .append(part.documents())
                        .append(" | ")
                        .append(part.bytes())
                        .append(" |\n");
            }
            page.append('\n');
        }
        try {
            Path file = OwnersOnly.file(folder.resolve(FILE));
            Files.writeString(file, page);
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
