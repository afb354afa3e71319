package org.throughcare.allinone.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Ends the sign-in here and tells the gateway, which ends its sessions of it (OpenID Connect Back-Channel Logout 1.0). A gateway that
 * does not answer keeps nobody signed in here.
 */
@Component
class TellingTheGateway implements LogoutHandler {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Logger log = LoggerFactory.getLogger(TellingTheGateway.class);

    private final SecurityContextLogoutHandler here = new SecurityContextLogoutHandler();
    private final JwtEncoder encoder;
    private final SignInSettings settings;
    private final RestClient http;

    TellingTheGateway(JwtEncoder encoder, SignInSettings settings) {
        this.encoder = encoder;
        this.settings = settings;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(PATIENCE);
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        if (who instanceof OidcLogoutAuthenticationToken asked) {
            if (asked.isPrincipalAuthenticated()) {
                here.logout(request, response, asked.getPrincipal() instanceof Authentication user ? user : null);
            }
            OidcIdToken identity = asked.getIdToken();
            if (identity != null && !settings.gateways().isEmpty()) {
                tell(identity);
            }
        }
    }

    private void tell(OidcIdToken identity) {
        URI address = settings.gateways().getFirst().resolve("/sign-in/back-channel-logout");
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("logout_token", token(identity));
        try {
            http.post()
                    .uri(address)
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .toBodilessEntity();
        } catch (RestClientException away) {
            log.warn("The gateway was not told that a sign-in is over: {}", away.toString());
        }
    }

    private String token(OidcIdToken identity) {
        Instant now = Instant.now();
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
                .issuer(settings.issuer())
                .subject(Objects.requireNonNull(identity.getSubject()))
                .audience(List.of(Clients.GATEWAY))
                .issuedAt(now)
                .expiresAt(now.plus(LIFE))
                .id(UUID.randomUUID().toString())
                .claim("events", Map.of(EVENT, Map.of()));
        String signIn = identity.getClaimAsString("sid");
        if (signIn != null) {
            claims.claim("sid", signIn);
        }
        JwsHeader header =
                JwsHeader.with(SignatureAlgorithm.RS256).type("logout+jwt").build();
        return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }
}
