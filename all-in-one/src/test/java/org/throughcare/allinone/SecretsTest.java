package org.throughcare.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Keys and passwords of an installation")
class SecretsTest {

    private static final String KEY = "key-encryption";

    @TempDir
    private Path data;

    @Test
    @DisplayName("are the same at the next start, whose file is not written again, and readable by their owner alone")
    void same() throws Exception {
        String key = Secrets.in(data).get(KEY);
        Path file = data.resolve("secrets.properties");
        String written = Files.readString(file);

        assertThat(Secrets.in(data).get(KEY)).isEqualTo(key);
        assertThat(Files.readString(file)).isEqualTo(written);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(data).isDirectoryNotContaining(each -> each.toString().endsWith(".new"));
    }

    @Test
    @DisplayName("are not made anew beside documents that were written with others: what they opened would be lost")
    void neverReplaced() throws Exception {
        Secrets.in(data);
        Files.createDirectories(data.resolve("store"));
        Files.writeString(data.resolve("store").resolve("documents.mv"), "documents");
        Files.writeString(data.resolve("secrets.properties"), "");

        assertThatThrownBy(() -> Secrets.in(data))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(KEY)
                .hasMessageContaining("Bring the file back");
        assertThat(data.resolve("secrets.properties")).isEmptyFile();
    }

    @Test
    @DisplayName("what a killed start left unfinished does not stop the next")
    void unfinished() throws Exception {
        Files.writeString(data.resolve("secrets.properties.new"), "key-encryp");

        assertThat(Secrets.in(data).get(KEY)).isNotBlank();
    }
}
