package org.throughcare.allinone.signin;

import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** What tokens say: the same as those of the realm used with the real sign-in server. */
@Component
class TokenContents implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private static final String AUDIENCE = "throughcare-api";

    private final DemoStaff staff;
    private final SignInSettings settings;

    TokenContents(DemoStaff staff, SignInSettings settings) {
        this.staff = staff;
        this.settings = settings;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        boolean identity =
                OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue());
        String client = context.getRegisteredClient().getClientId();
        context.getClaims().claim("azp", client);
        if (!identity) {
            context.getClaims().audience(List.of(AUDIENCE));
        }
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            machine(context, client);
        } else {
            person(context, identity);
        }
    }

    private void person(JwtEncodingContext context, boolean identity) {
        Authentication who = context.getPrincipal();
        if (who == null) {
            throw new IllegalStateException("a person's token without a person");
        }
        DemoStaff.Member member = staff.find(who.getName()).orElseThrow();
        context.getClaims()
                .claim("preferred_username", member.username())
                .claim("name", member.name())
                .claim("grantee", member.grantee())
                .claim("staff", member.staff());
        if (!identity) {
            context.getClaims().claim("scope", String.join(" ", context.getAuthorizedScopes()));
        }
    }

    private void machine(JwtEncodingContext context, String client) {
        if (client.equals(Clients.SYSTEM)) {
            context.getClaims().claim("throughcare_role", "system");
            return;
        }
        settings.partners().stream()
                .filter(partner -> partner.client().equals(client))
                .findFirst()
                .ifPresent(partner -> context.getClaims()
                        .claim("throughcare_role", "partner")
                        .claim("grantee", partner.grantee())
                        .claim("partner", partner.partner()));
    }
}
