package org.throughcare.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.throughcare.platform.Settings;

class SettingsTest {

    private static final String KEK = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @EnableConfigurationProperties(Settings.class)
    static class Bound {}

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(Bound.class)
            .withPropertyValues("throughcare.service=notes", "throughcare.security.client-secret=of-the-tests");

    @Test
    void haveDefaultsForAllButServiceAndKey() {
        runner.withPropertyValues("throughcare.cipher.key-encryption-key=" + KEK)
                .run(context -> {
                    Settings settings = context.getBean(Settings.class);
                    assertThat(settings.journalUriOrStore()).isEqualTo(settings.storeUri());
                    assertThat(settings.security().audience()).isEqualTo("throughcare-api");
                    assertThat(settings.demoClock()).isFalse();
                    assertThat(settings.toString() + settings.cipher()).doesNotContain(KEK);
                });
    }

    @ParameterizedTest(name = "[{0}] is refused: {1}")
    @CsvSource({
        "'', is not set",
        "not base64 !, is not base64",
        "c2hvcnQ=, 'must be 32 bytes (256 bits) in base64, not 5 bytes'",
    })
    @DisplayName("a start without a good key-encryption key is refused with a sentence that does not repeat it")
    void key(String key, String sentence) {
        runner.withPropertyValues("throughcare.cipher.key-encryption-key=" + key)
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(context.getStartupFailure()).rootCause().hasMessageContaining(sentence);
                    if (!key.isEmpty()) {
                        assertThat(context.getStartupFailure())
                                .rootCause()
                                .message()
                                .doesNotContain(key);
                    }
                });
    }

    @Test
    void refuseAKeyThatIsCurrentAndFormer() {
        runner.withPropertyValues(
                        "throughcare.cipher.key-encryption-key=" + KEK, "throughcare.cipher.former-keys.kek1=" + KEK)
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    @DisplayName("a rotated key can be given by the environment, as docs/operations.md says")
    void rotationByEnvironment() {
        Map<String, Object> environment = Map.of(
                "THROUGHCARE_CIPHER_KEYENCRYPTIONKEY", KEK,
                "THROUGHCARE_CIPHER_KEYID", "kek2",
                "THROUGHCARE_CIPHER_FORMERKEYS_KEK1", KEK);
        runner.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", environment)))
                .run(context -> {
                    Settings.Cipher cipher = context.getBean(Settings.class).cipher();
                    assertThat(cipher.keyId()).isEqualTo("kek2");
                    assertThat(cipher.key("kek1")).isNotNull();
                });
    }

    @Test
    void refuseAServiceNameThatIsNone() {
        runner.withPropertyValues("throughcare.cipher.key-encryption-key=" + KEK, "throughcare.service=Notes Service")
                .run(context -> assertThat(context).hasFailed());
    }
}
