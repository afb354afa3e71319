package org.throughcare.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.PropertySource;
import org.throughcare.platform.Settings;
import org.throughcare.platform.TrueSecret;
import org.throughcare.platform.UnsafeSetting;

@ExtendWith(OutputCaptureExtension.class)
class UnsafeStartTest {

    private static final String KEK = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String NOUGHTS = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @EnableConfigurationProperties(Settings.class)
    @PropertySource("classpath:org/throughcare/platform/defaults.properties")
    static class Bound {}

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource({
        "SYSTEM_CLIENT_SECRET, '', is not set",
        "SYSTEM_CLIENT_SECRET, changeme, is still a placeholder",
        "KEY_ENCRYPTION_KEY, '', is not set",
        "KEY_ENCRYPTION_KEY, changeme, is still a placeholder",
        "KEY_ENCRYPTION_KEY, " + NOUGHTS + ", is one byte repeated",
        "MONGODB_URI, mongodb://throughcare:changeme@store:27017/, is still a placeholder",
        "MONGODB_URI, mongodb://throughcare:@store:27017/, is not set",
        "RABBITMQ_URI, amqp://guest:guest@broker:5672/throughcare, is still a placeholder",
        "RABBITMQ_URI, amqp://broker:5672/throughcare, names no user",
    })
    @DisplayName("a start on a secret that is none is refused with a sentence that names the setting and not its value")
    void refused(String setting, String value, String sentence, CapturedOutput output) {
        List<String> settings = new ArrayList<>(List.of(
                "--throughcare.service=notes", "--SYSTEM_CLIENT_SECRET=of-the-tests", "--KEY_ENCRYPTION_KEY=" + KEK));
        settings.removeIf(each -> each.startsWith("--" + setting + "="));
        settings.add("--" + setting + "=" + value);

        assertThatThrownBy(() -> new SpringApplicationBuilder(Bound.class)
                        .web(WebApplicationType.NONE)
                        .run(settings.toArray(String[]::new)))
                .hasRootCauseInstanceOf(UnsafeSetting.class);

        String said = output.getAll();
        assertThat(said)
                .contains("APPLICATION FAILED TO START")
                .contains(setting)
                .contains(sentence);
        if (!value.isEmpty()) {
            assertThat(said).doesNotContain(value);
        }
    }

    @Test
    @DisplayName("it starts on secrets of its own")
    void starts() {
        try (var context = new SpringApplicationBuilder(Bound.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--throughcare.service=notes",
                        "--SYSTEM_CLIENT_SECRET=f0a7b1",
                        "--KEY_ENCRYPTION_KEY=" + KEK,
                        "--RABBITMQ_URI=amqp://notes:f0a7b1@broker:5672/throughcare",
                        "--MONGODB_URI=mongodb://throughcare:f0a7b1@one:27017,two:27017/?replicaSet=r")) {
            assertThat(context.getBean(Settings.class).service()).isEqualTo("notes");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Change-Me!",
                "CHANGE_ME_PLEASE",
                "your-secret-here",
                "<secret>",
                "${SECRET}",
                "xxxxxx",
                " password "
            })
    @DisplayName("placeholders are known in every spelling")
    void placeholders(String value) {
        assertThatThrownBy(() -> TrueSecret.required("IT", value)).isInstanceOf(UnsafeSetting.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0a1b2c", "correct horse battery", "a+secret/with=signs", "testify-9f3"})
    @DisplayName("what only resembles a placeholder is taken")
    void secrets(String value) {
        assertThat(TrueSecret.required("IT", value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amqp://127.0.0.1:5672",
                "amqp://localhost",
                "mongodb://store:27017/?authMechanism=MONGODB-X509",
                "not an address"
            })
    @DisplayName("an address without a login is taken for a store, and for a broker on this machine")
    void addresses(String address) {
        assertThat(TrueSecret.inAddress("IT", address)).isEqualTo(address);
    }
}
