package org.throughcare.allinone.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key that signs tokens: kept in a file that only its owner can read, or made anew for this run. */
@Configuration(proxyBeanMethods = false)
class SigningKey {

    private static final int BITS = 2048;

    @Bean
    JWKSource<SecurityContext> signingKeys(SignInSettings settings) throws IOException, JOSEException, ParseException {
        return new ImmutableJWKSet<>(new JWKSet(key(settings.keyFile())));
    }

    private static RSAKey key(@Nullable Path file) throws IOException, JOSEException, ParseException {
        if (file != null && Files.exists(file)) {
            return RSAKey.parse(Files.readString(file));
        }
        RSAKey made = new RSAKeyGenerator(BITS)
                .keyID(UUID.randomUUID().toString())
                .keyUse(KeyUse.SIGNATURE)
                .generate();
        if (file != null) {
            keep(made, file);
        }
        return made;
    }

    /** Whole or not at all: it is written beside and moved into place. */
    private static void keep(RSAKey key, Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path beside = Files.createTempFile(
                directory,
                "signing-key",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(beside, key.toJSONString());
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
