package org.throughcare.gateway.signin;

import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Tells a provider that cannot answer just now from one that says no. */
final class ProviderAway {

    /** What a provider sends back by way of the browser in place of a 500 or a 503 (RFC 6749, 4.1.2.1). */
    private static final Set<String> SAID =
            Set.of(OAuth2ErrorCodes.SERVER_ERROR, OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE);

    private ProviderAway() {}

    static boolean isCauseOf(OAuth2AuthenticationException failure) {
        if (SAID.contains(failure.getError().getErrorCode())) {
            return true;
        }
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (isAway(each)) {
                return true;
            }
        }
        return false;
    }

    /** No connection, no answer, a 5xx or no JSON at the token's address; or the keys to check an identity with not to be had. */
    private static boolean isAway(Throwable cause) {
        return switch (cause) {
            case HttpClientErrorException.TooManyRequests _ -> true;
            case HttpClientErrorException _ -> false;
            case RestClientException _ -> true;
            case BadJwtException _ -> false;
            case JwtException _ -> true;
            default -> false;
        };
    }
}
