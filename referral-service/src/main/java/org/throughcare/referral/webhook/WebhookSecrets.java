package org.throughcare.referral.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.throughcare.platform.cipher.FieldCipher;

/** Makes, seals and uses the secrets that webhooks are signed with, as Standard Webhooks writes them ({@code whsec_…}, {@code v1,…}). */
public final class WebhookSecrets {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FieldCipher cipher;

    public WebhookSecrets(FieldCipher cipher) {
        this.cipher = cipher;
    }

    public String fresh() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    public String sealed(UUID partner, String secret) {
        return cipher.seal("webhook/" + partner + "/secret", secret);
    }

    public String opened(WebhookEndpoint endpoint) {
        return cipher.open("webhook/" + endpoint.partner() + "/secret", endpoint.secret());
    }

    /**
     * The value of {@code webhook-signature}.
     *
     * @param timestamp seconds since 1970
     */
    public static String signature(String secret, String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC belongs to the JDK", impossible);
        }
    }
}
