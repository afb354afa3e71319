package org.throughcare.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.throughcare.gateway.settings.GatewaySettings;
import org.throughcare.platform.TrueSecret;

/** Seals what must not be read at rest or in a cookie: AES-256-GCM, bound to what it belongs to. */
@Component
public class Seal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int COOKIE = 32;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    Seal(GatewaySettings settings) {
        byte[] bytes = TrueSecret.key(
                "SESSIONS_KEY (throughcare.sessions.key)", settings.sessions().key());
        this.key = new SecretKeySpec(bytes, "AES");
    }

    public byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Random text for cookies and headers, 256 bits. */
    public String randomText() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(COOKIE));
    }

    /** @param owner what it belongs to; needed again to open it */
    public byte[] close(byte[] plain, String owner) {
        try {
            byte[] nonce = random(NONCE);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(plain);
            byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    /** Empty when it was sealed under another key, for another owner, or changed since. */
    public Optional<byte[]> open(byte[] sealed, String owner) {
        if (sealed.length <= NONCE) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), owner);
            return Optional.of(cipher.doFinal(sealed, NONCE, sealed.length - NONCE));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
