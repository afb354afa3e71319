package org.throughcare.allinone.signin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The programs that may ask for tokens: the gateway for people, the suite for itself, partners. */
@Configuration(proxyBeanMethods = false)
class Clients {

    static final String GATEWAY = "throughcare-gateway";
    static final String SYSTEM = "throughcare-system";

    private static final Duration WORKING_DAY = Duration.ofHours(12);

    @Bean
    RegisteredClientRepository registeredClients(SignInSettings settings, PasswordEncoder passwords) {
        List<RegisteredClient> clients = new ArrayList<>();
        clients.add(gateway(settings, passwords));
        clients.add(machine(SYSTEM, settings.systemSecret(), settings, passwords));
        settings.partners()
                .forEach(partner -> clients.add(machine(partner.client(), partner.secret(), settings, passwords)));
        return new InMemoryRegisteredClientRepository(clients);
    }

    private static RegisteredClient gateway(SignInSettings settings, PasswordEncoder passwords) {
        RegisteredClient.Builder gateway = client(GATEWAY, settings.gatewaySecret(), settings, passwords)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .scope("openid")
                .scope("profile")
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build());
        for (URI home : settings.gateways()) {
            gateway.redirectUri(home.resolve("/sign-in/callback").toString());
            gateway.postLogoutRedirectUri(home.resolve("/").toString());
        }
        return gateway.build();
    }

    private static RegisteredClient machine(
            String id, String secret, SignInSettings settings, PasswordEncoder passwords) {
        return client(id, secret, settings, passwords)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }

    private static RegisteredClient.Builder client(
            String id, String secret, SignInSettings settings, PasswordEncoder passwords) {
        return RegisteredClient.withId(UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .clientId(id)
                .clientSecret(passwords.encode(secret))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(settings.accessTokens())
                        .refreshTokenTimeToLive(WORKING_DAY)
                        .reuseRefreshTokens(true)
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.RS256)
                        .build());
    }
}
