package org.throughcare.platform.cipher;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * A grantee's data key, unwrapped. What is used is derived from it by HKDF (RFC 5869), one key per purpose, so that an index
 * tells nothing of the encryption.
 */
final class GranteeKey {

    static final int BYTES = 32;
    static final String MAC = "HmacSHA256";

    private final byte[] dataKey;
    private final SecretKey encryption;
    private final SecretKey fingerprints;

    GranteeKey(byte[] dataKey) {
        if (dataKey.length != BYTES) {
            throw new IllegalStateException("a data key has 256 bits");
        }
        this.dataKey = dataKey.clone();
        this.encryption = derive("field-encryption", "AES");
        this.fingerprints = derive("request-fingerprint", MAC);
    }

    SecretKey encryption() {
        return encryption;
    }

    /** For the blind index of one kind of value. */
    SecretKey index(String kind) {
        return derive("blind-index|" + kind, MAC);
    }

    /** For the fingerprints of requests. */
    SecretKey fingerprints() {
        return fingerprints;
    }

    private SecretKey derive(String purpose, String algorithm) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(dataKey)
                                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HKDF belongs to the JDK", impossible);
        }
    }
}
