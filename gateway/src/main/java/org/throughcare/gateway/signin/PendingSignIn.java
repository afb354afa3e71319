package org.throughcare.gateway.signin;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * What must be remembered between leaving for the provider and coming back; kept by the browser, sealed.
 *
 * @param verifier the secret of PKCE
 * @param next where to go afterwards, a path of ours
 */
record PendingSignIn(String state, String nonce, String verifier, String redirectUri, String next) {

    static PendingSignIn of(OAuth2AuthorizationRequest request, String next) {
        return new PendingSignIn(
                text(request.getState()),
                text(request.getAttribute(OidcParameterNames.NONCE)),
                text(request.getAttribute(PkceParameterNames.CODE_VERIFIER)),
                text(request.getRedirectUri()),
                next);
    }

    OAuth2AuthorizationRequest request(ClientRegistration client) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(text(client.getProviderDetails().getAuthorizationUri()))
                .clientId(client.getClientId())
                .redirectUri(redirectUri)
                .scopes(client.getScopes())
                .state(state)
                .attributes(attributes -> attributes.putAll(
                        Map.of(OidcParameterNames.NONCE, nonce, PkceParameterNames.CODE_VERIFIER, verifier)))
                .build();
    }

    private static String text(@Nullable String value) {
        if (value == null) {
            throw new IllegalStateException("the authorization request lacks state, nonce, verifier or redirect");
        }
        return value;
    }
}
