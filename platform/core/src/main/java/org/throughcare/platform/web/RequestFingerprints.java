package org.throughcare.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.throughcare.platform.cipher.FieldCipher;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hashes of what was asked: a command id that comes back with another content can be told from a repeat. They are kept in
 * clear with what was written, and a body may hold numbers that are few enough to be found by trying, so they are keyed.
 * The key is the grantee's, not the deployment's: a request may be repeated after the key-encryption key was rotated.
 */
final class RequestFingerprints {

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Supplier<FieldCipher> cipher;

    /** @param cipher asked for when a command comes, because it stands on the store */
    RequestFingerprints(Supplier<FieldCipher> cipher) {
        this.cipher = cipher;
    }

    /** Over method, path and body, in hex; of a body in JSON whatever the order of its fields. */
    String of(HttpServletRequest request) {
        byte[] line = (request.getMethod() + " " + request.getRequestURI() + "\n").getBytes(StandardCharsets.UTF_8);
        return cipher.get().fingerprint(line, canonical(BodyFilter.body(request)));
    }

    /** What is asked, however it is written: a program that starts again may send the same fields in another order. */
    private static byte[] canonical(byte[] body) {
        try {
            return CANONICAL.writeValueAsBytes(CANONICAL.readValue(body, Object.class));
        } catch (JacksonException notJson) {
            return body;
        }
    }
}
