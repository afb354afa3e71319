package org.throughcare.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.throughcare.gateway.settings.GatewaySettings;
import org.throughcare.platform.UnsafeSetting;

class UnsafeStartTest {

    @EnableConfigurationProperties(GatewaySettings.class)
    static class Bound {}

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(Bound.class)
            .withSystemProperties("spring.config.name=gateway")
            .withInitializer(new ConfigDataApplicationContextInitializer());

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource({
        "SYSTEM_CLIENT_SECRET, '', is not set",
        "SYSTEM_CLIENT_SECRET, changeme, is still a placeholder",
        "GATEWAY_CLIENT_SECRET, '', is not set",
        "GATEWAY_CLIENT_SECRET, changeme, is still a placeholder",
        "SESSIONS_KEY, '', is not set",
        "SESSIONS_KEY, changeme, is still a placeholder",
        "SESSIONS_KEY, c2hvcnQ=, must be 32 bytes",
        "MONGODB_URI, mongodb://throughcare:changeme@store:27017/, is still a placeholder",
        "RABBITMQ_URI, amqp://broker:5672/throughcare, names no user",
    })
    @DisplayName("the gateway does not start on a secret that is none; the sentence names the setting")
    void refused(String setting, String value, String sentence) {
        runner.withPropertyValues(
                        "SYSTEM_CLIENT_SECRET=of-the-tests",
                        "GATEWAY_CLIENT_SECRET=of-the-tests",
                        "SESSIONS_KEY=" + Edge.SESSIONS_KEY)
                .withPropertyValues(setting + "=" + value)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(UnsafeSetting.class)
                        .hasMessageContaining(setting)
                        .hasMessageContaining(sentence));
    }
}
