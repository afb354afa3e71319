package org.throughcare.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The main job on the embedded default")
class TheJourneyTest {

    @TempDir
    private Path data;

    @Test
    @Tag("suite")
    @DisplayName("one person is carried from jail intake to a year after release, every step verified")
    void journey() throws Exception {
        try (SuiteProcess suite = SuiteProcess.start(data, SuiteProcess.freePorts(), "demo", "--exit")) {
            int exit = suite.awaitEnd(Duration.ofMinutes(10));
            System.out.println(suite.output());
            assertThat(exit).as(suite.output()).isZero();
            assertThat(suite.output()).contains("All eight steps verified").doesNotContain("✗");
            assertThat(Files.readString(data.resolve("throughcare.log")))
                    .as("the log names nobody and has no stack traces")
                    .contains(" INFO ")
                    .doesNotContain("\tat ")
                    .doesNotContain("Whitfield", "Darnell", "Renee", "A48213", "+1-312-555", "1996-05-17");
        }
    }

    @Test
    @Tag("fault")
    @DisplayName("a step that fails is a line that says so and a non-zero exit")
    void stepFails() throws Exception {
        Map<String, String> hardlyAnyRequests = Map.of("REQUESTS_PER_CALLER", "1", "REQUESTS_PER_CALLER_BURST", "3");
        try (SuiteProcess suite =
                SuiteProcess.start(data, SuiteProcess.freePorts(), hardlyAnyRequests, "demo", "--exit")) {
            assertThat(suite.awaitEnd(Duration.ofMinutes(4))).isEqualTo(1);
            assertThat(suite.output())
                    .contains("   ✗ ")
                    .contains(" answered 429")
                    .doesNotContain("verified");
        }
    }

    @Test
    @DisplayName("what stops the start is one sentence that says where the reason is, and a non-zero exit")
    void cannotStart() throws Exception {
        Files.createDirectories(data.resolve("store"));
        Files.createDirectory(data.resolve("store").resolve("documents.mv"));
        try (SuiteProcess suite = SuiteProcess.start(data, SuiteProcess.freePorts(), "demo", "--exit")) {
            assertThat(suite.awaitEnd(Duration.ofMinutes(2))).isNotZero();
            assertThat(suite.output()).contains("throughcare: ").doesNotContain("\tat ");
        }
    }

    @Test
    @DisplayName("data that another process uses is one clear sentence and a non-zero exit")
    void dataInUse() throws Exception {
        Path lock = data.resolve("in-use");
        try (FileChannel held = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = held.lock();
                SuiteProcess suite = SuiteProcess.start(data, SuiteProcess.freePorts(), "up")) {
            assertThat(suite.awaitEnd(Duration.ofMinutes(1))).isEqualTo(2);
            assertThat(suite.output()).contains("throughcare: the data in " + data + " is in use");
        }
    }

    @Test
    @DisplayName("one port for two parts is one clear sentence and a non-zero exit")
    void portWantedTwice() throws Exception {
        Map<String, Integer> ports = SuiteProcess.freePorts();
        ports.put("NOTES", Objects.requireNonNull(ports.get("GATEWAY")));
        try (SuiteProcess suite = SuiteProcess.start(data, ports, "up")) {
            assertThat(suite.awaitEnd(Duration.ofMinutes(1))).isEqualTo(2);
            assertThat(suite.output()).contains("wanted twice").contains("THROUGHCARE_NOTES_PORT");
        }
    }

    @Test
    @DisplayName("a taken port is one clear sentence and a non-zero exit")
    void portTaken() throws Exception {
        Map<String, Integer> ports = SuiteProcess.freePorts();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ports.put("NOTES", taken.getLocalPort());
            try (SuiteProcess suite = SuiteProcess.start(data, ports, "up")) {
                assertThat(suite.awaitEnd(Duration.ofMinutes(1))).isEqualTo(2);
                assertThat(suite.output())
                        .contains("throughcare: port " + taken.getLocalPort() + " is taken")
                        .contains("THROUGHCARE_NOTES_PORT");
            }
        }
    }

    @Test
    @DisplayName("a command line it does not understand is one clear sentence and a non-zero exit")
    void badCommandLine() throws Exception {
        try (SuiteProcess suite = SuiteProcess.start(data, SuiteProcess.freePorts(), "up", "--once")) {
            assertThat(suite.awaitEnd(Duration.ofMinutes(1))).isEqualTo(2);
            assertThat(suite.output()).contains("throughcare: \"--once\" is not something \"up\" understands");
        }
    }
}
