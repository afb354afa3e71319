package org.throughcare.platform.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.throughcare.platform.Settings;
import org.throughcare.platform.tenancy.Grantees;

/**
 * Checks a token by the issuer that it names, if that issuer is trusted at all: signature (asymmetric only), issuer,
 * audience, and an expiry that must be there. An issuer's keys are fetched at its first token.
 */
final class IssuerTokens implements AuthenticationManagerResolver<String> {

    private static final Duration SKEW = Duration.ofSeconds(30);

    private final Settings.Security settings;
    private final Grantees grantees;
    private final IssuerKeys keys;
    private final Map<String, AuthenticationManager> managers = new ConcurrentHashMap<>();

    IssuerTokens(Settings.Security settings, Grantees grantees, IssuerKeys keys) {
        this.settings = settings;
        this.grantees = grantees;
        this.keys = keys;
    }

    @Override
    @SuppressWarnings("NullAway") // null is the interface's way of saying that the issuer is not trusted
    public AuthenticationManager resolve(String issuer) {
        if (!isTrusted(issuer) && !grantees.isRead()) {
            throw new AuthenticationServiceException("the registry of issuers cannot be read yet");
        }
        return isTrusted(issuer) ? managers.computeIfAbsent(issuer, this::manager) : null;
    }

    private boolean isTrusted(String issuer) {
        return settings.issuers().contains(issuer)
                || issuer.equals(settings.systemIssuer())
                || grantees.knowsIssuer(issuer);
    }

    private AuthenticationManager manager(String issuer) {
        return new JwtAuthenticationProvider(new LazyDecoder(issuer))::authenticate;
    }

    private final class LazyDecoder implements JwtDecoder {
        private static final Duration PAUSE = Duration.ofSeconds(1);
        private final String issuer;
        private final ReentrantLock asking = new ReentrantLock();
        private volatile @Nullable NimbusJwtDecoder ready;
        private volatile boolean hadKeys;
        private volatile Instant notBefore = Instant.EPOCH;

        LazyDecoder(String issuer) {
            this.issuer = issuer;
        }

        @Override
        public Jwt decode(String token) {
            NimbusJwtDecoder decoder = ready;
            try {
                Jwt good = (decoder == null ? begin() : decoder).decode(token);
                hadKeys = true;
                return good;
            } catch (JwtException failed) {
                if (hadKeys && failed.getCause() instanceof RateLimitReachedException) {
                    throw new BadJwtException("names a key that its issuer did not have a moment ago", failed);
                }
                throw failed;
            }
        }

        private NimbusJwtDecoder begin() {
            asking.lock();
            try {
                NimbusJwtDecoder decoder = ready;
                if (decoder == null) {
                    if (Instant.now().isBefore(notBefore)) {
                        throw new AuthenticationServiceException(issuer + " did not answer a moment ago");
                    }
                    decoder = decoder(issuer);
                    ready = decoder;
                }
                return decoder;
            } catch (IOException away) {
                notBefore = Instant.now().plus(PAUSE);
                throw new AuthenticationServiceException(issuer + " does not answer", away);
            } finally {
                asking.unlock();
            }
        }
    }

    private NimbusJwtDecoder decoder(String issuer) throws IOException {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys.of(issuer))
                .jwsAlgorithms(algorithms -> algorithms.addAll(List.of(
                        SignatureAlgorithm.RS256,
                        SignatureAlgorithm.RS384,
                        SignatureAlgorithm.RS512,
                        SignatureAlgorithm.PS256,
                        SignatureAlgorithm.ES256,
                        SignatureAlgorithm.ES384)))
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(
                        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null)))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(
                new JwtTimestampValidator(SKEW),
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<Instant>(JwtClaimNames.EXP, until -> until != null),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(settings.audience())))));
        return decoder;
    }
}
