package org.throughcare.gateway.security;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.stereotype.Component;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.settings.GatewaySettings;
import org.throughcare.gateway.signin.OpenIdProvider;

/**
 * Whose bearer tokens are taken: those of the issuer people sign in at, and of further ones that are named. Each token must
 * be signed by its issuer, meant for us and not over, which it says itself; for the suite itself only the first issuer speaks. Keys are fetched at an
 * issuer's first token.
 */
@Component
class TrustedIssuers implements AuthenticationManagerResolver<String> {

    private final Map<String, String> metadataBases = new HashMap<>();
    private final Map<String, AuthenticationManager> known = new ConcurrentHashMap<>();
    private final OpenIdProvider provider;
    private final String audience;
    private final String suiteIssuer;

    TrustedIssuers(GatewaySettings settings, OpenIdProvider provider) {
        settings.security().issuers().forEach(issuer -> metadataBases.put(issuer, issuer));
        metadataBases.put(settings.signIn().issuer(), settings.signIn().metadataBase());
        this.suiteIssuer = settings.signIn().issuer();
        this.provider = provider;
        this.audience = settings.security().audience();
    }

    @Override
    public AuthenticationManager resolve(String issuer) {
        if (!metadataBases.containsKey(issuer)) {
            throw new InvalidBearerTokenException("not an issuer we trust");
        }
        return authentication -> manager(issuer).authenticate(authentication);
    }

    private AuthenticationManager manager(String issuer) {
        AuthenticationManager manager = known.get(issuer);
        if (manager == null) {
            try {
                manager = new JwtAuthenticationProvider(decoder(issuer))::authenticate;
            } catch (EdgeProblem away) {
                throw new AuthenticationServiceException("the keys of " + issuer + " cannot be fetched", away);
            }
            known.put(issuer, manager);
        }
        return manager;
    }

    private JwtDecoder decoder(String issuer) {
        NimbusJwtDecoder decoder = provider.decoder(
                        provider.metadataOf(metadataBases.getOrDefault(issuer, issuer), issuer))
                .build();
        OAuth2TokenValidator<Jwt> meantForUs =
                new JwtClaimValidator<List<String>>("aud", aud -> aud != null && aud.contains(audience));
        OAuth2TokenValidator<Jwt> itself = jwt -> "system".equals(jwt.getClaimAsString("throughcare_role"))
                        && !issuer.equals(suiteIssuer)
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "not the suite's issuer", null))
                : OAuth2TokenValidatorResult.success();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(
                new JwtTimestampValidator(OpenIdProvider.CLOCKS_DIFFER),
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<Instant>("exp", until -> until != null),
                meantForUs,
                itself)));
        return decoder;
    }
}
