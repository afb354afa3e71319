package org.throughcare.platform.aggregate;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Name-based ids (RFC 9562, version 5) in the suite's own namespace. */
final class UuidV5 {

    private static final UUID NAMESPACE = UUID.fromString("7c1f1c1e-7a52-5c1b-9d0e-3f6f2f0b7a11");

    private UuidV5() {}

    static UUID of(byte[] name) {
        try {
            NameBasedGenerator generator = Generators.nameBasedGenerator(NAMESPACE, MessageDigest.getInstance("SHA-1"));
            return generator.generate(name);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-1", impossible);
        }
    }
}
