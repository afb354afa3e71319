package org.throughcare.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The main job on the embedded default")
class TheJourneyTest {

    @TempDir
    private Path data;

    @Test
    @DisplayName("one person is carried from jail intake to a year after release, every step verified")
    void journey() throws Exception {
        try (SuiteProcess suite = SuiteProcess.start(data, SuiteProcess.freePorts(), "demo", "--exit")) {
            int exit = suite.awaitEnd(Duration.ofMinutes(10));
            System.out.println(suite.output());
            assertThat(exit).as(suite.output()).isZero();
            assertThat(suite.output()).contains("All eight steps verified").doesNotContain("✗");
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
        try (SuiteProcess suite = SuiteProcess.start(data, SuiteProcess.freePorts(), "up", "--exit")) {
            assertThat(suite.awaitEnd(Duration.ofMinutes(1))).isEqualTo(2);
            assertThat(suite.output()).contains("throughcare: \"--exit\" is not something \"up\" understands");
        }
    }
}
