package org.throughcare.gateway.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.problem.Problem;
import org.throughcare.gateway.settings.GatewaySettings;

/**
 * Reads what the provider says when it ended a sign-in: a logout token, checked as OpenID Connect Back-Channel Logout 1.0
 * (section 2.6) wants. The same token again within its short life ends nothing more that it did not name before.
 */
@Component
class LogoutTokens {

    /** What the provider ended: one sign-in, or all of an account's when it names none. */
    record Ended(@Nullable String subject, @Nullable String signIn) {}

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    private final OpenIdProvider provider;
    private final String clientId;
    private volatile @Nullable JwtDecoder decoder;

    LogoutTokens(OpenIdProvider provider, GatewaySettings settings) {
        this.provider = provider;
        this.clientId = settings.signIn().clientId();
    }

    /**
     * @throws BadJwtException when it is no logout token of the provider's for this gateway
     * @throws EdgeProblem 503 when the provider's keys cannot be had
     */
    Ended read(String token) {
        Jwt read;
        try {
            read = decoder().decode(token);
        } catch (BadJwtException refused) {
            throw refused;
        } catch (JwtException noKeys) {
            throw new EdgeProblem(Problem.signInAway("The sign-in server's keys cannot be fetched."), noKeys);
        }
        return new Ended(read.getSubject(), read.getClaimAsString("sid"));
    }

    private JwtDecoder decoder() {
        JwtDecoder known = decoder;
        if (known == null) {
            known = made();
            decoder = known;
        }
        return known;
    }

    private JwtDecoder made() {
        NimbusJwtDecoder made =
                provider.decoder(provider.metadata()).validateType(false).build();
        JwtTypeValidator type = new JwtTypeValidator("logout+jwt", "JWT");
        type.setAllowEmpty(true);
        made.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(
                type,
                new JwtTimestampValidator(OpenIdProvider.CLOCKS_DIFFER),
                new JwtIssuerValidator(provider.issuer()),
                new JwtClaimValidator<List<String>>("aud", aud -> aud != null && aud.contains(clientId)),
                new JwtClaimValidator<Instant>("iat", LogoutTokens::isRecent),
                new JwtClaimValidator<Map<String, Object>>(
                        "events", events -> events != null && events.get(EVENT) instanceof Map),
                isNoIdentityToken(),
                namesSomebody())));
        return made;
    }

    private static boolean isRecent(@Nullable Instant issued) {
        return issued != null && issued.isAfter(Instant.now().minus(LONGEST_LIFE));
    }

    private static OAuth2TokenValidator<Jwt> isNoIdentityToken() {
        return token -> refusedIf(token.hasClaim("nonce"), "has a nonce, as identity tokens have");
    }

    private static OAuth2TokenValidator<Jwt> namesSomebody() {
        return token -> refusedIf(
                token.getSubject() == null && token.getClaimAsString("sid") == null,
                "names neither a sign-in nor an account");
    }

    private static OAuth2TokenValidatorResult refusedIf(boolean wrong, String how) {
        return wrong
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", how, null))
                : OAuth2TokenValidatorResult.success();
    }
}
