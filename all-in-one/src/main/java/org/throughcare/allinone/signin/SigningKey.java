package org.throughcare.allinone.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * The keys that sign tokens: kept in a file that only its owner can read, or made anew for this run. The newest one signs;
 * the one before it stays published, so that what it signed is good to its end. A start with a key past its life makes a new one.
 */
@Configuration(proxyBeanMethods = false)
class SigningKey {

    private static final int BITS = 2048;
    private static final int PUBLISHED = 2;

    @Bean
    JWKSource<SecurityContext> signingKeys(SignInSettings settings) throws IOException, JOSEException, ParseException {
        return new ImmutableJWKSet<>(keys(settings));
    }

    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> keys) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(List::getFirst);
        return encoder;
    }

    /** Newest first. */
    private static JWKSet keys(SignInSettings settings) throws IOException, JOSEException, ParseException {
        Path file = settings.keyFile();
        List<JWK> known = file != null && Files.exists(file)
                ? parsed(Files.readString(file)).getKeys()
                : List.of();
        if (!known.isEmpty() && isGood(known.getFirst(), settings)) {
            return new JWKSet(known);
        }
        List<JWK> keys = new ArrayList<>(known);
        keys.addFirst(made());
        JWKSet all = new JWKSet(keys.subList(0, Math.min(PUBLISHED, keys.size())));
        if (file != null) {
            keep(all, file);
        }
        return all;
    }

    /** A file of a version that knew one key alone holds that key. */
    private static JWKSet parsed(String text) throws ParseException {
        return text.contains("\"keys\"") ? JWKSet.parse(text) : new JWKSet(RSAKey.parse(text));
    }

    private static boolean isGood(JWK key, SignInSettings settings) {
        Date made = key.getIssueTime();
        return made != null && made.toInstant().plus(settings.keyLife()).isAfter(Instant.now());
    }

    private static RSAKey made() throws JOSEException {
        return new RSAKeyGenerator(BITS)
                .keyID(UUID.randomUUID().toString())
                .keyUse(KeyUse.SIGNATURE)
                .issueTime(new Date())
                .generate();
    }

    /** Whole or not at all: it is written beside and moved into place. */
    private static void keep(JWKSet keys, Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path beside = Files.createTempFile(
                directory,
                "signing-key",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(beside, keys.toString(false));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
