package org.throughcare.gateway.signin;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.problem.Problem;
import org.throughcare.gateway.route.HttpClients;
import org.throughcare.gateway.session.Tokens;
import org.throughcare.gateway.settings.GatewaySettings;

/**
 * The provider people sign in at, known by its published metadata, which is fetched when first needed: the gateway starts
 * without it.
 */
@Component
public class OpenIdProvider {

    private static final String PEOPLE = "people";
    /** As at the services: what is let in here is let in there. */
    public static final Duration CLOCKS_DIFFER = Duration.ofSeconds(30);

    private static final Duration SYSTEM_TOKEN_MARGIN = Duration.ofSeconds(30);
    private static final Duration FALLBACK_LIFE = Duration.ofMinutes(1);
    private static final ParameterizedTypeReference<Map<String, Object>> METADATA =
            new ParameterizedTypeReference<>() {};

    private final GatewaySettings.SignIn settings;
    private final GatewaySettings.Security system;
    private final @Nullable URI publicUrl;
    private final RestClient http;
    private final RestTemplate keys;
    private final Clock clock = Clock.systemUTC();
    private final ReentrantLock systemTokenLock = new ReentrantLock();
    private final RestClientAuthorizationCodeTokenResponseClient codes =
            new RestClientAuthorizationCodeTokenResponseClient();
    private final RestClientRefreshTokenTokenResponseClient refreshes = new RestClientRefreshTokenTokenResponseClient();
    private final RestClientClientCredentialsTokenResponseClient systemTokens =
            new RestClientClientCredentialsTokenResponseClient();
    private volatile @Nullable Map<String, Object> metadata;
    private volatile @Nullable OAuth2AccessToken systemToken;

    OpenIdProvider(GatewaySettings settings, HttpClients clients) {
        this.settings = settings.signIn();
        this.system = settings.security();
        this.publicUrl = settings.publicUrl();
        this.http = clients.toProvider().build();
        this.keys = new RestTemplate(clients.requestsToProvider());
        RestClient tokens = clients.toProvider()
                .configureMessageConverters(converters -> {
                    converters.addCustomConverter(new FormHttpMessageConverter());
                    converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
        codes.setRestClient(tokens);
        refreshes.setRestClient(tokens);
        systemTokens.setRestClient(tokens);
    }

    public String issuer() {
        return settings.issuer();
    }

    /** Where its metadata is fetched. */
    public String base() {
        return settings.metadataBase();
    }

    /** @throws EdgeProblem 503 when the provider cannot be reached or calls itself something else */
    public Map<String, Object> metadata() {
        Map<String, Object> known = metadata;
        if (known == null) {
            known = metadataOf(settings.metadataBase(), settings.issuer());
            metadata = known;
        }
        return known;
    }

    /** Metadata of any issuer, not kept. */
    public Map<String, Object> metadataOf(String base, String issuer) {
        Map<String, Object> found;
        try {
            found = http.get()
                    .uri(withoutSlash(base) + "/.well-known/openid-configuration")
                    .retrieve()
                    .body(METADATA);
        } catch (RestClientException away) {
            throw new EdgeProblem(Problem.signInAway("The sign-in server does not answer."), away);
        }
        if (found == null || !issuer.equals(found.get("issuer"))) {
            throw new EdgeProblem(
                    Problem.signInAway("The sign-in server calls itself something other than " + issuer + "."));
        }
        return found;
    }

    /**
     * Reads tokens signed by the keys that an issuer's metadata names; what they must say, whoever asks for the decoder has to add.
     *
     * @param metadata of the issuer
     */
    public NimbusJwtDecoder.JwkSetUriJwtDecoderBuilder decoder(Map<String, Object> metadata) {
        return NimbusJwtDecoder.withJwkSetUri(Objects.toString(metadata.get("jwks_uri"), ""))
                .jwsAlgorithms(accepted -> accepted.addAll(
                        Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256)))
                .restOperations(keys);
    }

    ClientRegistration people() {
        String base = publicUrl == null ? "{baseUrl}" : withoutSlash(publicUrl.toString());
        return ClientRegistrations.fromOidcConfiguration(metadata())
                .registrationId(PEOPLE)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .redirectUri(base + SignInController.CALLBACK)
                .scope("openid", "profile")
                .build();
    }

    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes() {
        return codes;
    }

    /** @throws OAuth2AuthorizationException when the provider refuses or does not answer */
    public Tokens refresh(Tokens old, String refreshToken) {
        try {
            OAuth2AccessTokenResponse answer = refreshes.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                    people(), accessToken(old), new OAuth2RefreshToken(refreshToken, null)));
            return tokens(answer.getAccessToken(), answer.getRefreshToken(), identity(answer, old));
        } catch (EdgeProblem away) {
            throw new OAuth2AuthorizationException(new OAuth2Error("temporarily_unavailable"), away);
        }
    }

    /** A provider that gives a new identity token knows the former one no more, and a sign-out names the token. */
    private static @Nullable String identity(OAuth2AccessTokenResponse answer, Tokens old) {
        return answer.getAdditionalParameters().get("id_token") instanceof String fresh ? fresh : old.identity();
    }

    /** A token that speaks for the suite itself. */
    public String systemToken() {
        systemTokenLock.lock();
        try {
            OAuth2AccessToken held = systemToken;
            if (held == null || endsAt(held).isBefore(clock.instant().plus(SYSTEM_TOKEN_MARGIN))) {
                held = systemTokens
                        .getTokenResponse(new OAuth2ClientCredentialsGrantRequest(system()))
                        .getAccessToken();
                systemToken = held;
            }
            return held.getTokenValue();
        } catch (OAuth2AuthorizationException refused) {
            throw new EdgeProblem(
                    Problem.signInAway("The sign-in server gives the suite no token of its own."), refused);
        } finally {
            systemTokenLock.unlock();
        }
    }

    /** Forgets a system token that was refused; another one that came meanwhile stays. */
    void refused(String token) {
        OAuth2AccessToken held = systemToken;
        if (held != null && held.getTokenValue().equals(token)) {
            systemToken = null;
        }
    }

    static Tokens tokens(OAuth2AccessToken access, @Nullable OAuth2RefreshToken refresh, @Nullable String identity) {
        return new Tokens(
                access.getTokenValue(), endsAt(access), refresh == null ? null : refresh.getTokenValue(), identity);
    }

    private ClientRegistration system() {
        return ClientRegistrations.fromOidcConfiguration(metadata())
                .registrationId("system")
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientId(system.clientId())
                .clientSecret(system.clientSecret())
                .build();
    }

    private static OAuth2AccessToken accessToken(Tokens tokens) {
        Instant ends = tokens.accessEndsAt();
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, tokens.access(), ends.minus(FALLBACK_LIFE), ends);
    }

    private static Instant endsAt(OAuth2AccessToken token) {
        return Objects.requireNonNullElseGet(
                token.getExpiresAt(), () -> Instant.now().plus(FALLBACK_LIFE));
    }

    private static String withoutSlash(String base) {
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
