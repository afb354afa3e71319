package org.throughcare.referral.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughcare.referral.webhook.PublicAddresses.Verdict;

class PublicAddressesTest {

    private final PublicAddresses addresses = new PublicAddresses(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/x",
                "https://10.1.2.3/x",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://[::1]/",
                "https://[fd00::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://localhost/"
            })
    @DisplayName("webhooks never go to what is inside")
    void inside(String url) {
        assertThat(addresses.look(url)).isEqualTo(Verdict.INSIDE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.215.14/",
                "ftp://93.184.215.14/",
                "https:///x",
                "https://user@93.184.215.14/",
                "no"
            })
    @DisplayName("only https addresses without a user are addresses of webhooks")
    void malformed(String url) {
        assertThat(addresses.look(url)).isEqualTo(Verdict.MALFORMED);
    }

    @Test
    @DisplayName("a public address is fine, and 100.63 and 100.128 beside the shared range are public")
    void outside() {
        assertThat(addresses.look("https://93.184.215.14/hook")).isEqualTo(Verdict.FINE);
        assertThat(addresses.look("https://100.63.255.255/")).isEqualTo(Verdict.FINE);
        assertThat(addresses.look("https://100.128.0.0/")).isEqualTo(Verdict.FINE);
    }

    @Test
    @DisplayName("the signature is that of the published example of Standard Webhooks")
    void signature() {
        assertThat(WebhookSecrets.signature(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330L,
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
