package org.throughcare.platform.cipher;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.throughcare.platform.tenancy.Scope;

/** {@code k1:} and, in base64url, nonce, ciphertext and tag. {@code k1} names the data key's generation. */
final class AesFieldCipher implements FieldCipher {

    private static final String GENERATION = "k1:";
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final GranteeKeys keys;

    AesFieldCipher(GranteeKeys keys) {
        this.keys = keys;
    }

    @Override
    public String seal(String where, String plain) {
        String grantee = Scope.current().grantee();
        byte[] sealed = AesGcm.seal(
                keys.of(grantee).encryption(), authenticated(grantee, where), plain.getBytes(StandardCharsets.UTF_8));
        return GENERATION + TEXT.encodeToString(sealed);
    }

    @Override
    public String open(String where, String sealed) {
        String grantee = Scope.current().grantee();
        if (!sealed.startsWith(GENERATION)) {
            throw new IllegalStateException("not sealed by a known generation of data key");
        }
        try {
            byte[] opened = AesGcm.open(
                    keys.of(grantee).encryption(),
                    authenticated(grantee, where),
                    Base64.getUrlDecoder().decode(sealed.substring(GENERATION.length())));
            return new String(opened, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            throw new IllegalStateException("not sealed here, or changed since", notOurs);
        }
    }

    @Override
    public String blindIndex(String kind, String plain) {
        SecretKey key = keys.of(Scope.current().grantee()).index(kind);
        return TEXT.encodeToString(mac(key, plain.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String fingerprint(byte[]... parts) {
        return HexFormat.of().formatHex(mac(keys.of(Scope.current().grantee()).fingerprints(), parts));
    }

    private static byte[] mac(SecretKey key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(GranteeKey.MAC);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC belongs to the JDK", impossible);
        }
    }

    /** A grantee's id has no bar, so the two parts cannot be cut elsewhere. */
    private static byte[] authenticated(String grantee, String where) {
        return (grantee + "|" + where).getBytes(StandardCharsets.UTF_8);
    }
}
